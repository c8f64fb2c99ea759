import type { Citation } from '../core/citation.ts'
import type { NumberedSentence } from '../core/claim.ts'
import { overlaps } from '../core/span.ts'
import { isSpeaker } from './check-speaker.ts'
import { type Finding, wrong } from './finding.ts'
import { readPassage } from './read-passage.ts'

/** A statement of ours, which is words of a document, with the layers of that document. */
export type OwnStatement = { readonly citation: Citation; readonly source: NumberedSentence }

/** A statement says by itself whose words it is: it is no piece of what somebody says who is named outside it. */
export function checkOwnWords({ citation: { span }, source }: OwnStatement): Finding {
  const told = (source.annotations.quotes?.items ?? []).find(
    (quote) =>
      quote.kind === 'direct' && !quote.isTopic && quote.span.start <= span.start && quote.span.end >= span.end,
  )
  return told && wrong('speaker', 'It is said by somebody whom it does not name.')
}

/** A date that we resolved is that of the words it is said to come from. `date` may be less exact than the words. */
export function checkResolved(expression: Citation, date: string, { source }: OwnStatement): Finding {
  const times = (source.annotations.times?.items ?? []).filter(({ span }) => overlaps(span, expression.span))
  const isSame = times.some(({ value, until }) => [value, until ?? ''].some((each) => meansDay(each, date)))
  return isSame || times.length === 0
    ? undefined
    : wrong('date', `The words “${expression.exact}” do not mean ${date}.`)
}

/** A day of the words, the first day of a week, or part of a longer time; a weekday of a promise may be the next one. */
function meansDay(value: string, date: string): boolean {
  const week = /^(\d{4})-W(\d\d)/.exec(value)
  if (week) return Math.abs(Date.parse(date) - Date.UTC(Number(week[1]), 0, Number(week[2]) * 7 - 3)) < 6 * DAY_MS
  if (/^\d{4}-[A-Z]/.test(value)) return date.startsWith(value.slice(0, 4))
  if (value.startsWith(date) || date.startsWith(value.slice(0, 10) || '-')) return true
  return Date.parse(date) - Date.parse(value.slice(0, 10)) === 7 * DAY_MS
}

const DAY_MS = 86_400_000

/** A quotation is one that the quotes layer found at its place, and its speaker the one found, or a fuller name of him. */
export function checkSaid(
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
  // Nobody found here: another article of the story names him for the same words.
  return isSame || named.length === 0
    ? undefined
    : wrong('speaker', `The text gives these words to ${named[0]?.speaker?.name}, not to ${speaker.name}.`)
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(a.toLowerCase().split(/[\s-]+/))
  return b
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => word.length > 2 && words.has(word))
}
