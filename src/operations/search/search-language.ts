import { defined } from '../../core/defined.ts'
import { instantOf } from '../../core/time/zone.ts'

/** A parsed search query. Days are `YYYY-MM-DD`. */
export type ParsedSearch = {
  /** Words, "phrases" and -exclusions to search for in texts. */
  readonly text: string
  /** Words to search for in speakers' names. */
  readonly said?: string
  /** Names of outlets, or parts of them. */
  readonly from?: string
  /** A year, a month or a day: `2026`, `2026-08`, `2026-08-19`. */
  readonly in?: string
  /** From this day on, inclusive. */
  readonly after?: string
  /** Until this day, exclusive. */
  readonly before?: string
  readonly lang?: string
  readonly section?: string
  /** Parts with a known key and an invalid value, which filter nothing. */
  readonly unread: readonly string[]
}

export type SearchKey = Exclude<keyof ParsedSearch, 'text' | 'unread'>

/** A later time gets a signed year, which sorts before all others. */
const LAST_MS = Date.UTC(10_000, 0, 1) - 1

export const searchKeys: readonly SearchKey[] = ['said', 'from', 'in', 'after', 'before', 'lang', 'section']

const part = /(?<=^|\s)(said|from|in|after|before|lang|section):(?:["“”]([^"“”]*)["“”]?|(\S+))/giu

/**
 * Parses a query: `ceasefire said:Reyd from:"Northern Wire" in:2026-08 lang:ar`. There are no syntax errors: the last of repeated keys
 * counts, unknown keys are searched for as text, and invalid values are returned in `unread`.
 */
export function parseSearch(query: string): ParsedSearch {
  const found: Partial<Record<SearchKey, string>> = {}
  const unread: string[] = []
  const text = query.replace(part, (whole, name: string, quoted?: string, bare?: string) => {
    const key = name.toLowerCase() as SearchKey
    const value = readValue(key, (quoted ?? bare ?? '').trim())
    if (value === undefined) unread.push(whole.trim())
    else found[key] = value
    return ' '
  })
  return { text: text.replace(/\s+/g, ' ').trim(), ...found, unread }
}

function readValue(key: SearchKey, value: string): string | undefined {
  if (value === '') return undefined
  if (key === 'in') return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value) && rangeOf(value) ? value : undefined
  if (key === 'after' || key === 'before') return isDay(value) ? value : undefined
  if (key === 'lang') return /^[a-z]{2,3}$/i.test(value) ? value.toLowerCase() : undefined
  return value
}

/** Formats a search as a query string again, for the URL and the field. */
export function writeSearch({ text, unread: _unread, ...keys }: Partial<ParsedSearch>): string {
  const parts = searchKeys.flatMap((key) => {
    const value = keys[key]?.replace(/["“”]/g, '').trim()
    return value ? [`${key}:${/^[^\s]+$/u.test(value) ? value : `"${value}"`}`] : []
  })
  return [text?.trim(), ...parts].filter(Boolean).join(' ')
}

/** The period of a search, from one time (inclusive) to another (exclusive), ISO 8601; its days are those of `timeZone`. */
export function periodOf(
  { in: during, after, before }: ParsedSearch,
  timeZone = 'UTC',
): { readonly from?: string; readonly until?: string } {
  const startOf = (day: string) => new Date(Math.min(instantOf(day, 0, timeZone), LAST_MS)).toISOString()
  const range = during === undefined ? undefined : rangeOf(during)
  const from = [range && startOf(range.from), after && startOf(after)]
    .filter((time) => time !== undefined && time !== '')
    .sort()
    .at(-1)
  const until = [range && startOf(range.until), before && startOf(before)]
    .filter((time) => time !== undefined && time !== '')
    .sort()[0]
  return defined({ from: from || undefined, until: until || undefined })
}

/** The first day of a year, month or day, and the first one after it. */
function rangeOf(value: string): { readonly from: string; readonly until: string } | undefined {
  const [year = 0, month, day] = value.split('-').map(Number)
  if (day !== undefined && !isDay(value)) return undefined
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  // `Date.UTC` takes 26 for 1926.
  if (year < 100) return undefined
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  const until =
    day !== undefined
      ? Date.UTC(year, (month ?? 1) - 1, day + 1)
      : month !== undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year + 1, 0, 1)
  return { from: dayAt(from), until: until > LAST_MS ? '+010000-01-01' : dayAt(until) }
}

function dayAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}
