import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'

const minuteMs = 60_000
const units = [
  { unit: 'day', ms: 1440 * minuteMs },
  { unit: 'hour', ms: 60 * minuteMs },
  { unit: 'minute', ms: minuteMs },
] as const

/** At most so many languages and zones: there are hundreds, and each formatter takes tens of kilobytes. */
const mostFormatters = 300
// Making a formatter costs far more than using one; so does serializing its options for a lookup.
const formatters = new Map<string, Intl.DateTimeFormat>()
const byOptions = new WeakMap<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>()
const ages = new Map<string, Intl.RelativeTimeFormat>()

/** A cached date formatter in the reader's language. */
export function formatter(
  reader: Reader,
  options: Intl.DateTimeFormatOptions,
  timeZone = reader.timeZone,
): Intl.DateTimeFormat {
  const place = `${reader.words.locale}|${timeZone}`
  const ofThese = byOptions.get(options) ?? new Map<string, Intl.DateTimeFormat>()
  byOptions.set(options, ofThese)
  const known = ofThese.get(place)
  if (known) return known
  const key = `${place}|${JSON.stringify(options)}`
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(reader.words.locale, { ...options, timeZone })
  if (formatters.size >= mostFormatters) formatters.clear()
  if (ofThese.size >= mostFormatters / 10) ofThese.clear()
  formatters.set(key, made)
  ofThese.set(place, made)
  return made
}

const dayOptions = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
const clockOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
/** A time as mentioned in a text: its zone is unknown. */
const localOptions = { ...dayOptions, ...clockOptions } as const
/** With its zone, which is also in the page's foot: it stays with the time in print, link previews and screenshots. */
const absoluteOptions = { ...localOptions, timeZoneName: 'short' } as const
const briefOptions = { day: 'numeric', month: 'short', ...clockOptions } as const
const briefOfAnotherYear = { ...briefOptions, year: 'numeric' } as const
const yearOptions = { year: 'numeric' } as const
const longDayOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const monthOptions = { month: 'long', year: 'numeric' } as const

/** `Mon 18 Aug 2025, 23:10 UTC` in the reader's zone; the input unchanged when it isn't a time. */
export function absolute(iso: string, reader: Reader): string {
  const ms = Date.parse(iso)
  return Number.isNaN(ms) ? iso : formatter(reader, absoluteOptions).format(ms)
}

/** `19 Aug, 14:00`, for axes and rows; with the year if it isn't the current one. */
export function brief(iso: string, reader: Reader): string {
  const ms = Date.parse(iso)
  if (Number.isNaN(ms)) return iso
  const isThisYear = yearIn(ms, reader) === yearNow(reader)
  return formatter(reader, isThisYear ? briefOptions : briefOfAnotherYear).format(ms)
}

const years = new WeakMap<Reader, string>()

/** The current year for a reader: a list needs it in every row. */
function yearNow(reader: Reader): string {
  const known = years.get(reader) ?? yearIn(Date.parse(reader.now), reader)
  years.set(reader, known)
  return known
}

/** The year of a time in the reader's calendar and zone. */
function yearIn(ms: number, reader: Reader): string {
  return formatter(reader, yearOptions).format(ms)
}

/** A calendar day `YYYY-MM-DD` in full: `Tuesday 19 August 2025`. */
export function longDay(day: string, reader: Reader): string {
  const ms = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(ms)) return day
  return formatter(reader, longDayOptions, 'UTC').format(ms)
}

/** `6 minutes ago`; undefined from a month on, when the date says it better. */
export function relative(iso: string, reader: Reader): string | undefined {
  const age = ageOf(iso, reader)
  if (age === undefined) return undefined
  const { unit, count } = age
  if (count === 0) return reader.words.justNow
  const { locale } = reader.words
  const known = ages.get(locale) ?? new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' })
  ages.set(locale, known)
  return known.format(count, unit)
}

/** Age in whole units, negative for the past; undefined when no age is shown. */
function ageOf(iso: string, { now }: Reader) {
  const distance = Date.parse(iso) - Date.parse(now)
  if (Number.isNaN(distance) || Math.abs(distance) > 30 * 1440 * minuteMs) return undefined
  const { unit, ms } = units.find(({ ms }) => Math.abs(distance) >= ms) ?? { unit: 'minute' as const, ms: minuteMs }
  return { unit, count: Math.trunc(distance / ms) }
}

/** The part of `shortWhen` that changes with time: equal values render equally. */
export function shortAge(iso: string, reader: Reader): string {
  const age = ageOf(iso, reader)
  return `${yearNow(reader)} ${age ? `${age.count} ${age.unit}` : ''}`
}

/** The absolute time, machine-readable, with the age beside it, never the age alone. */
export function when(iso: string, reader: Reader): Html {
  const age = relative(iso, reader)
  return html`<time datetime="${iso}">${absolute(iso, reader)}</time>${age && html` <span class="age">(${age})</span>`}`
}

/** Like `when`, in few characters: for rows of a list. */
export function shortWhen(iso: string, reader: Reader): Html {
  const age = relative(iso, reader)
  return html`${age && html`<span class="age">${age}<span class="sep"> ·</span></span> `}<time datetime="${iso}">${brief(iso, reader)}</time>`
}

/** One short time for a line: `3 hr ago` within a day, then `Yesterday`, then the date; the exact time is in its title. */
export function ago(iso: string, reader: Reader): Html {
  return html`<time datetime="${iso}" title="${absolute(iso, reader)}">${agoText(iso, reader)}</time>`
}

const yesterdays = new Map<string, string>()
const dateOptions = { month: 'short', day: 'numeric' } as const
const dateOfAnotherYear = { ...dateOptions, year: 'numeric' } as const

function agoText(iso: string, reader: Reader): string {
  const ms = Date.parse(iso)
  if (Number.isNaN(ms)) return iso
  const sinceMs = Date.parse(reader.now) - ms
  if (Math.abs(sinceMs) < 1440 * minuteMs) return relative(iso, reader) ?? iso
  const dayBefore = new Date(Date.parse(reader.now) - 1440 * minuteMs).toISOString()
  if (dayIn(iso, reader) === dayIn(dayBefore, reader)) return yesterday(reader)
  return formatter(reader, yearIn(ms, reader) === yearNow(reader) ? dateOptions : dateOfAnotherYear).format(ms)
}

function yesterday({ words: { locale } }: Reader): string {
  const known = yesterdays.get(locale)
  if (known) return known
  const name = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-1, 'day')
  const capital = name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
  yesterdays.set(locale, capital)
  return capital
}

/** A TIMEX3 value at its own precision: a day, a month, a year, or an hour of a day. */
export function partialDate(value: string, reader: Reader): string {
  const [, year, month, day, clock] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/.exec(value) ?? []
  if (!year) return value
  if (!month) return year
  const ms = Date.parse(`${year}-${month}-${day ?? '01'}T${clock ?? '00:00'}:00Z`)
  if (Number.isNaN(ms)) return value
  if (!day) return formatter(reader, monthOptions, 'UTC').format(ms)
  return formatter(reader, clock ? localOptions : dayOptions, 'UTC').format(ms)
}

/** A duration in its largest unit: `3 hours`; undefined below a minute. */
export function timeApart(lengthMs: number, reader: Reader): string | undefined {
  const largest = units.find(({ ms }) => lengthMs >= ms)
  if (!largest) return undefined
  const style = { style: 'unit', unit: largest.unit, unitDisplay: 'long' } as const
  return new Intl.NumberFormat(reader.words.locale, style).format(Math.floor(lengthMs / largest.ms))
}

/** A period, `untilMs` excluded, with each common part once: `16 Mar, 22:00 – 23:00`; only dates for whole days. */
export function timeRange(fromMs: number, untilMs: number, reader: Reader): string {
  const isDays = untilMs - fromMs >= 1440 * minuteMs
  const day = { day: 'numeric', month: 'short' } as const
  const format = formatter(reader, isDays ? { ...day, year: 'numeric' } : { ...day, ...clockOptions })
  return format.formatRange(fromMs, isDays ? untilMs - 1 : untilMs)
}

/** The calendar day of a time in the reader's zone: `2025-08-19`. */
export function dayIn(iso: string, reader: Reader): string {
  const ms = Date.parse(iso)
  if (Number.isNaN(ms)) return iso.slice(0, 10)
  const { year, month, day } = Object.fromEntries(
    new Intl.DateTimeFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: reader.timeZone })
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  )
  return `${year}-${month}-${day}`
}

/** A duration or position as a player shows it: `3:05`, `1:02:05`. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const rest = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}
