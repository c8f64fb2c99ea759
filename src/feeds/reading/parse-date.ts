import { nth } from '../../core/nth.ts'
import { monthOf, zoneMinutes } from './date-words.ts'

/** Longer than any date. */
const MAX_LENGTH = 80

const DAY_MS = 86_400_000

/** `2026-01-01T00:00:00.000Z`; years with more digits have a sign and are longer. */
const ISO_LENGTH = 24

/** A date as matched by a form; numbers out of range are refused later. */
type Reading = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  readonly millisecond?: number
  readonly offsetMinutes?: number | undefined
}

type Form = { readonly pattern: RegExp; readonly read: (match: RegExpExecArray, text: string) => Reading | undefined }

/**
 * Parses a date in a feed to ISO 8601 in UTC: RFC 822 and its many misspellings, W3CDTF and ISO 8601 with two-digit years and day numbers,
 * asctime, Perforce, and Korean, Greek, Hungarian and other month names (the forms of the feedparser test suite). A time without zone is
 * UTC, so the result never depends on the server's time zone. Returns undefined for an invalid date, such as 31 February; never guesses.
 */
export function parseFeedDate(text: string): string | undefined {
  const trimmed = text.slice(0, MAX_LENGTH * 2).trim()
  const words = (/\s{2}|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed).slice(0, MAX_LENGTH)
  if (words === '') return undefined
  // Four digits and a hyphen never match the first form.
  const forms = words.charCodeAt(4) === 45 && /^\d{4}/.test(words) ? FORMS_OF_NUMBERS : FORMS
  for (const form of forms) {
    const match = form.pattern.exec(words)
    const reading = match ? form.read(match, words) : undefined
    if (reading) return toIso(reading)
  }
  return undefined
}

const KOREA_MINUTES = 540

/** The forms, most common first; the first that matches decides. */
const FORMS: readonly Form[] = [
  {
    // Thu, 01 Jan 2004 19:48:21 +0200; also 1-Jan-04, 1 janvier 2004, with am and pm, without seconds or weekday
    pattern:
      /^(?:[^\s,\d]+[,.]?\s*)?(\d{1,2})\.?[\s-]+([^\s\d,.]+)[.,]?[\s-]+(\d{2,4})(?:,?\s+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?\s*(am|pm)?\s*([^\s()]+)?)?/i,
    read(match, text) {
      const month = monthOf(nth(match, 2))
      if (!month || text[match[0].length] === ':' || match[8]?.startsWith(':')) return undefined
      return { year: fullYear(nth(match, 3)), month, day: Number(match[1]), ...clock(match, 4) }
    },
  },
  {
    // 2004-01-01T19:48:21.5+02:00 and everything shorter; 2004-001 is left to the day-number form
    pattern:
      /^(\d{4})(?:-?(?:0(?=\d{2}-?\d{2}))?(\d{2})(?:-?(\d{2}))?)?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|[+-]\d{1,2}(?::?\d{2})?|[A-Za-z]{1,4})?)?$/i,
    read(match, text) {
      const isShort = match[2] !== undefined && match[3] === undefined && !text.includes('-')
      if (isShort) return undefined
      const reading = { year: Number(match[1]), month: number(match[2], 1), day: number(match[3], 1) }
      const millisecond = match[7] ? Math.floor(Number(`0.${match[7]}`) * 1000) : 0
      return {
        ...reading,
        hour: number(match[4]),
        minute: number(match[5]),
        second: number(match[6]),
        millisecond,
        offsetMinutes: zoneMinutes(match[8]),
      }
    },
  },
  {
    // 040101, 04-01-01, -0401
    pattern: /^(?:(\d{2})-?(\d{2})-?(\d{2})|-(\d{2})-?(\d{2}))$/,
    read: (match) =>
      match[4] !== undefined
        ? { year: 2000 + Number(match[4]), month: Number(match[5]), day: 1 }
        : { year: 2000 + Number(match[1]), month: Number(match[2]), day: Number(match[3]) },
  },
  {
    // 2004-001, 2004001, 04001: a year and the number of a day in it
    pattern: /^(\d{4}|\d{2})-?(\d{3})$/,
    read(match) {
      const dayNumber = Number(match[2])
      if (dayNumber < 1 || dayNumber > 366) return undefined
      const year = nth(match, 1).length === 2 ? 2000 + Number(match[1]) : Number(match[1])
      const date = new Date(Date.UTC(year, 0, 1) + (dayNumber - 1) * DAY_MS)
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
    },
  },
  {
    // Fri, 2006/09/15 08:19:53 EDT (Perforce)
    pattern: /^\w{0,3},\s+(\d{4})\/(\d{1,2})\/(\d{2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(\w{1,4})/,
    read: (match) => ({ ...numbers(match), offsetMinutes: zoneMinutes(match[7]) }),
  },
  {
    // 2004년 05월 28일 01:31:15 (OnBlog)
    pattern: /^(\d{4})년\s*(\d{2})월\s*(\d{2})일\s+(\d{2}):(\d{2}):(\d{2})/,
    read: (match) => ({ ...numbers(match), offsetMinutes: KOREA_MINUTES }),
  },
  {
    // 2004-05-25 오후 11:23:17 (Nate)
    pattern: /^(\d{4})-(\d{2})-(\d{2})\s+(오전|오후)\s+(\d{1,2}):(\d{1,2}):(\d{1,2})/,
    read: (match) => ({
      year: Number(match[1]),
      month: Number(match[2]),
      day: Number(match[3]),
      hour: (Number(match[5]) % 12) + (match[4] === '오후' ? 12 : 0),
      minute: Number(match[6]),
      second: Number(match[7]),
      offsetMinutes: KOREA_MINUTES,
    }),
  },
  {
    // 2004-július-13T9:15-05:00
    pattern: /^(\d{4})-([^-\d]+)-(\d{1,2})T(\d{1,2}):(\d{2})([+-]\d{1,2}:\d{2})?/,
    read(match) {
      const month = monthOf(nth(match, 2))
      if (!month) return undefined
      const [year, day, hour, minute] = [match[1], match[3], match[4], match[5]].map(Number)
      return { year: year!, month, day: day!, hour: hour!, minute: minute!, offsetMinutes: zoneMinutes(match[6]) }
    },
  },
  {
    // Sun Jan  4 16:29:06 PST 2004
    pattern: /^[a-z]{3}\s+([a-z]{3})\s+(\d{1,2})\s+(\d{2}):(\d{2}):(\d{2})\s+(?:([+-]\d{4}|[a-z]{1,4})\s+)?(\d{4})$/i,
    read(match) {
      const month = monthOf(nth(match, 1))
      if (!month) return undefined
      const [day, hour, minute, second] = [match[2], match[3], match[4], match[5]].map(Number)
      return {
        year: Number(match[7]),
        month,
        day: day!,
        hour: hour!,
        minute: minute!,
        second: second!,
        offsetMinutes: zoneMinutes(match[6]),
      }
    },
  },
  {
    // January 4th, 2004 4:29 PM EST
    pattern:
      /^(?:[^\s,\d]+[,.]?\s+)?([^\s\d,.]+)[.,]?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?\s*([^\s()]+)?)?/i,
    read(match) {
      const month = monthOf(nth(match, 1))
      return month ? { year: Number(match[3]), month, day: Number(match[2]), ...clock(match, 4) } : undefined
    },
  },
]

const FORMS_OF_NUMBERS = FORMS.slice(1)

/** Hour, minute, second, am or pm, and zone, from five consecutive groups. */
function clock(match: RegExpExecArray, first: number): Pick<Reading, 'hour' | 'minute' | 'second' | 'offsetMinutes'> {
  const hour = number(match[first])
  const half = match[first + 3]?.toLowerCase()
  return {
    hour: half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0),
    minute: number(match[first + 1]),
    second: number(match[first + 2]),
    offsetMinutes: zoneMinutes(match[first + 4]),
  }
}

function numbers(match: RegExpExecArray): Reading {
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number)
  return { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! }
}

function number(digits: string | undefined, absent = 0): number {
  return digits === undefined ? absent : Number(digits)
}

/** Expands two digits (RFC 2822 section 4.3), with a pivot suited to feeds. */
function fullYear(digits: string): number {
  if (digits.length > 2) return Number(digits)
  return Number(digits) + (Number(digits) < 90 ? 2000 : 1900)
}

function toIso(reading: Reading): string | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 } = reading
  const offset = 'offsetMinutes' in reading ? reading.offsetMinutes : 0
  if (offset === undefined || Math.abs(offset) > 24 * 60) return undefined
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  if (hour > 23 || minute > 59 || second > 60) return undefined
  // JavaScript would move a year below 100 into the last century.
  if (year < 100) return undefined
  const iso = new Date(
    Date.UTC(year, month - 1, day, hour, minute - offset, Math.min(second, 59), millisecond),
  ).toISOString()
  return iso.length === ISO_LENGTH ? iso : undefined
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}
