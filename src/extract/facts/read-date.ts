import { nth } from '../../core/nth.ts'
import { DAY_ONLY } from '../../core/time/day-only.ts'
import { type DayOrder, readNumericDate, surroundingText } from './numeric-date.ts'

/** A date on a page. `iso` is ISO 8601 with zone; without a zone on the page it is read as UTC, without a time as noon. */
export type PageDate = { readonly iso: string; readonly hasTime: boolean; readonly hasZone: boolean }

const monthNames: readonly string[] = [
  'january|jan|janvier|janv|enero|ene|januar|jän|gennaio|gen|janeiro|januari|января|янв|يناير|كانون الثاني|ocak|stycznia|січня|ianuarie|ledna|ιανουαρίου|जनवरी',
  'february|feb|février|fevrier|févr|fév|febrero|februar|febbraio|fevereiro|fev|februari|февраля|фев|فبراير|شباط|şubat|lutego|лютого|februarie|února|φεβρουαρίου|फरवरी',
  'march|mar|mars|marzo|märz|mär|março|maart|марта|مارس|آذار|mart|marca|березня|martie|marts|maret|března|μαρτίου|मार्च',
  'april|apr|avril|avr|abril|abr|aprile|апреля|апр|أبريل|ابريل|نيسان|nisan|kwietnia|квітня|aprilie|dubna|απριλίου|अप्रैल',
  'may|mai|mayo|maggio|mag|maio|mei|мая|مايو|أيار|mayıs|maja|травня|maj|května|μαΐου|मई',
  'june|jun|juin|junio|juni|giugno|giu|junho|июня|июн|يونيو|حزيران|haziran|czerwca|червня|iunie|června|ιουνίου|जून',
  'july|jul|juillet|juil|julio|juli|luglio|lug|julho|июля|июл|يوليو|تموز|temmuz|lipca|липня|iulie|července|ιουλίου|जुलाई',
  'august|aug|août|aout|agosto|ago|augustus|августа|авг|أغسطس|اغسطس|آب|ağustos|sierpnia|серпня|augusti|agustus|srpna|αυγούστου|अगस्त',
  'september|sept|sep|septembre|septiembre|settembre|set|setembro|сентября|сен|سبتمبر|أيلول|eylül|września|вересня|septembrie|září|σεπτεμβρίου|सितंबर',
  'october|oct|octobre|octubre|oktober|okt|ottobre|ott|outubro|out|октября|окт|أكتوبر|اكتوبر|تشرين الأول|ekim|października|жовтня|octombrie|října|οκτωβρίου|अक्टूबर',
  'november|nov|novembre|noviembre|novembro|ноября|ноя|نوفمبر|تشرين الثاني|kasım|listopada|листопада|noiembrie|listopadu|νοεμβρίου|नवंबर',
  'december|dec|décembre|decembre|déc|diciembre|dic|dezember|dez|dicembre|dezembro|декабря|дек|ديسمبر|كانون الأول|aralık|grudnia|грудня|decembrie|desember|prosince|δεκεμβρίου|दिसंबर',
]
const monthOf = new Map(
  monthNames.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)),
)

/** Abbreviations with one meaning in the news, in minutes from UTC. */
const zoneMinutes = new Map([
  ['z', 0],
  ['utc', 0],
  ['gmt', 0],
  ['bst', 60],
  ['cet', 60],
  ['cest', 120],
  ['eet', 120],
  ['eest', 180],
  ['msk', 180],
  ['est', -300],
  ['edt', -240],
  ['et', Number.NaN],
  ['cst', -360],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
  ['gst', 240],
  ['pkt', 300],
  ['ist', 330],
  ['jst', 540],
  ['kst', 540],
  ['aest', 600],
  ['aedt', 660],
  ['nzst', 720],
  ['nzdt', 780],
])

const isoForm =
  /(?<![\d])(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?/i
const compactForm = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/
const slashForm = /(?<!\d)(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/
const dayFirst =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+|of\s+)?([\p{L}\p{M}]{2,14}(?:\s(?:الثاني|الأول))?)\.?,?[\s-]+(?:de\s+)?(\d{4})(?!\d)/iu
const monthFirst = /([\p{L}\p{M}]{3,14})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu
const yearFirst = /(?<!\d)(\d{4})[\s-]+([\p{L}]{3,9})\.?[\s-]+(\d{1,2})(?!\d)/u
const clockForm =
  /(?<!\d)(\d{1,2})(?::|\.|h)(\d{2})(?::\d{2})?\s*(a\.?m\.?|p\.?m\.?)?\s*\(?([A-Za-z]{1,4}\b|[+-]\d{2}:?\d{2})?/i
const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/g

/**
 * Parses a date in the forms pages use: ISO 8601, RFC 2822, written out in a dozen languages, or seconds since 1970. An ambiguous form
 * (03/04/2025) is read only as `order` says. Refuses years before 1990 and after 2100.
 */
export function readDate(raw: string, order?: DayOrder): PageDate | undefined {
  const text = raw
    .slice(0, 200)
    .replace(arabicDigits, (digit) => String(digit.charCodeAt(0) & 15))
    .trim()
  if (text === '') return undefined
  const compact = compactForm.exec(text)
  if (compact !== null) return fromParts(compact)
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromEpoch(Number(text.slice(0, 10)))
  const iso = isoForm.exec(text)
  if (iso !== null) return fromParts(iso)
  const slash = slashForm.exec(text)
  if (slash !== null) return fromParts(slash)
  const written = readWritten(text)
  if (written !== undefined) return written
  const numeric = readNumericDate(text, order)
  return numeric === undefined ? undefined : withClock(numeric.rest, numeric.year, numeric.month, numeric.day)
}

function readWritten(text: string): PageDate | undefined {
  const first = dayFirst.exec(text)
  if (first !== null) {
    const month = monthOf.get(nth(first, 2).toLowerCase())
    if (month !== undefined) return withClock(surroundingText(text, first), Number(first[3]), month, Number(first[1]))
  }
  const second = monthFirst.exec(text)
  const month = second === null ? undefined : monthOf.get(nth(second, 1).toLowerCase())
  if (second === null || month === undefined) return readYearFirst(text)
  return withClock(surroundingText(text, second), Number(second[3]), month, Number(second[2]))
}

function readYearFirst(text: string): PageDate | undefined {
  const match = yearFirst.exec(text)
  const month = match === null ? undefined : monthOf.get(nth(match, 2).toLowerCase())
  return match === null || month === undefined ? undefined : make(Number(match[1]), month, Number(match[3]))
}

function withClock(rest: string, year: number, month: number, day: number): PageDate | undefined {
  const clock = clockForm.exec(rest)
  if (clock === null) return make(year, month, day)
  let hour = Number(clock[1])
  const half = clock[3]?.toLowerCase()[0]
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  return make(year, month, day, { hour, minute: Number(clock[2]), second: 0 }, zoneOf(clock[4]))
}

function fromParts(match: RegExpExecArray): PageDate | undefined {
  const [, year, month, day, hour, minute, second, zone] = match
  const clock =
    hour === undefined ? undefined : { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) }
  return make(Number(year), Number(month), Number(day), clock, zoneOf(zone))
}

function fromEpoch(seconds: number): PageDate | undefined {
  const date = new Date(seconds * 1000)
  const year = date.getUTCFullYear()
  return year < 1990 || year > 2100 ? undefined : { iso: date.toISOString(), hasTime: true, hasZone: true }
}

function zoneOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined
  const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return minutes > 14 * 60 ? undefined : offset[1] === '-' ? -minutes : minutes
  }
  const minutes = zoneMinutes.get(zone.toLowerCase())
  return minutes === undefined || Number.isNaN(minutes) ? undefined : minutes
}

type Clock = { readonly hour: number; readonly minute: number; readonly second: number }

function make(year: number, month: number, day: number, clock?: Clock, zone?: number): PageDate | undefined {
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined
  const date = `${year}-${pad(month)}-${pad(day)}`
  if (clock === undefined) return { iso: `${date}${DAY_ONLY}`, hasTime: false, hasZone: false }
  if (clock.hour > 24 || clock.minute > 59 || clock.second > 60) return undefined
  const { hour, minute, second } = clock.hour === 24 ? { hour: 23, minute: 59, second: 59 } : clock
  const time = `${pad(hour)}:${pad(minute)}:${pad(Math.min(59, second))}`
  return { iso: `${date}T${time}${zoneSuffix(zone ?? 0)}`, hasTime: true, hasZone: zone !== undefined }
}

function zoneSuffix(minutes: number): string {
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/**
 * Gives a page's time without zone the zone that matches the feed's instant, when there is one; a day without time gets the feed's time of
 * that day. Otherwise the page's own date is used.
 */
export function alignWithFeed(date: PageDate, feedIso: string | undefined): string {
  if (feedIso === undefined || (date.hasTime && date.hasZone)) return date.iso
  const feedMs = Date.parse(feedIso)
  const pageMs = Date.parse(date.iso)
  if (Number.isNaN(feedMs)) return date.iso
  if (!date.hasTime) return Math.abs(feedMs - pageMs) <= 26 * 3_600_000 ? new Date(feedMs).toISOString() : date.iso
  const minutes = Math.round((pageMs - feedMs) / 60_000)
  const quarter = Math.round(minutes / 15) * 15
  if (Math.abs(minutes - quarter) > 2 || quarter < -12 * 60 || quarter > 14 * 60) return date.iso
  return date.iso.replace(/Z$/, zoneSuffix(quarter))
}
