import type { AskArticle } from '../core/answer.ts'
import { answerFit, toldFit } from './answer-fit.ts'
import { bearing } from './bearing.ts'
import { learnedBearing } from './learned-bearing.ts'
import { type AskedText, type Passage, readAsked } from './passages.ts'
import type { Question } from './question.ts'
import { rangeOf } from './question-times.ts'
import { kindsOfNames, rivalOf } from './rivals.ts'
import { matchIn, matchWords } from './word-match.ts'

/** A sentence with how much of the question it bears. */
export type Ranked = {
  readonly passage: Passage
  /** 0 to 1: all signs together. Ranks, and is what is shown. */
  readonly support: number
  /** How surely it answers; below 0 it does not. Only of the best is it reckoned. */
  readonly bearing: number
  readonly signs: Signs
  /** How well each term is matched, in the sentence and with what is around it. */
  readonly matches: readonly { readonly inside: number; readonly around: number; readonly anywhere: number }[]
}

/** What speaks for a sentence; each 0 to 1. */
export type Signs = {
  /** Words of the question in the sentence itself. */
  readonly direct: number
  /** The same without names. */
  readonly words: number
  /** Names of the question in the sentence, just before it or in the headline; 1 where it has none. */
  readonly subject: number
  /** The sentence speaks of others of the kind of a name that it lacks: of Germany where France is asked about. */
  readonly rival: number
  /** Told as a fact where the question asks for one: neither denied nor only possible. */
  readonly told: number
  /** Words of the question in the sentence, beside it or in the headline. */
  readonly covered: number
  /** Words of the question anywhere in the article. */
  readonly article: number
  readonly title: number
  /** What the question wants is there. */
  readonly fit: number
  /** The matched words stand near each other. */
  readonly close: number
  readonly dated: number
  /** Too short or too long to answer. */
  readonly ill: number
}

/** Weight of each term of a question, summing to 1. */
export type TermWeights = readonly number[]

const beside = 0.75
const besides = 0.55
const after = 0.45
const inTitle = 0.75
const inLead = 0.5
const inText = 0.3

const mostRarity = 4.6

/** How much each term counts: its rarity, less for what names the answer, more for names. */
export function termWeights(question: Question, counts: readonly number[], total: number): TermWeights {
  const raw = question.terms.map((term, at) => {
    // Beyond a point a rare word says no more than another: readers use words that no reporter does.
    const rarity = Math.min(mostRarity, Math.log(1 + total / (1 + (counts[at] ?? 0))))
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
  const counted = {
    ...question,
    terms: question.terms.map((term, at) => ({ ...term, isNowhere: counts[at] === 0 && term.kind !== 'number' })),
  }
  const ranked = texts.flatMap((text) => rankText(counted, text, weights))
  const best = ranked.sort(bySupport).slice(0, reckoned)
  const { sort } = question.asked
  // What was learned was learned on questions with words: `what will Lee do?` and `when?` after another have names alone.
  const hasWords = question.terms.some(({ kind }) => kind !== 'name')
  if (sort === 'said' || sort === 'who-said' || !hasWords) {
    const judged = best.map((one) => ({ ...one, bearing: bearing(question, one, weights) }))
    return { ranked: judged, texts }
  }
  const judged = best.map((one) => {
    const sum = learnedBearing(question, one, weights)
    return { ...one, bearing: sum, support: 1 / (1 + Math.exp(-sum / 2)) }
  })
  return { ranked: judged.sort(bySupport), texts }
}

function bySupport(a: Ranked, b: Ranked): number {
  return b.support - a.support || (newer(a, b) ? -1 : 1)
}

/** So many of the best sentences are looked at closely; what stands below them answers nothing. */
const reckoned = 40

function newer(a: Ranked, b: Ranked): boolean {
  return a.passage.article.article.document.publishedAt > b.passage.article.article.document.publishedAt
}

function rankText(question: Question, text: AskedText, weights: TermWeights): Ranked[] {
  const { terms } = question
  const inside = text.passages.map((passage) => terms.map((term) => matchIn(term, passage)))
  const title = terms.map((term) => matchWords(term, text.title.stems))
  const lead = terms.map((_, at) => Math.max(inside[0]?.[at] ?? 0, inside[1]?.[at] ?? 0))
  const anywhere = terms.map((_, at) => inside.reduce((most, one) => Math.max(most, one[at]!), 0))
  const dated = periodFit(question, text)
  const isName = terms.map(({ kind }) => kind === 'name')
  const wordWeights = only(weights, (at) => !isName[at])
  const nameWeights = only(weights, (at) => isName[at]!)
  const kinds = kindsOfNames(question, text)
  const wholeArticle = weigh(anywhere, weights)
  const wholeTitle = weigh(title, weights)
  return text.passages.flatMap((passage, at): Ranked[] => {
    const own = inside[at]!
    const fit = answerFit(question, passage)
    if (own.every((match) => match === 0) && fit < 0.9) return []
    const matches = terms.map((_, term) => ({
      inside: own[term]!,
      anywhere: Math.max(anywhere[term]!, title[term]!),
      around: Math.max(
        own[term]!,
        beside * (inside[at - 1]?.[term] ?? 0),
        besides * (inside[at - 2]?.[term] ?? 0),
        after * (inside[at + 1]?.[term] ?? 0),
        inTitle * title[term]!,
        inLead * lead[term]!,
        inText * anywhere[term]!,
      ),
    }))
    const signs: Signs = {
      direct: weigh(own, weights),
      words: weigh(own, wordWeights),
      subject: nameWeights.some((weight) => weight > 0)
        ? weigh(
            terms.map((_, term) =>
              Math.max(
                own[term]!,
                0.85 * (inside[at - 1]?.[term] ?? 0),
                inTitle * title[term]!,
                0.6 * lead[term]!,
                0.45 * anywhere[term]!,
              ),
            ),
            nameWeights,
          )
        : 1,
      rival: rivalOf(question, passage, own, kinds),
      told: toldFit(question, passage),
      covered: weigh(
        matches.map(({ around }) => around),
        weights,
      ),
      article: wholeArticle,
      title: wholeTitle,
      fit,
      close: closeness(question, passage),
      dated,
      ill: illness(passage),
    }
    return [{ passage, support: supportOf(signs), bearing: -Infinity, signs, matches }]
  })
}

/** How much each sign weighs: fitted on half of the questions of the eval, see docs/notes/asking.md. */
const signWeights: Readonly<Record<keyof Signs, number>> = {
  direct: 0.01,
  words: 0.1,
  subject: 0.11,
  covered: 0.32,
  article: 0.15,
  title: 0.05,
  fit: 0.17,
  told: 0.04,
  close: 0.02,
  dated: 0.04,
  rival: -0.02,
  ill: -0.08,
}

function supportOf(signs: Signs): number {
  let sum = 0
  for (const name of Object.keys(signWeights) as (keyof Signs)[]) sum += signWeights[name] * signs[name]
  return Math.max(0, Math.min(1, sum))
}

/** The weights of some terms, summing to 1 again; all 0 where none weighs. */
function only(weights: TermWeights, keep: (at: number) => boolean): TermWeights {
  const kept = weights.map((weight, at) => (keep(at) ? weight : 0))
  const sum = kept.reduce((all, one) => all + one, 0)
  return sum === 0 ? kept : kept.map((one) => one / sum)
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
function illness({ words }: Passage): number {
  if (words.length < 4) return 1
  return words.length > 45 ? Math.min(0.6, (words.length - 45) * 0.02) : 0
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

/** True for what holds sentences that may answer: pages that gather pieces of others, and pages we failed to read, do not. */
function isAskable({ kind, completeness }: Pick<AskArticle, 'kind' | 'completeness'>): boolean {
  const isProse = kind === 'article' || kind === 'press-release' || kind === 'opinion' || kind === 'live'
  return isProse && completeness.kind !== 'failed' && completeness.kind !== 'blurb'
}
