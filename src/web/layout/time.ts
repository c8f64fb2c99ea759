import { isTimeUnknown } from '../../core/time/day-only.ts'
import { dayInZone } from '../../core/time/zone.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, listed } from './html.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const units = [
  { unit: 'day', ms: dayMs },
  { unit: 'hour', ms: hourMs },
  { unit: 'minute', ms: minuteMs },
] as const

/** At most so many locales and zones: there are hundreds, and each formatter takes tens of kilobytes. */
const mostFormatters = 300
// Making a formatter costs far more than using one; so does serializing its options for a lookup.
const formatters = new Map<string, Intl.DateTimeFormat>()
const byOptions = new WeakMap<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>()
const ages = new Map<string, Intl.RelativeTimeFormat>()

/** A cached date formatter in the reader's locale. */
export function formatter(
  reader: Reader,
  options: Intl.DateTimeFormatOptions,
  timeZone = reader.timeZone,
): Intl.DateTimeFormat {
  const place = `${reader.locale}|${timeZone}`
  const ofThese = byOptions.get(options) ?? new Map<string, Intl.DateTimeFormat>()
  byOptions.set(options, ofThese)
  const known = ofThese.get(place)
  if (known) return known
  const key = `${place}|${JSON.stringify(options)}`
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(reader.locale, { ...options, timeZone })
  if (formatters.size >= mostFormatters) formatters.clear()
  if (ofThese.size >= mostFormatters / 10) ofThese.clear()
  formatters.set(key, made)
  ofThese.set(place, made)
  return made
}

const dayOptions = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
const clockOptions = { hour: 'numeric', minute: '2-digit' } as const
/** A time in the reader's own zone, or one mentioned in a text, whose zone is unknown. */
const localOptions = { ...dayOptions, ...clockOptions } as const
/** In the server's zone, until the reader's is known. */
const zonedOptions = { ...localOptions, timeZoneName: 'short' } as const
const briefOptions = { day: 'numeric', month: 'short', ...clockOptions } as const
const briefOfAnotherYear = { ...briefOptions, year: 'numeric' } as const
const dateOptions = { day: 'numeric', month: 'short' } as const
const dateOfAnotherYear = { ...dateOptions, year: 'numeric' } as const
const yearOptions = { year: 'numeric' } as const
const longDayOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const monthOptions = { month: 'long', year: 'numeric' } as const

/** `Mon, Aug 18, 2025, 11:10 PM`, with the zone's name unless it is the reader's own; the input unchanged when it isn't a time. */
export function absolute(iso: string, reader: Reader): string {
  const ms = Date.parse(iso)
  if (isTimeUnknown(iso)) return reader.words.timeUnknown
  return Number.isNaN(ms) ? iso : formatter(reader, reader.isOwnZone ? localOptions : zonedOptions).format(ms)
}

/** `Aug 19, 2:00 PM`; with the year if it isn't the current one. */
export function brief(iso: string, reader: Reader): string {
  if (isTimeUnknown(iso)) return reader.words.timeUnknown
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

/** A calendar day `YYYY-MM-DD` in full: `Tuesday, August 19, 2025`. */
export function longDay(day: string, reader: Reader): string {
  const ms = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(ms)) return day
  return formatter(reader, longDayOptions, 'UTC').format(ms)
}

/** The same for a heading: its day and month stay on one line. */
export function unbrokenDay(day: string, reader: Reader): string {
  const ms = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(ms)) return day
  return unbroken(formatter(reader, longDayOptions, 'UTC'), ms)
}

/** A date whose day and month stay on one line. */
export function unbroken(format: Intl.DateTimeFormat, ms: number): string {
  const parts = format.formatToParts(ms)
  const isOfDay = (index: number) => parts[index]?.type === 'day' || parts[index]?.type === 'month'
  return parts
    .map(({ value }, index) => (isOfDay(index - 1) && isOfDay(index + 1) ? value.replaceAll(' ', '\u00a0') : value))
    .join('')
}

/** For sentences: `6 min ago`, `2 days ago`; undefined from a month on, when the date says it better. */
export function relative(iso: string, reader: Reader): string | undefined {
  if (isTimeUnknown(iso)) return reader.words.timeUnknown
  const age = ageOf(Date.parse(iso), reader)
  if (age === undefined) return undefined
  return age.count === 0 ? reader.words.justNow : relativeIn(reader, age.count, age.unit, 'always')
}

/** For rows: `3 hr ago` within a day, then `Yesterday`, then `Aug 19`; with the year if it isn't the current one. */
export function ago(iso: string, reader: Reader): string {
  if (isTimeUnknown(iso)) return reader.words.timeUnknown
  const ms = Date.parse(iso)
  if (Number.isNaN(ms)) return iso
  if (isWithinDay(ms, reader)) return relative(iso, reader) ?? iso
  if (ms > Date.parse(reader.now)) return brief(iso, reader)
  if (dayIn(iso, reader) === yesterdayOf(reader)) return capitalized(relativeIn(reader, -1, 'day', 'auto'), reader)
  return formatter(reader, yearIn(ms, reader) === yearNow(reader) ? dateOptions : dateOfAnotherYear).format(ms)
}

/** `Today`, `Yesterday`, then the day in full. */
export function nearDay(day: string, reader: Reader): string {
  const ago = Math.round((Date.parse(dayIn(reader.now, reader)) - Date.parse(day)) / dayMs)
  return ago === 0 || ago === 1 ? capitalized(relativeIn(reader, -ago, 'day', 'auto'), reader) : longDay(day, reader)
}

function isWithinDay(ms: number, { now }: Reader): boolean {
  return Math.abs(ms - Date.parse(now)) < dayMs
}

/** Age in whole units, negative for the past; undefined when no age is shown. */
function ageOf(ms: number, { now }: Reader) {
  const distance = ms - Date.parse(now)
  if (Number.isNaN(distance) || Math.abs(distance) > 30 * dayMs) return undefined
  const { unit, ms: unitMs } = units.find((each) => Math.abs(distance) >= each.ms) ?? {
    unit: 'minute' as const,
    ms: minuteMs,
  }
  return { unit, count: Math.trunc(distance / unitMs) }
}

/** `3 hr ago`: US English without the period CLDR sets after an abbreviation. */
function relativeIn(
  { locale }: Reader,
  count: number,
  unit: 'day' | 'hour' | 'minute',
  numeric: 'always' | 'auto',
): string {
  const key = `${locale} ${numeric}`
  if (ages.size >= mostFormatters) ages.clear()
  const known = ages.get(key) ?? new Intl.RelativeTimeFormat(locale, { style: 'short', numeric })
  ages.set(key, known)
  return locale.startsWith('en') ? known.format(count, unit).replace('.', '') : known.format(count, unit)
}

function capitalized(text: string, { locale }: Reader): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

const yesterdays = new WeakMap<Reader, string>()

/** The reader's previous calendar day: a list needs it in many rows. */
function yesterdayOf(reader: Reader): string {
  const known = yesterdays.get(reader) ?? dayBefore(dayIn(reader.now, reader))
  yesterdays.set(reader, known)
  return known
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - dayMs).toISOString().slice(0, 10)
}

/** What times on a page depend on beside the clock. Part of the key of whatever is kept for readers. */
export function timesDependOn({ language, locale, timeZone, isOwnZone }: Reader): string {
  return `${language} ${locale} ${timeZone} ${isOwnZone}`
}

/** What `shortWhen` depends on, the clock included: equal values render equally. */
export function shortAge(iso: string, reader: Reader): string {
  const ms = Date.parse(iso)
  const age = isWithinDay(ms, reader) ? ageOf(ms, reader) : undefined
  return `${timesDependOn(reader)} ${age ? `${age.count} ${age.unit}` : yesterdayOf(reader)}`
}

/** The exact time, machine-readable. */
export function when(iso: string, reader: Reader): Html {
  if (isTimeUnknown(iso)) return html`${reader.words.timeUnknown}`
  return html`<time datetime="${iso}">${absolute(iso, reader)}</time>`
}

/** For rows of a list: how long ago, or the date; the exact time when it is pointed at. */
export function shortWhen(iso: string, reader: Reader): Html {
  if (isTimeUnknown(iso)) return html`${reader.words.timeUnknown}`
  return html`<time datetime="${iso}" title="${absolute(iso, reader)}">${ago(iso, reader)}</time>`
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
  return new Intl.NumberFormat(reader.locale, style).format(Math.floor(lengthMs / largest.ms))
}

/** A period, `untilMs` excluded, with each common part once: `Mar 16, 10:00 – 11:00 PM`; only dates for whole days. */
export function timeRange(fromMs: number, untilMs: number, reader: Reader): string {
  const isDays = untilMs - fromMs >= dayMs
  const format = formatter(reader, isDays ? dateOfAnotherYear : briefOptions)
  return format.formatRange(fromMs, isDays ? untilMs - 1 : untilMs)
}

/** The calendar day of a time in the reader's zone: `2025-08-19`. */
export function dayIn(iso: string, { timeZone }: Reader): string {
  return Number.isNaN(Date.parse(iso)) ? iso.slice(0, 10) : dayInZone(iso, timeZone)
}

/** A calendar day `YYYY-MM-DD`, machine-readable. */
export function dayName(day: string, reader: Reader): Html {
  return html`<time datetime="${day}">${formatter(reader, dateOfAnotherYear, 'UTC').format(Date.parse(day))}</time>`
}

/** When something was published, and when updated: of the same day only the hour. */
export function publishedAndUpdated(publishedAt: string, updatedAt: string | undefined, reader: Reader): Html {
  const published = html`<time datetime="${publishedAt}">${brief(publishedAt, reader)}</time>`
  if (updatedAt === undefined || brief(updatedAt, reader) === brief(publishedAt, reader)) return published
  const isSameDay = dayIn(updatedAt, reader) === dayIn(publishedAt, reader)
  const updated = isSameDay ? formatter(reader, clockOptions).format(Date.parse(updatedAt)) : brief(updatedAt, reader)
  const change = html`${reader.words.updated} <time datetime="${updatedAt}">${updated}</time>`
  return html`${listed([published, change], reader)}`
}
