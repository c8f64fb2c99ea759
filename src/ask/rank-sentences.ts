import type { EntityKind } from '../core/annotation.ts'
import type { AskArticle } from '../core/answer.ts'
import { nth } from '../core/nth.ts'
import { answerFit, factFit } from './answer-fit.ts'
import { foldWord } from './ask-words.ts'
import { learnedRelevance, quoteRelevance } from './learned-relevance.ts'
import { type Passage, type PreparedArticle, prepareArticle } from './passages.ts'
import type { Question } from './question.ts'
import { rangeOf } from './question-times.ts'
import { matchIn, matchWords } from './word-match.ts'

/** A sentence and how well it answers. */
export type Ranked = {
  readonly passage: Passage
  /** All features together, 0 to 1. Decides the order and is shown to the reader. */
  readonly support: number
  /** How likely the sentence is to answer; below 0 it does not. Computed only for the best sentences. */
  readonly relevance: number
  readonly features: Features
  /** How well each term is matched in the sentence, around it and anywhere in the article. */
  readonly matches: readonly { readonly inside: number; readonly around: number; readonly anywhere: number }[]
}

/** Features of a sentence, each 0 to 1. */
export type Features = {
  /** Words of the question in the sentence itself, names left out. */
  readonly words: number
  /** Names of the question in the sentence, just before it or in the headline; 1 if the question has none. */
  readonly subject: number
  /** The sentence mentions another name of a kind it lacks: Germany, when France is asked about. */
  readonly rival: number
  /** The sentence states a fact where the question asks for one, rather than a denial or a possibility. */
  readonly factual: number
  /** Words of the question in the sentence, next to it or in the headline. */
  readonly covered: number
  /** Words of the question anywhere in the article. */
  readonly article: number
  readonly title: number
  /** The sentence has the kind of thing asked for. */
  readonly fit: number
  readonly dated: number
  /** The sentence is too short or too long to be an answer. */
  readonly badLength: number
}

/** Weight of each term of a question; they sum to 1. */
export type TermWeights = readonly number[]

const beside = 0.75
const besides = 0.55
const after = 0.45
const inTitle = 0.75
const inLead = 0.5
const inText = 0.3

const mostRarity = 4.6

/** Weighs each term by rarity: less for the word that names the kind of answer, more for names. */
export function termWeights(question: Question, counts: readonly number[], total: number): TermWeights {
  const raw = question.terms.map((term, at) => {
    // Rarity is capped, because readers use words that no reporter does.
    const rarity = Math.min(mostRarity, Math.log(1 + total / (1 + (counts[at] ?? 0))))
    return Math.max(0.5, rarity) * term.weight * (term.isAskedFor ? 0.35 : 1) * (term.kind === 'name' ? 1.15 : 1)
  })
  const sum = raw.reduce((all, one) => all + one, 0)
  return raw.map((one) => (sum === 0 ? 0 : one / sum))
}

/** Sentences of the articles, best answer first. Those without any word of the question are left out. */
export function rankSentences(
  question: Question,
  articles: readonly AskArticle[],
  weights: TermWeights,
  counts: readonly number[],
): { readonly ranked: readonly Ranked[]; readonly texts: readonly PreparedArticle[] } {
  const texts = articles.filter(isAskable).map(prepareArticle)
  const counted = {
    ...question,
    terms: question.terms.map((term, at) => ({ ...term, isUnknown: counts[at] === 0 && term.kind !== 'number' })),
  }
  const ranked = texts.flatMap((text) => rankText(counted, text, weights))
  const best = ranked.sort(bySupport).slice(0, mostExamined)
  const { sort } = question.asked
  // The learned weights come from questions with words, but `what will Lee do?` or a follow-up `when?` has only names.
  const hasWords = question.terms.some(({ kind }) => kind !== 'name')
  if (sort === 'said' || sort === 'who-said' || !hasWords) {
    const judged = best.map((one) => ({ ...one, relevance: quoteRelevance(question, one, weights) }))
    return { ranked: judged, texts }
  }
  const judged = best.map((one) => {
    const sum = learnedRelevance(question, one, weights)
    return { ...one, relevance: sum, support: 1 / (1 + Math.exp(-sum / 2)) }
  })
  return { ranked: judged.sort(bySupport), texts }
}

function bySupport(a: Ranked, b: Ranked): number {
  return b.support - a.support || (newer(a, b) ? -1 : 1)
}

/** How many of the best sentences are examined closely; the rest do not answer. */
const mostExamined = 40

function newer(a: Ranked, b: Ranked): boolean {
  return a.passage.article.article.document.publishedAt > b.passage.article.article.document.publishedAt
}

function rankText(question: Question, text: PreparedArticle, weights: TermWeights): Ranked[] {
  const { terms } = question
  const inside = text.passages.map((passage) => terms.map((term) => matchIn(term, passage)))
  const title = terms.map((term) => matchWords(term, text.title.stems))
  const lead = terms.map((_, at) => Math.max(inside[0]?.[at] ?? 0, inside[1]?.[at] ?? 0))
  const anywhere = terms.map((_, at) => inside.reduce((most, one) => Math.max(most, nth(one, at)), 0))
  const dated = periodFit(question, text)
  const isName = terms.map(({ kind }) => kind === 'name')
  const wordWeights = only(weights, (at) => !isName[at])
  const nameWeights = only(weights, (at) => nth(isName, at))
  const kinds = kindsOfNames(question, text)
  const wholeArticle = weigh(anywhere, weights)
  const wholeTitle = weigh(title, weights)
  return text.passages.flatMap((passage, at): Ranked[] => {
    const own = nth(inside, at)
    const fit = answerFit(question, passage)
    if (own.every((match) => match === 0) && fit < 0.9) return []
    const matches = terms.map((_, term) => ({
      inside: nth(own, term),
      anywhere: Math.max(nth(anywhere, term), nth(title, term)),
      around: Math.max(
        nth(own, term),
        beside * (inside[at - 1]?.[term] ?? 0),
        besides * (inside[at - 2]?.[term] ?? 0),
        after * (inside[at + 1]?.[term] ?? 0),
        inTitle * nth(title, term),
        inLead * nth(lead, term),
        inText * nth(anywhere, term),
      ),
    }))
    const features: Features = {
      words: weigh(own, wordWeights),
      subject: nameWeights.some((weight) => weight > 0)
        ? weigh(
            terms.map((_, term) =>
              Math.max(
                nth(own, term),
                0.85 * (inside[at - 1]?.[term] ?? 0),
                inTitle * nth(title, term),
                0.6 * nth(lead, term),
                0.45 * nth(anywhere, term),
              ),
            ),
            nameWeights,
          )
        : 1,
      rival: rivalOf(question, passage, own, kinds),
      factual: factFit(question, passage),
      covered: weigh(
        matches.map(({ around }) => around),
        weights,
      ),
      article: wholeArticle,
      title: wholeTitle,
      fit,
      dated,
      badLength: badLength(passage),
    }
    return [{ passage, support: supportOf(features), relevance: -Infinity, features, matches }]
  })
}

/** Weights of the features, fitted on half of the eval's questions, see docs/notes/asking.md. */
const featureWeights: Readonly<Record<keyof Features, number>> = {
  words: 0.1,
  subject: 0.11,
  covered: 0.32,
  article: 0.15,
  title: 0.05,
  fit: 0.17,
  factual: 0.04,
  dated: 0.04,
  rival: -0.02,
  badLength: -0.08,
}

function supportOf(features: Features): number {
  let sum = 0
  for (const name of Object.keys(featureWeights) as (keyof Features)[]) sum += featureWeights[name] * features[name]
  return Math.max(0, Math.min(1, sum))
}

/** The weights of some terms, scaled to sum to 1; all 0 if these terms have no weight. */
function only(weights: TermWeights, keep: (at: number) => boolean): TermWeights {
  const kept = weights.map((weight, at) => (keep(at) ? weight : 0))
  const sum = kept.reduce((all, one) => all + one, 0)
  return sum === 0 ? kept : kept.map((one) => one / sum)
}

function weigh(matches: readonly number[], weights: TermWeights): number {
  return matches.reduce((sum, match, at) => sum + match * nth(weights, at), 0)
}

/** A fragment answers nothing, and a very long sentence matches anything. */
function badLength({ words }: Passage): number {
  if (words.length < 4) return 1
  return words.length > 45 ? Math.min(0.6, (words.length - 45) * 0.02) : 0
}

const dayMs = 86_400_000

/** 1 when a text is from the period the question names, or mentions it; also when the question names no period. */
function periodFit({ asked: { from, until } }: Question, text: PreparedArticle): number {
  if (from === undefined || until === undefined) return 1
  const at = Date.parse(text.article.document.publishedAt)
  if (at >= Date.parse(from) - 2 * dayMs && at <= Date.parse(until) + 5 * dayMs) return 1
  const speaks = (text.article.annotations.times?.items ?? []).some((time) => {
    const range = time.kind === 'date' || time.kind === 'time' ? rangeOf(time) : undefined
    return range !== undefined && range.from < until && range.until > from && range.until <= until
  })
  return speaks ? 0.6 : -1
}

/** False for pages that collect other articles' text, and for pages that couldn't be read. */
function isAskable({ kind, completeness }: Pick<AskArticle, 'kind' | 'completeness'>): boolean {
  const isProse = kind === 'article' || kind === 'press-release' || kind === 'opinion' || kind === 'live'
  return isProse && completeness.kind !== 'failed' && completeness.kind !== 'blurb'
}

/** For each term that is a name, the kind of entity it is in the article. */
function kindsOfNames({ terms }: Question, { article }: PreparedArticle): readonly (EntityKind | undefined)[] {
  const kinds = new Map<string, EntityKind>()
  for (const { entity } of article.annotations.mentions?.items ?? [])
    for (const word of entity.name.split(/[\s-]+/)) {
      const folded = foldWord(word)
      if (!kinds.has(folded)) kinds.set(folded, entity.kind)
    }
  return terms.map(({ kind, text }) => (kind === 'name' ? kinds.get(text) : undefined))
}

/** 1 where a sentence lacks a name of the question and mentions another of the same kind, so it is about that one. */
function rivalOf(
  { terms, asked: { sort } }: Question,
  { mentions }: Passage,
  own: readonly number[],
  kinds: readonly (EntityKind | undefined)[],
): number {
  const lacking = new Set(kinds.filter((kind, at) => kind !== undefined && own[at] === 0))
  // `who` asks for a person the question doesn't name, and `where` for such a place.
  if (sort === 'who' || sort === 'who-said' || sort === 'said') lacking.delete('person')
  if (sort === 'who') lacking.delete('organization')
  if (sort === 'where') lacking.delete('place')
  if (lacking.size === 0) return 0
  const asked = new Set(terms.map(({ text }) => text))
  return mentions.some(
    ({ entity, form }) =>
      form === 'name' &&
      lacking.has(entity.kind) &&
      !entity.name.split(/[\s-]+/).some((word) => asked.has(foldWord(word))),
  )
    ? 1
    : 0
}
