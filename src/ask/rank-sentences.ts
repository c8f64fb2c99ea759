import { answerFit } from './answer-fit.ts'
import type { AskArticle } from './ask-article.ts'
import { isAskable } from './ask-article.ts'
import { type AskedText, type Passage, readAsked } from './passages.ts'
import type { Question } from './question.ts'
import { rangeOf } from './question-times.ts'
import { matchIn, matchWords } from './word-match.ts'

/** A sentence with how much of the question it bears. */
export type Ranked = {
  readonly passage: Passage
  /** 0 to 1: all signs together. Ranks, and is what is shown. */
  readonly support: number
  /** 0 to 1: words of the question in the sentence itself. */
  readonly direct: number
  /** 0 to 1: words of the question in the sentence, beside it or in the headline. */
  readonly covered: number
  /** 0 to 1: what the question wants is there. */
  readonly fit: number
  /** How well each term is matched, in the sentence and with what is around it. */
  readonly matches: readonly { readonly inside: number; readonly around: number }[]
}

/** Weight of each term of a question, summing to 1. */
export type TermWeights = readonly number[]

const beside = 0.6
const after = 0.3
const inTitle = 0.6
const inLead = 0.4
const inText = 0.2

/** How much each term counts: its rarity, less for what names the answer, more for names. */
export function termWeights(question: Question, counts: readonly number[], total: number): TermWeights {
  const raw = question.terms.map((term, at) => {
    const rarity = Math.log(1 + total / (1 + (counts[at] ?? 0)))
    // Of a word that is nowhere nothing is known: it counts as one of the rarest.
    return Math.max(0.5, rarity) * term.weight * (term.isAskedFor ? 0.35 : 1) * (term.kind === 'name' ? 1.15 : 1)
  })
  const sum = raw.reduce((all, one) => all + one, 0)
  return raw.map((one) => (sum === 0 ? 0 : one / sum))
}

/** Sentences of the articles, the best answer first. Those with no word of the question are left out. */
export function rankSentences(
  question: Question,
  articles: readonly AskArticle[],
  weights: TermWeights,
  counts: readonly number[],
): { readonly ranked: readonly Ranked[]; readonly texts: readonly AskedText[] } {
  const texts = articles.filter(isAskable).map(readAsked)
  const ranked = texts.flatMap((text) => rankText(question, text, weights, counts))
  return { ranked: ranked.sort((a, b) => b.support - a.support || (newer(a, b) ? -1 : 1)), texts }
}

function newer(a: Ranked, b: Ranked): boolean {
  return a.passage.article.article.document.publishedAt > b.passage.article.article.document.publishedAt
}

function rankText(question: Question, text: AskedText, weights: TermWeights, counts: readonly number[]): Ranked[] {
  const { terms } = question
  const mayBeSlip = terms.map((term, at) => (counts[at] ?? 0) === 0 && term.kind !== 'number')
  const inside = text.passages.map((passage) => terms.map((term, at) => matchIn(term, passage, mayBeSlip[at]!)))
  const title = terms.map((term) => matchWords(term, text.title.stems))
  const lead = terms.map((_, at) => Math.max(inside[0]?.[at] ?? 0, inside[1]?.[at] ?? 0))
  const anywhere = terms.map((_, at) => inside.reduce((most, one) => Math.max(most, one[at]!), 0))
  const dated = periodFit(question, text)
  return text.passages.flatMap((passage, at): Ranked[] => {
    const own = inside[at]!
    const direct = weigh(own, weights)
    if (direct === 0) return []
    const matches = terms.map((_, term) => ({
      inside: own[term]!,
      around: Math.max(
        own[term]!,
        beside * (inside[at - 1]?.[term] ?? 0),
        after * (inside[at + 1]?.[term] ?? 0),
        inTitle * title[term]!,
        inLead * lead[term]!,
        inText * anywhere[term]!,
      ),
    }))
    const covered = weigh(
      matches.map(({ around }) => around),
      weights,
    )
    const fit = answerFit(question, passage)
    const support =
      0.42 * covered +
      0.3 * direct +
      0.16 * fit +
      0.05 * closeness(question, passage) +
      0.03 * (at < 4 ? 1 - at / 4 : 0) +
      0.04 * dated -
      lengthPenalty(passage)
    return [{ passage, support: Math.max(0, Math.min(1, support)), direct, covered, fit, matches }]
  })
}

function weigh(matches: readonly number[], weights: TermWeights): number {
  return matches.reduce((sum, match, at) => sum + match * weights[at]!, 0)
}

/** How near to each other the matched words stand, 0 to 1. */
function closeness({ terms }: Question, { stems, words }: Passage): number {
  const places = terms.flatMap((term) => stems.get(term.stem)?.[0] ?? []).sort((a, b) => a - b)
  if (places.length < 2 || words.length === 0) return 0
  const stretch = places.at(-1)! - places[0]! + 1
  return places.length / stretch
}

/** A fragment answers nothing, and in a very long sentence anything is matched. */
function lengthPenalty({ words }: Passage): number {
  if (words.length < 5) return 0.12
  return words.length > 45 ? Math.min(0.06, (words.length - 45) * 0.002) : 0
}

const dayMs = 86_400_000

/** 1 when a text is of the time the question names, or speaks of it. Without a time in the question all are. */
function periodFit({ asked: { from, until } }: Question, text: AskedText): number {
  if (from === undefined || until === undefined) return 1
  const at = Date.parse(text.article.document.publishedAt)
  if (at >= Date.parse(from) - 2 * dayMs && at <= Date.parse(until) + 5 * dayMs) return 1
  const speaks = (text.article.annotations.times?.items ?? []).some((time) => {
    const range = time.kind === 'date' || time.kind === 'time' ? rangeOf(time) : undefined
    return range !== undefined && range.from < until && range.until > from && range.until <= until
  })
  return speaks ? 0.6 : -1
}
