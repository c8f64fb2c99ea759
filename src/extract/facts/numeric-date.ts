import { nth } from '../../core/nth.ts'
/** Which number of `03/04/2025` is the day. */
export type DayOrder = 'day-first' | 'month-first'

const form = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[.-]\d)/
const eastern = /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u

type NumericDate = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly rest: string
}

/**
 * Parses `3/4/2025`, `03.04.25` or `2025年4月3日`. Where both numbers could be the day, `order` decides; without it such a date is not read.
 * With dots the day comes first.
 */
export function readNumericDate(text: string, order?: DayOrder): NumericDate | undefined {
  const asian = eastern.exec(text)
  if (asian !== null)
    return { ...numbers(nth(asian, 1), nth(asian, 2), nth(asian, 3)), rest: surroundingText(text, asian) }
  const match = form.exec(text)
  if (match === null) return undefined
  const [, first = '', mark, second = '', year = ''] = match
  // A two-digit year is read only in dates with slashes.
  if (year.length === 2 && mark !== '/') return undefined
  const known = orderOf(Number(first), Number(second)) ?? (mark === '.' ? 'day-first' : order)
  if (known === undefined) return undefined
  const [day, month] = known === 'day-first' ? [first, second] : [second, first]
  return { ...numbers(year.length === 2 ? `20${year}` : year, month, day), rest: surroundingText(text, match) }
}

function numbers(year: string, month: string, day: string): { year: number; month: number; day: number } {
  return { year: Number(year), month: Number(month), day: Number(day) }
}

/** The text around a match, where a clock time is searched. */
export function surroundingText(text: string, match: RegExpExecArray): string {
  return `${text.slice(match.index + match[0].length)} ${text.slice(0, match.index)}`
}

function orderOf(first: number, second: number): DayOrder | undefined {
  if (first > 12 && second <= 12) return 'day-first'
  return second > 12 && first <= 12 ? 'month-first' : undefined
}

const monthFirstPlaces = /\.(?:us|gov|edu|mil)$/
const dayFirstPlaces =
  /\.(?:uk|ie|au|nz|in|za|ng|ke|gh|pk|bd|lk|sg|my|hk|eu|fr|de|es|it|pt|nl|be|at|ch|br|mx|ar|ae|sa|eg|ru|ua|pl|gr|tr|se|no|dk|fi)$/

/** The order of numeric dates on a page: that of an unambiguous date on it, else that of its language or country. */
export function dayOrderOf(page: {
  readonly lines: readonly string[]
  readonly language: string | undefined
  readonly url: string
}): DayOrder | undefined {
  for (const line of page.lines) {
    const match = line.length <= 200 ? form.exec(line) : null
    const order = match === null ? undefined : orderOf(Number(match[1]), Number(match[3]))
    if (order !== undefined && match?.[2] === '/') return order
  }
  const host = URL.parse(page.url)?.hostname ?? ''
  const language = (page.language ?? '').toLowerCase().replace('_', '-')
  if (language === 'en-us' || monthFirstPlaces.test(host)) return 'month-first'
  if (/^en-(?:gb|au|nz|ie|in|za)$/.test(language) || dayFirstPlaces.test(host)) return 'day-first'
  return /^(?:fr|de|es|it|pt|nl|ru|ar|tr|pl|uk|el|ro|da|no|nb|id)\b/.test(language) ? 'day-first' : undefined
}
