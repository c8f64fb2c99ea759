import type { AnswerConflict, AnswerGroup, AnswerPoint, AskArticle, ClosestPassage } from '../core/answer.ts'
import { type Citation, cite } from '../core/citation.ts'
import { defined } from '../core/defined.ts'
import { nth } from '../core/nth.ts'
import { attributionFloor, type Quote } from '../core/quote.ts'
import { heardAt } from '../core/reading/heard.ts'
import { overlaps, type Span } from '../core/span.ts'
import type { Difference } from '../core/story.ts'
import { bestQuote, surestQuote } from './answer-fit.ts'
import { foldWord } from './ask-words.ts'
import { sameWords } from './decide-answer.ts'
import { type Passage, stemPlaces } from './passages.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank-sentences.ts'
import { matchWords } from './word-match.ts'

/**
 * Below this confidence no speaker is named when the question asks who said something or what somebody said. Learned, see
 * docs/notes/asking.md.
 */
const askedFloor = 0.845
/** For `who said` and a paraphrase: the least sum of confidence in the speaker and weighted matched words. */
const leastSure = 1.02
/** Weight of the share of the question's words found in the quotation, added to the confidence in its speaker. */
const ofWords = 0.35

/**
 * True when the speaker of a quotation may be named in an answer. If the question asks who said something, the quotation must also have the
 * words asked about. A role (`the governor`) fits many people, so then a word of the question must be near.
 */
function isSpeakerSure(question: Question, quote: Quote, passage: Passage): boolean {
  const isAsked = question.asked.sort === 'said' || question.asked.sort === 'who-said'
  if (quote.speaker === undefined || quote.confidence < (isAsked ? askedFloor : attributionFloor)) return false
  switch (question.asked.sort) {
    case 'who-said':
      return quote.kind === 'indirect'
        ? quote.confidence + ofWords * wordsIn(question, quote, passage) >= leastSure
        : wordsIn(question, quote, passage) > 0
    case 'said':
      return (
        question.speaker === undefined ||
        question.speaker.role.length === 0 ||
        isNamed(question, quote) ||
        hasWord(question, passage)
      )
    default:
      return true
  }
}

/** Share of a question's words found in a quotation. */
function wordsIn({ terms }: Question, quote: Quote, { words }: Passage): number {
  const said = stemPlaces(words.filter((word) => overlaps(word, quote.span)))
  const matched = terms.reduce((sum, term) => sum + matchWords(term, said), 0)
  return terms.length === 0 ? 1 : matched / terms.length
}

function hasWord({ terms, speaker }: Question, { stems }: Passage): boolean {
  const own = terms.filter(({ kind, text }) => kind !== 'name' && !speaker?.role.includes(text))
  return own.length === 0 || own.some((term) => matchWords(term, stems) > 0)
}

/** True for a body whose name looked like a role: `the park service`. */
function isNamed({ speaker: asked }: Question, { speaker: by }: Quote): boolean {
  const name = (by?.name ?? '').split(/[\s-]+/).map(foldWord)
  return asked?.role.every((word) => name.includes(word)) === true
}

/** Two passages whose support differs by less are equally good: the newer one comes first. */
const asGood = 0.04
/** A quotation that fills this share of its sentence counts as what the sentence says. */
const mostOfSentence = 0.6

/** Makes points of an answer from sentences, each passage once: best first, and among equally good ones the newest. */
export function pointsOf(question: Question, ranked: readonly Ranked[]): readonly AnswerPoint[] {
  return newestFirst(pointsInOrder(question, ranked).toSorted((a, b) => b.support - a.support))
}

/** The same in the order of the sentences. */
export function pointsInOrder(question: Question, ranked: readonly Ranked[]): readonly AnswerPoint[] {
  const bySame = new Map<string, Ranked[]>()
  for (const one of ranked) {
    const key = sameWords(one)
    const known = bySame.get(key)
    if (known) known.push(one)
    else bySame.set(key, [one])
  }
  return [...bySame.values()].map((same) => {
    // The earliest article with the passage is the source; the others are listed beside it.
    const [first, ...others] = same.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
    const point = pointOf(question, first!.passage, Math.max(...same.map(({ support }) => support)))
    const names = new Set(others.map(({ passage }) => passage.article.article.source.name))
    names.delete(point.sourceName)
    return { ...point, alsoIn: [...names] }
  })
}

/** The closest passages in their order, each with the words of the question it has; where it has none, those its article has. */
export function closestPassages(question: Question, ranked: readonly Ranked[]): readonly ClosestPassage[] {
  return ranked.map((one) => {
    const words = (place: 'inside' | 'anywhere') =>
      question.terms.flatMap(({ written }, at) => (nth(one.matches, at)[place] >= sameWord ? [written] : []))
    const own = words('inside')
    return {
      ...pointOf(question, one.passage, one.support),
      why: own.length > 0 ? { in: 'passage', words: own } : { in: 'article', words: words('anywhere') },
    }
  })
}

/** The least match of a word itself or another form of it; a synonym's is lower. */
const sameWord = 0.8

/** Best first. Among equally good points of one story, full news articles come first, then the newest, because it has the latest toll. */
function newestFirst(points: readonly AnswerPoint[]): readonly AnswerPoint[] {
  const left = [...points]
  const ordered: AnswerPoint[] = []
  while (left[0] !== undefined) {
    const [best] = left
    const alike = left.filter(({ storyId, support }) => storyId === best.storyId && support >= best.support - asGood)
    const whole = alike.filter(({ label }) => label === undefined)
    const newest = (whole.length > 0 ? whole : alike).reduce((last, one) =>
      one.publishedAt > last.publishedAt ? one : last,
    )
    ordered.push(newest)
    left.splice(left.indexOf(newest), 1)
  }
  return ordered
}

function timeOf({ passage }: Ranked): string {
  return passage.article.article.document.publishedAt
}

function pointOf(question: Question, passage: Passage, support: number): AnswerPoint {
  const { document, source, storyId } = passage.article.article
  const quote = isOfWords(question) ? bestQuote(question, passage) : quoteFilling(passage)
  const speaker = quote?.speaker
  return {
    citation: cite(document, quote ? common(quote.span, passage.span) : passage.span),
    sentence: cite(document, passage.span),
    articleId: document.articleId,
    ...defined({ storyId }),
    sourceId: source.id,
    sourceName: source.name,
    publishedAt: document.publishedAt,
    ...defined({
      heard: heardAt(
        document,
        passage.article.article,
        (quote ? common(quote.span, passage.span) : passage.span).start,
      ),
      speaker:
        quote && speaker && isSpeakerSure(question, quote, passage)
          ? { name: speaker.name, confidence: quote.confidence, isDirect: quote.kind !== 'indirect' }
          : undefined,
    }),
    ...labelOf(passage.article.article),
    alsoIn: [],
    support: Math.round(support * 1000) / 1000,
  }
}

/** How an article differs from a complete news article; empty for one that doesn't. */
function labelOf({ kind, completeness: { kind: held }, isWithdrawn }: AskArticle): Pick<AnswerPoint, 'label'> {
  if (kind === 'article' && held === 'complete' && !isWithdrawn) return {}
  return {
    label: defined({
      kind: kind === 'article' ? undefined : kind,
      completeness: held === 'complete' ? undefined : held,
      isWithdrawn,
    }),
  }
}

/** The quotation that fills most of the sentence. Its speaker is shown whatever the question asks. */
function quoteFilling(passage: Passage): Quote | undefined {
  const quote = surestQuote(passage)
  if (!quote) return undefined
  const { start, end } = common(quote.span, passage.span)
  return end - start >= mostOfSentence * (passage.span.end - passage.span.start) ? quote : undefined
}

/** True for questions about what somebody said. */
function isOfWords({ asked: { sort } }: Question): boolean {
  return sort === 'said' || sort === 'who-said'
}

function common(a: Span, b: Span): Span {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) }
}

/** The point of the sentence at a place; undefined when none of the passages is there. */
export function pointAt(question: Question, place: Citation, passages: readonly Passage[]): AnswerPoint | undefined {
  const passage = passages.find(
    ({ article, span }) => article.article.document.id === place.documentId && overlaps(span, place.span),
  )
  return passage && pointOf(question, passage, 1)
}

/** Groups points by story, in the order of each story's best point. */
export function groupsOf(points: readonly AnswerPoint[], articles: readonly AskArticle[]): readonly AnswerGroup[] {
  const byArticle = new Map(articles.map((article) => [article.document.articleId, article]))
  const groups = Map.groupBy(points, ({ storyId, articleId }) => storyId ?? articleId)
  return [...groups.values()].map((group) => {
    const first = nth(group, 0)
    const article = byArticle.get(first.articleId)
    return {
      ...defined({ storyId: first.storyId }),
      title: article?.storyTitle ?? article?.document.title ?? '',
      points: group as [AnswerPoint, ...AnswerPoint[]],
    }
  })
}

/**
 * Finds points that are one side of a difference asserted in a reporter's own words, and gives both sides with their sentences. Only
 * differences found in the points' own stories are shown as conflicts.
 */
export function conflictsOf(
  question: Question,
  points: readonly AnswerPoint[],
  differences: readonly Difference[],
  passages: readonly Passage[],
): readonly AnswerConflict[] {
  return differences.flatMap((difference) => {
    const isShown = [difference.a, difference.b].some(({ citation }) =>
      points.some((point) => isIn(citation, point.sentence)),
    )
    if (!isShown) return []
    const [a, b] = [difference.a, difference.b].map(({ citation }) => sideOf(question, citation, points, passages))
    return a && b ? [{ a, b, ...defined({ signal: difference.signal }) }] : []
  })
}

function sideOf(
  question: Question,
  citation: Citation,
  points: readonly AnswerPoint[],
  passages: readonly Passage[],
): AnswerPoint | undefined {
  const shown = points.find((point) => isIn(citation, point.sentence))
  if (shown) return shown
  const passage = passages.find(
    ({ article, span }) => article.article.document.id === citation.documentId && overlaps(span, citation.span),
  )
  return passage && pointOf(question, passage, 0)
}

function isIn(citation: Citation, sentence: Citation): boolean {
  return citation.documentId === sentence.documentId && overlaps(citation.span, sentence.span)
}
