/** How an outlet writes dates and clock times. */
export type DateStyle = { readonly language: string; readonly order: 'day-month' | 'month-day' }

const DAY_MS = 86_400_000
/** The edition is written as if the last thing had happened at 18:00 on day 0; `now` is that moment. */
const WRITTEN_AT_MS = 18 * 3_600_000

/**
 * The instant of a written moment such as `-2 09:30` (day, clock time), for a chosen `now`. The written clock moves with `now`, so
 * intervals stay the same. Throws on anything else, since only we write them.
 */
export function instantOf(moment: string, now: Date): Date {
  const parts = /^([+-]?\d+) (\d\d):(\d\d)$/.exec(moment)
  if (!parts) throw new Error(`Write a moment as "-2 09:30", not "${moment}"`)
  const clockMs = (Number(parts[2]) * 60 + Number(parts[3])) * 60_000
  return new Date(now.getTime() + Number(parts[1]) * DAY_MS + clockMs - WRITTEN_AT_MS)
}

/** A whole number of days, months or years from `now`: `+45d`, `-3m`, `-58y`. */
function shifted(offset: string, now: Date): Date | undefined {
  const parts = /^([+-]\d+)([dmy])$/.exec(offset)
  if (!parts) return undefined
  const amount = Number(parts[1])
  const years = parts[2] === 'y' ? amount : 0
  const months = parts[2] === 'm' ? amount : 0
  if (parts[2] === 'd') return new Date(now.getTime() + amount * DAY_MS)
  // The 15th, so that no month is skipped from the 31st.
  return new Date(Date.UTC(now.getUTCFullYear() + years, now.getUTCMonth() + months, 15))
}

/**
 * Replaces every `{{name:moment}}` of a text: weekday, when, When, clock, date, month, year. UTC throughout. Throws on an unknown token, so
 * that none reaches a reader.
 */
export function renderTokens(text: string, now: Date, style: DateStyle): string {
  return text.replaceAll(/\{\{(\w+):([^}]+)\}\}/g, (token, name: string, argument: string) => {
    const at = shifted(argument, now) ?? instantOf(argument, now)
    const rendered = renderToken(name, at, style)
    if (rendered === undefined) throw new Error(`Unknown token ${token}`)
    return rendered
  })
}

function renderToken(name: string, at: Date, style: DateStyle): string | undefined {
  switch (name) {
    case 'weekday':
      return formatted(at, style, { weekday: 'long' })
    case 'when':
      return dayPart(at, style)
    case 'When':
      return capitalized(dayPart(at, style))
    case 'clock':
      return clockTime(at, style)
    case 'date':
      return calendarDate(at, style)
    case 'month':
      return formatted(at, style, { month: 'long' })
    case 'year':
      return String(at.getUTCFullYear())
  }
  return undefined
}

function formatted(at: Date, style: DateStyle, options: Intl.DateTimeFormatOptions): string {
  // Arabic with Latin digits, as many papers of the region print them.
  const locale = style.language === 'ar' ? 'ar-u-nu-latn' : style.language
  const text = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at)
  return style.language === 'ar' && options.weekday ? `يوم ${text}` : text
}

function calendarDate(at: Date, style: DateStyle): string {
  const month = formatted(at, style, { month: 'long' })
  const day = at.getUTCDate()
  if (style.language === 'fr' && day === 1) return `1er ${month}`
  return style.order === 'day-month' ? `${day} ${month}` : `${month} ${day}`
}

/** `early on Monday`, `on Monday morning`, `late on Monday`. */
function dayPart(at: Date, style: DateStyle): string {
  const weekday = formatted(at, style, { weekday: 'long' })
  const hour = at.getUTCHours()
  if (hour < 5) return `early on ${weekday}`
  if (hour < 12) return `on ${weekday} morning`
  if (hour < 17) return `on ${weekday} afternoon`
  if (hour < 22) return `on ${weekday} evening`
  return `late on ${weekday}`
}

/** `6.05am` with the day first, `6:05 a.m.` with the month first. */
function clockTime(at: Date, style: DateStyle): string {
  const hour = at.getUTCHours() % 12 || 12
  const minute = String(at.getUTCMinutes()).padStart(2, '0')
  const isMorning = at.getUTCHours() < 12
  if (style.order === 'month-day') return `${hour}:${minute} ${isMorning ? 'a.m.' : 'p.m.'}`
  return `${hour}.${minute}${isMorning ? 'am' : 'pm'}`
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
