import { correctedLayers } from '../../analyze/corrections/corrected-layers.ts'
import { citationKey } from '../../core/citation.ts'
import type { CheckedStatement } from '../../core/claim.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { DocumentId, StoryId } from '../../core/ids.ts'
import type { Dossier, FailedStatement } from '../../core/story.ts'
import type { SummaryLine } from '../../core/summary.ts'
import { shownLines } from '../../core/text/shown-line.ts'
import type { StoredArticle } from '../../store/store.ts'
import type { StoryRow } from '../../store/stories/stories.ts'
import { longSummary, shortSummaryOf } from '../../story/summaries/long-summary.ts'
import type { OperationContext } from '../operation.ts'
import { type AuditTexts, auditLine, type ListedLine, unalteredCheck } from './audit-line.ts'
import { type AuditCount, type AuditDrop, type AuditLine, partOf, type StoryAuditView } from './audit-views.ts'
import { backgroundStories } from './background-stories.ts'
import { isEnough, writingTasks, writtenFor } from './writing-tasks.ts'

/** Every line that a story shows, each checked against the stored texts. */
type AuditedStory = Omit<StoryAuditView, 'counts' | 'shown' | 'held' | 'lines' | 'page' | 'pageCount' | 'part'> & {
  readonly lines: readonly AuditLine[]
}

/** Audits a story; undefined when it doesn't exist or has no dossier yet. */
export async function auditStory(context: OperationContext, id: StoryId): Promise<AuditedStory | undefined> {
  const row = await context.store.stories.find(id)
  if (!row?.dossier) return undefined
  const { dossier } = row
  const { chosen, written, droppedCount } = await summarizedLines(context, { ...row, dossier })
  const failed = dossier.audit?.failed ?? []
  const shown: readonly ListedLine[] = [...shownLines(dossier), ...chosen]
  const texts = await textsOf(context, row.id, [...shown, ...written.map(({ statement }) => statement)])
  const { auditWritten } = await import('./audit-written.ts')
  return {
    id: row.id,
    title: dossier.headline.title,
    language: dossier.language,
    checkedAt: context.now().toISOString(),
    droppedCount: dossier.droppedCount + droppedCount,
    drops: failed.filter(({ isDropped }) => isDropped).map(dropOf),
    doubts: failed.filter(({ isDropped }) => !isDropped).map(dropOf),
    lines: [
      ...shown.map((line) => auditLine(line, texts)),
      ...written.map(({ statement, model }) => auditWritten(statement, model, texts)),
    ],
  }
}

function dropOf({ part, text, failed, why }: FailedStatement): AuditDrop {
  return { part: partOf(part), text, failed, why }
}

/** How many lines of each part are shown, and how many pass, in page order. */
export function countLines(lines: readonly AuditLine[]): readonly AuditCount[] {
  return [...Map.groupBy(lines, ({ part }) => part)].map(([part, of]) => ({
    part,
    shown: of.length,
    held: of.filter(({ holds }) => holds).length,
  }))
}

/** The cited articles as revised and corrected, and the newest text of those revised since. */
async function textsOf(
  { store }: OperationContext,
  id: StoryId,
  lines: readonly Pick<ListedLine, 'titleOf' | 'citations'>[],
): Promise<AuditTexts> {
  const wanted = new Set<DocumentId>([
    ...lines
      .flatMap(({ titleOf, citations }) => [titleOf, ...citations.map(({ documentId }) => documentId)])
      .flatMap((documentId) => documentId ?? []),
  ])
  const members = new Map<DocumentId, StoredArticle>(
    (await store.stories.members(id)).map((member) => [member.document.id, member]),
  )
  const missing = [...wanted].filter((documentId) => !members.has(documentId))
  const others = await Promise.all(missing.map((documentId) => store.articles.findByDocument(documentId)))
  const found = [...[...members.values()].filter(({ document }) => wanted.has(document.id)), ...others].flatMap(
    (article) => article ?? [],
  )
  const corrections = Map.groupBy(
    await store.corrections.listOf(found.map(({ article }) => article.id)),
    ({ articleId }) => articleId,
  )
  const corrected = await Promise.all(
    found.map(async (one): Promise<StoredArticle> => {
      const own = corrections.get(one.article.id)
      return own ? { ...one, annotations: await correctedLayers(one.document, one.annotations, own) } : one
    }),
  )
  return {
    articles: new Map(corrected.map((one) => [one.document.id, one])),
    newest: await newestOf(corrected, members, store.articles.findDocument),
    isUnaltered: unalteredCheck(),
  }
}

/** The newest text of an article, by the id of an earlier revision. */
async function newestOf(
  cited: readonly StoredArticle[],
  members: ReadonlyMap<DocumentId, StoredArticle>,
  find: (id: DocumentId) => Promise<Document | undefined>,
): Promise<ReadonlyMap<DocumentId, Document>> {
  // An outlet may have restored an earlier text, which is then the article's current one.
  const current = new Map([...members.values()].map(({ article, document }) => [article.id, document.id]))
  const pairs = await Promise.all(
    cited.map(async ({ article, document, revisions }) => {
      const newest = current.get(article.id) ?? revisions.at(-1)?.documentId
      if (newest === undefined || newest === document.id) return undefined
      const text = members.get(newest)?.document ?? (await find(newest))
      return text && ([document.id, text] as const)
    }),
  )
  return new Map(pairs.flatMap((pair) => (pair ? [pair] : [])))
}

/** Lines of a story's summaries: chosen sentences, background, and what a model wrote. */
type SummarizedLines = {
  readonly chosen: readonly ListedLine[]
  readonly written: readonly { readonly statement: CheckedStatement; readonly model: string }[]
  /** Sentences of the model that were dropped when it wrote. */
  readonly droppedCount: number
}

/** Lists them, each sentence once. */
async function summarizedLines(
  context: OperationContext,
  row: StoryRow & { readonly dossier: Dossier },
): Promise<SummarizedLines> {
  const { dossier } = row
  const steps = await backgroundStories(context, row)
  const summaries = [
    ...shortSummaryOf(dossier),
    ...longSummary(dossier, context.now().toISOString()).flatMap(({ lines }) => lines),
  ]
  const texts = await context.store.writtenTexts.of(row.id)
  const written =
    texts.length === 0 ? [] : writingTasks(dossier, steps).flatMap((task) => writtenFor(task, texts) ?? [])
  return {
    chosen: [
      ...once(summaries.map((line) => listed('summary', line))),
      ...once(steps.flatMap(({ line }) => (line ? [listed('background', line)] : []))),
    ],
    written: written.flatMap((text) =>
      isEnough(text) ? text.statements.map((statement) => ({ statement, model: text.model })) : [],
    ),
    droppedCount: written.reduce((sum, { dropped }) => sum + dropped, 0),
  }
}

function listed(part: 'summary' | 'background', { text, citations, said }: SummaryLine): ListedLine {
  return { part, how: said ? 'quoted' : 'chosen', text, citations, ...defined({ speaker: said?.speaker }) }
}

function once(lines: readonly ListedLine[]): readonly ListedLine[] {
  return [...new Map(lines.map((line) => [line.citations[0] && citationKey(line.citations[0]), line])).values()]
}
