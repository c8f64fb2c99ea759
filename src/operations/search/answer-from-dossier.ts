import { groupsOf, pointAt } from '../../ask/assemble-answer.ts'
import { bearsOn } from '../../ask/decide-answer.ts'
import { type PreparedArticle, prepareArticle } from '../../ask/passages.ts'
import type { Question } from '../../ask/question.ts'
import type { Ranked } from '../../ask/rank-sentences.ts'
import { firstReportOf, tellingsOf, withoutAsk } from '../../ask/story-questions.ts'
import type { Answer, AnswerPoint, AskArticle, StoryAsk } from '../../core/answer.ts'
import { matchesText } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { StoryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Dossier } from '../../core/story.ts'
import type { AskFilter, AskText } from '../../store/search/questions.ts'
import type { Store } from '../../store/store.ts'

/** How the sentences and articles of a question are found; the same as for any other question. */
type Finding = {
  readonly rank: (question: Question) => Promise<{ readonly ranked: readonly Ranked[] }>
  readonly read: (texts: readonly AskText[]) => Promise<readonly AskArticle[]>
}

/** Most passages shown, and most stories asked for promises. */
const MOST = 8
const STORIES = 3
/** Least share of the question's words about a sentence for its story to be the one asked about. */
const LEAST_COVERED = 0.5

/** Answers a question about how a story was told from its dossier, each statement with its sentence; undefined when it has nothing to say. */
export async function answerFromDossier(
  store: Store,
  asks: StoryAsk,
  question: Question,
  scope: AskFilter,
  { rank, read }: Finding,
): Promise<Answer | undefined> {
  const own = withoutAsk(question)
  const ids = scope.storyId === undefined ? await storiesAbout(own, rank) : [scope.storyId]
  const stories = await store.stories.findMany(ids.slice(0, asks === 'promised' ? STORIES : 1))
  const dossiers = stories.flatMap(({ dossier }) => dossier ?? [])
  const documents = dossiers.flatMap((dossier) => placesOf(asks, own, dossier).map(({ documentId }) => documentId))
  if (documents.length === 0) return undefined
  const articles = await read(await store.questions.texts([...new Set(documents)]))
  const texts = articles.map(prepareArticle)
  const points = dossiers
    .flatMap((dossier) => pointsOf(asks, own, dossier, texts))
    .filter((point) => isVerbatim(point, articles))
  const [first, ...others] = groupsOf(onceEach(points).slice(0, MOST), articles)
  if (!first) return undefined
  return {
    kind: 'answered',
    asked: { ...question.asked, asks },
    groups: [first, ...others],
    conflicts: [],
    searched: searchedIn(texts),
  }
}

/** Stories with sentences that the rest of the question is about, closest first. */
async function storiesAbout(question: Question, rank: Finding['rank']): Promise<readonly StoryId[]> {
  if (question.terms.length === 0) return []
  const { ranked } = await rank(question)
  const about = ranked.filter((one) => one.features.covered >= LEAST_COVERED && bearsOn(question, one))
  return [...new Set(about.flatMap(({ passage }) => passage.article.article.storyId ?? []))]
}

function placesOf(asks: StoryAsk, question: Question, dossier: Dossier) {
  if (asks !== 'first') return tellingsOf(asks, question, dossier)
  const first = firstReportOf(dossier)
  return first ? [first] : []
}

function pointsOf(
  asks: StoryAsk,
  question: Question,
  dossier: Dossier,
  texts: readonly PreparedArticle[],
): readonly AnswerPoint[] {
  const passages = texts.flatMap((text) => text.passages)
  if (asks !== 'first')
    return tellingsOf(asks, question, dossier).flatMap((citation) => pointAt(question, citation, passages) ?? [])
  const first = firstReportOf(dossier)
  const [opening] = texts.find(({ article }) => article.document.id === first?.documentId)?.passages ?? []
  if (!first || !opening) return []
  const { document } = opening.article.article
  const citation = { documentId: document.id, span: opening.span, exact: '' }
  const point = pointAt(question, citation, passages)
  return point ? [{ ...point, firstReport: defined({ agency: first.agency }) }] : []
}

function onceEach(points: readonly AnswerPoint[]): readonly AnswerPoint[] {
  const seen = new Set<string>()
  return points.filter(({ sentence }) => !seen.has(sentence.exact) && seen.add(sentence.exact))
}

function isVerbatim({ citation, sentence }: AnswerPoint, articles: readonly AskArticle[]): boolean {
  const article = articles.find(({ document }) => document.id === citation.documentId)
  return article !== undefined && matchesText(article.document, citation) && matchesText(article.document, sentence)
}

function searchedIn(texts: readonly PreparedArticle[]): Answer['searched'] {
  const passages = texts.flatMap((text) => text.passages)
  const days = texts.map(({ article }) => article.document.publishedAt).sort()
  return {
    articleCount: texts.length,
    sentenceCount: passages.length,
    quoteCount: new Set(passages.flatMap(({ quotes }) => quotes)).size,
    ...(days.length > 0 ? { from: nth(days, 0), until: nth(days, days.length - 1) } : {}),
    missing: [],
    isCut: false,
  }
}
