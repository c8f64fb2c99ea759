import type { Citation } from '../core/citation.ts'
import type { NumberedSentence } from '../core/claim.ts'
import { overlaps } from '../core/span.ts'
import { isSpeaker } from './check-speaker.ts'
import { type Finding, wrong } from './finding.ts'
import { readPassage } from './read-passage.ts'

/** A statement shown by us: words cited from a document, with the layers of that document. */
export type OwnStatement = { readonly citation: Citation; readonly source: NumberedSentence }

/** A statement must not be part of a quotation whose speaker is named outside of it. */
export function checkOwnWords({ citation: { span }, source }: OwnStatement): Finding {
  const told = (source.annotations.quotes?.items ?? []).find(
    (quote) =>
      quote.kind === 'direct' && !quote.isTopic && quote.span.start <= span.start && quote.span.end >= span.end,
  )
  return told && wrong('speaker', 'It doesn’t name the person who said it.')
}

/** A resolved date must be the date of the words it cites. `date` may be less exact than the words. */
export function checkResolved(expression: Citation, date: string, { source }: OwnStatement): Finding {
  const times = (source.annotations.times?.items ?? []).filter(({ span }) => overlaps(span, expression.span))
  const isSame = times.some(({ value, until }) => [value, until ?? ''].some((each) => meansDay(each, date)))
  return isSame || times.length === 0
    ? undefined
    : wrong('date', `The words “${expression.exact}” do not mean ${date}.`)
}

/** A day, the first day of a week, or part of a longer period; the weekday of a promise may be the next one. */
function meansDay(value: string, date: string): boolean {
  const week = /^(\d{4})-W(\d\d)/.exec(value)
  if (week) return Math.abs(Date.parse(date) - Date.UTC(Number(week[1]), 0, Number(week[2]) * 7 - 3)) < 6 * DAY_MS
  if (/^\d{4}-[A-Z]/.test(value)) return date.startsWith(value.slice(0, 4))
  if (value.startsWith(date) || date.startsWith(value.slice(0, 10) || '-')) return true
  // A promise is about the future, but its words alone may resolve to the same day of last week or last year.
  if (value.slice(4, 10) === date.slice(4, 10)) return Number(date.slice(0, 4)) - Number(value.slice(0, 4)) === 1
  return Date.parse(date) - Date.parse(value.slice(0, 10)) === 7 * DAY_MS
}

const DAY_MS = 86_400_000

/** A quotation must be one the quotes layer found at that place, by the speaker found there or a fuller name of that person. */
export function checkQuotedStatement(
  speaker: { readonly ids: readonly string[]; readonly name: string } | undefined,
  { citation, source }: OwnStatement,
): Finding {
  const near = (source.annotations.quotes?.items ?? []).filter(({ span }) => overlaps(span, citation.span))
  const exact = near.filter(({ span }) => span.start === citation.span.start)
  const quotes = exact.length > 0 ? exact : near
  if (quotes.length === 0) return wrong('quotation', 'No quotation was found at its place.')
  if (!speaker) return undefined
  const named = quotes.filter((quote) => quote.speaker !== undefined)
  const isSame = named.some(
    (quote) =>
      speaker.ids.includes(quote.speaker?.id ?? '') ||
      sharesWord(speaker.name, quote.speaker?.name ?? '') ||
      isSpeaker(speaker.name, quote, readPassage(source)),
  )
  // No speaker was found here: another article of the story names one for the same words.
  return isSame || named.length === 0
    ? undefined
    : wrong('speaker', `In the text, ${named[0]?.speaker?.name} says this, not ${speaker.name}.`)
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(a.toLowerCase().split(/[\s-]+/))
  return b
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => word.length > 2 && words.has(word))
}
