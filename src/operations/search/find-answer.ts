import { annotate } from '../../analyze/annotate.ts'
import { applyCorrections } from '../../analyze/corrections/apply-corrections.ts'
import { englishTagger } from '../../analyze/grammar/english-tagger.ts'
import { tagWords } from '../../analyze/grammar/tagger.ts'
import { sentences as sentenceAnalyzer } from '../../analyze/sentences.ts'
import { times as timeAnalyzer } from '../../analyze/times.ts'
import { tokenize } from '../../analyze/tokens.ts'
import { applyVerdict } from '../../ask/apply-verdict.ts'
import { formsOf } from '../../ask/ask-words.ts'
import { closestPassages, conflictsOf, groupsOf, pointsInOrder, pointsOf } from '../../ask/assemble-answer.ts'
import { chooseTexts } from '../../ask/choose-texts.ts'
import { type Choice, candidatesOf, closestTo, decideAnswer } from '../../ask/decide-answer.ts'
import type { Question } from '../../ask/question.ts'
import { languageOfQuestion } from '../../ask/question-patterns.ts'
import { type Ranked, rankSentences, termWeights } from '../../ask/rank-sentences.ts'
import { readQuestion } from '../../ask/read-question.ts'
import { storyAskOf } from '../../ask/story-questions.ts'
import type { Answer, AnswerJudging, AnswerPoint, AskArticle, AskScope } from '../../core/answer.ts'
import { matchesText } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import { asId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { isRetracted } from '../../core/reading/revision-cause.ts'
import { localTime } from '../../core/time/zone.ts'
import type { AskCandidates, AskFilter, AskText } from '../../store/search/questions.ts'
import { foldersOf } from '../feeds/folders.ts'
import { leaving } from '../for-reader.ts'
import { mutedLists } from '../library/hide-muted.ts'
import type { OperationContext } from '../operation.ts'
import { answerFromDossier } from './answer-from-dossier.ts'
import { type AskView, shownPoints } from './ask-views.ts'
import { type JudgeMode, type JudgePassages, modelJudge } from './judge-passages.ts'
import { semanticMatches } from './semantic-matches.ts'

/** Texts considered, and how many of those are read in full with annotations. */
const LOOKED_OVER = 64
const READ = 20
/** Sentences that a model may choose from. */
const JUDGED = 16

/** The input of `ask`. */
export type AskInput = { readonly [Field in keyof AskScope]: AskScope[Field] | undefined } & {
  readonly question: string
  readonly follows?: string | undefined
  readonly timeZone?: string | undefined
  readonly judge?: JudgeMode | undefined
}

/** Finds passages that answer a question within its scope; undefined when the scope doesn't exist. */
export async function findAnswer(
  asked: OperationContext,
  { question, follows, timeZone, judge, ...scope }: AskInput,
): Promise<AskView | undefined> {
  // A model that reads passages may be elsewhere.
  const context = asked.model.isOn('judging') || asked.model.isOn('answer') ? leaving(asked) : asked
  const about = await scopeOf(context, definedOnly(scope))
  if (!about) return undefined
  const now = localTime(context.now().toISOString(), timeZone ?? 'UTC')
  const before = questionsBefore(follows, now)
  const filter = filterOf(context, about.scope)
  const answered = await answer(context, questionAt(question, now, before), filter, modelJudge(context, judge))
  return { ...about, answer: answered, ...(await closeTo(context, question, about.scope, answered)) }
}

/** Previous questions considered: each may depend on the one before, but none on an older one. */
const BEFORE = 6

function questionsBefore(follows = '', now: string): Question | undefined {
  const lines = follows.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(-BEFORE).reduce<Question | undefined>((before, line) => questionAt(line, now, before), undefined)
}

/** Articles similar in meaning to a question without a scope, listed beside the passages and never among them. */
async function closeTo(
  context: OperationContext,
  question: string,
  { storyId, entityId, folder, from, until }: AskScope,
  answered: Answer,
) {
  if (storyId !== undefined || entityId !== undefined || folder !== undefined) return {}
  const points = shownPoints(answered)
  const period = defined({ from, until })
  return semanticMatches(context, question, period, points, await mutedLists(context))
}

/** Parses a question; days in it are relative to that of `now`, ISO 8601 as the asker's calendar and clock show it. */
export function questionAt(text: string, now: string, before?: Question): Question {
  const trimmed = text.replace(/\s+/g, ' ').trim()
  const document = {
    id: asId<AskText['id']>('question'),
    articleId: asId<AskText['articleId']>('question'),
    language: languageOfQuestion(trimmed),
    title: '',
    text: trimmed,
    blocks: [{ kind: 'paragraph' as const, start: 0, end: trimmed.length }],
    publishedAt: now,
  }
  const { times } = annotate(document, [sentenceAnalyzer, timeAnalyzer])
  return readQuestion(trimmed, times?.items ?? [], before, document.language === 'en' ? verbsOf(trimmed) : undefined)
}

/** Where the verbs of an English question begin. */
function verbsOf(text: string): ReadonlySet<number> {
  const tokens = tokenize(text)
  const tags = tagWords(
    englishTagger(),
    tokens.map((token) => token.text),
  )
  return new Set(tokens.flatMap(({ start }, at) => (tags[at] === 'VERB' ? [start] : [])))
}

type AskContext = Pick<OperationContext, 'store' | 'reader' | 'now'>

/** Answers a question from stored articles: finds candidates by words, reads the best ones, judges and assembles the passages. */
export async function answer(
  context: AskContext,
  question: Question,
  scope: AskFilter,
  judge?: JudgePassages,
): Promise<Answer> {
  return (await searchFor(context, question, scope))(judge)
}

/** Finds and ranks what may answer a question, and returns what answers from it: as a judge chooses, or without one. */
export async function searchFor(
  context: AskContext,
  question: Question,
  scope: AskFilter,
): Promise<(judge?: JudgePassages) => Promise<Answer>> {
  const { store } = context
  const { asked } = question
  const asks = storyAskOf(asked.text)
  // A dossier is about all articles of its story, whoever's folder they are in.
  const told =
    asks &&
    scope.folder === undefined &&
    (await answerFromDossier(store, asks, question, scope, {
      rank: (own) => rankStored(context, own, scope),
      read: (texts) => readShown(context, texts),
    }))
  if (told) return async () => told
  if (question.terms.length === 0)
    return async () => ({ kind: 'nothing', asked, reason: 'no-question', searched: nothingSearched })
  const ranking = await rankStored(context, question, scope)
  return async (judge) => {
    // What its dossier doesn't say of a story, no single sentence is sure to say either.
    const chosen = asks
      ? { choice: closestTo(question, ranking.ranked) }
      : await chooseFrom(question, ranking.ranked, judge)
    return assemble(store, question, ranking, chosen)
  }
}

/** The answer of what was chosen from the ranked sentences: points in groups, the closest passages, or nothing. */
async function assemble(
  store: AskContext['store'],
  question: Question,
  { found, articles, ranked, texts: read }: Awaited<ReturnType<typeof rankStored>>,
  { choice, judging }: Chosen,
): Promise<Answer> {
  const { asked } = question
  const searched = searchedIn(question, found, read)
  const isJudged = judging?.kind === 'judged'
  const chosen = choice.kind === 'answered' ? (isJudged ? pointsInOrder : pointsOf)(question, choice.kept) : []
  const points = chosen.filter((point) => isVerbatim(point, articles))
  const [first, ...others] = groupsOf(points, articles)
  if (!first) {
    const closest = choice.kind === 'answered' ? closestTo(question, ranked) : choice
    if (closest.kind !== 'closest')
      return { kind: 'nothing', asked, reason: closest.kind === 'nothing' ? closest.reason : 'nothing', searched }
    const [passage, ...more] = closestPassages(question, closest.kept).filter((one) => isVerbatim(one, articles))
    if (!passage) return { kind: 'nothing', asked, reason: 'nothing', searched }
    return { kind: 'closest', asked, passages: [passage, ...more], searched, ...defined({ judging }) }
  }
  const stories = [...new Set(points.flatMap((point) => point.storyId ?? []))]
  const differences = (await store.stories.findMany(stories)).flatMap(({ dossier }) => dossier?.differences ?? [])
  const conflicts = conflictsOf(
    question,
    points,
    differences,
    read.flatMap(({ passages }) => passages),
  )
  return {
    kind: 'answered',
    asked,
    groups: [first, ...others],
    conflicts: conflicts.filter(({ a, b }) => isVerbatim(a, articles) && isVerbatim(b, articles)),
    searched,
    ...defined({ judging }),
  }
}

type Chosen = { readonly choice: Choice; readonly judging?: AnswerJudging }

/** Chooses from the ranked sentences, best first, those to show and says whether they answer; a judge that has chosen decides. */
async function chooseFrom(
  question: Question,
  ranked: readonly Ranked[],
  judge: JudgePassages | undefined,
): Promise<Chosen> {
  const own = decideAnswer(question, ranked)
  const candidates = candidatesOf(question, ranked, JUDGED)
  const judgment = await judge?.(question, candidates)
  if (judgment?.kind !== 'judged') return { choice: own, ...defined({ judging: judgment }) }
  const choice = applyVerdict(question, ranked, candidates, judgment.verdict, own)
  return choice
    ? { choice, judging: { kind: 'judged', model: judgment.model } }
    : { choice: own, judging: { kind: 'failed' } }
}

/** The sentences closest to a question, ranked. */
export async function rankStored(context: AskContext, question: Question, scope: AskFilter) {
  const { questions } = context.store
  const terms = question.terms.map(({ forms, synonyms, weight, isAskedFor }) => ({
    forms,
    others: othersOf(synonyms),
    weight: isAskedFor ? weight * 0.35 : weight,
  }))
  const found = await questions.candidates(terms, scope, LOOKED_OVER)
  const weights = termWeights(question, found.counts, found.total)
  const texts = await questions.texts(found.rows.map(({ documentId }) => documentId))
  const articles = await readShown(context, chooseTexts(question, texts, weights, READ))
  return { found, weights, articles, ...rankSentences(question, articles, weights, found.counts) }
}

/** Related words searched for each word of the question. */
const OTHERS = 6

function othersOf(synonyms: Question['terms'][number]['synonyms']): readonly string[] {
  return [...synonyms]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, OTHERS)
    .flatMap(([stem]) => formsOf(stem))
}

/** The articles of texts with corrections applied, without those that the reader muted. */
async function readShown(context: AskContext, texts: readonly AskText[]): Promise<readonly AskArticle[]> {
  const { store } = context
  const [read, corrections, lists, taken] = await Promise.all([
    store.questions.documents(texts.map(({ id }) => id)),
    store.corrections.listOf(texts.map(({ articleId }) => articleId)),
    mutedLists(context),
    store.rechecks.goneOf(texts.map(({ articleId }) => articleId)),
  ])
  const byArticle = Map.groupBy(corrections, ({ articleId }) => articleId)
  const shown = lists.sift(read, ({ document, source, storyId: story }) => ({
    texts: [document.title, document.text.slice(0, 400)],
    sources: [source.id],
    ...defined({ story }),
  }))
  return shown.map((article) => ({
    ...article,
    ...defined({
      isWithdrawn: taken.has(article.document.articleId) || isRetracted(article) ? (true as const) : undefined,
    }),
    annotations: applyCorrections(
      article.document,
      article.annotations,
      byArticle.get(article.document.articleId) ?? [],
    ),
  }))
}

function isVerbatim({ citation, sentence }: AnswerPoint, articles: readonly AskArticle[]): boolean {
  const article = articles.find(({ document }) => document.id === citation.documentId)
  return article !== undefined && matchesText(article.document, citation) && matchesText(article.document, sentence)
}

const nothingSearched: Answer['searched'] = {
  articleCount: 0,
  sentenceCount: 0,
  quoteCount: 0,
  missing: [],
  isCut: false,
}

function searchedIn(
  { terms }: Question,
  found: AskCandidates,
  read: ReturnType<typeof rankSentences>['texts'],
): Answer['searched'] {
  const passages = read.flatMap((text) => text.passages)
  const quotes = new Set(passages.flatMap((passage) => passage.quotes))
  const days = found.rows.map(({ publishedAt }) => publishedAt).sort()
  const has = (stem: string, text: string) =>
    read.some(({ stems, title, names }) => stems.has(stem) || title.stems.has(stem) || names.has(text))
  return {
    articleCount: found.rows.length,
    sentenceCount: passages.length,
    quoteCount: quotes.size,
    ...(days.length > 0 ? { from: nth(days, 0), until: days.at(-1)! } : {}),
    missing: terms
      .filter(({ stem, text, synonyms }) => !has(stem, text) && ![...synonyms.keys()].some((one) => has(one, one)))
      .map(({ text }) => text),
    isCut: found.isCut || found.matched > found.rows.length,
  }
}

function definedOnly({
  storyId: story,
  entityId: entity,
  folder,
  from,
  until,
}: { readonly [Key in keyof AskScope]: AskScope[Key] | undefined }): AskScope {
  return defined({ storyId: story, entityId: entity, folder: folder || undefined, from, until })
}

/** A scope's folder is that of the reader who asks. */
function filterOf({ reader }: Pick<OperationContext, 'reader'>, { folder, ...scope }: AskScope): AskFilter {
  return { ...scope, ...defined({ folder: folder === undefined ? undefined : { readerId: reader.id, name: folder } }) }
}

/** The names of a scope, for the page; undefined when its story, entity or folder doesn't exist. */
async function scopeOf(
  { store, reader }: OperationContext,
  scope: AskScope,
): Promise<Omit<AskView, 'answer'> | undefined> {
  const [story, entity, hasFolder] = await Promise.all([
    scope.storyId === undefined ? undefined : store.stories.find(scope.storyId),
    scope.entityId === undefined ? undefined : store.entities.find(scope.entityId),
    scope.folder === undefined || isFolderOf(store, reader.id, scope.folder),
  ])
  if (scope.storyId !== undefined && !story) return undefined
  if (scope.entityId !== undefined && !entity) return undefined
  if (!hasFolder) return undefined
  return {
    // A merged story is searched under its current id.
    scope: { ...scope, ...defined({ storyId: story?.id }) },
    ...defined({ storyTitle: story?.title, entityName: entity?.entity.name }),
  }
}

/** True for a folder with feeds of a reader in it or in its sub-folders. */
async function isFolderOf(store: OperationContext['store'], readerId: string, folder: string): Promise<boolean> {
  const feeds = await store.feeds.list(readerId)
  return feeds.some((feed) => foldersOf(feed).some((name) => name === folder || name.startsWith(`${folder}/`)))
}
