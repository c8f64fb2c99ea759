import { type ChosenSentences, numberSentences } from '../../check/number-sentences.ts'
import type { Citation } from '../../core/citation.ts'
import type { NumberedSentence } from '../../core/claim.ts'
import { asId, type StoryId } from '../../core/ids.ts'
import type { ModelPort } from '../../core/model.ts'
import type { Span } from '../../core/span.ts'
import { writeChecked } from '../../pipeline/analysis/write-checked.ts'
import type { WritingJobs } from '../../pipeline/pipeline-context.ts'
import type { Store, StoredArticle } from '../../store/store.ts'
import type { WrittenText } from '../../store/stories/written-texts.ts'
import type { OperationContext } from '../operation.ts'
import { backgroundStories } from './background-stories.ts'
import { writingTasks, writtenFor } from './writing-tasks.ts'

export type WritingContext = { readonly store: Store; readonly model: ModelPort; readonly now: () => Date }

/** Writing about an opened story starts after this delay, so that further news can arrive. */
const WAIT_MS = 20_000

export function createWritingJobs(context: WritingContext): WritingJobs {
  return { write: (storyId) => writeSummary(context, asId<StoryId>(storyId)) }
}

/**
 * Has a model write the missing texts of a story: three lengths and its background, each checked sentence by sentence before it is
 * stored. A rejected text is stored too, with its counts, so that it is not requested again until the story changes. Throws when the
 * model fails, so that the job is repeated later; stops when the daily budget is used up.
 */
async function writeSummary(context: WritingContext, id: StoryId): Promise<void> {
  const { store, model, now } = context
  if (!model.isOn('summary')) return
  const row = await store.stories.find(id)
  if (!row?.dossier) return
  const tasks = writingTasks(row.dossier, await backgroundStories(context, { ...row, dossier: row.dossier }))
  const kept = await store.writtenTexts.of(row.id)
  for (const task of tasks) {
    if (writtenFor(task, kept) || !model.isOn(task.use)) continue
    const sentences = await sentencesOf(store, task.sources)
    // All sources are pages that refuse models.
    if (sentences.length === 0) continue
    const written = await writeChecked(context, { ...task, sentences })
    const save = (text: Pick<WrittenText, 'model' | 'kept' | 'dropped' | 'statements'>) => {
      const { kind, length, language, madeFrom } = task
      const at = now().toISOString()
      return store.writtenTexts.save({ kind, length, language, madeFrom, subject: row.id, at, ...text })
    }
    switch (written.kind) {
      case 'written': {
        const { kept, dropped } = written.text
        await save({ model: written.model, kept: kept.length, dropped: dropped.length, statements: kept })
        break
      }
      case 'unreadable':
      case 'too-long':
        await save({ model: '', kept: 0, dropped: 1, statements: [] })
        break
      case 'off':
      case 'over-budget':
      case 'cancelled':
        return
      case 'timeout':
      case 'failed':
        throw new Error(written.kind === 'timeout' ? 'The model took too long' : `The model failed: ${written.reason}`)
    }
  }
}

/** Queues writing about a story that a reader opened, if nothing was written since it changed. Guests never spend the instance's budget. */
export async function requestWriting(
  { store, model, reader, now }: OperationContext,
  { id, changedAt }: { readonly id: StoryId; readonly changedAt: string },
): Promise<void> {
  if (reader.role === 'guest' || !model.isOn('summary')) return
  const texts = await store.writtenTexts.of(id)
  if (texts.some(({ kind, at }) => kind === 'summary' && at >= changedAt)) return
  const runAt = new Date(now().getTime() + WAIT_MS).toISOString()
  await store.jobs.enqueue([{ kind: 'write-summary', key: id, runAt }])
}

/** The whole sentences around passages, except of pages that refuse models, numbered, with their documents and annotations. */
async function sentencesOf(store: Store, sources: readonly Citation[]): Promise<readonly NumberedSentence[]> {
  const ids = [...new Set(sources.map(({ documentId }) => documentId))]
  const articles = new Map<string, StoredArticle>()
  for (const id of ids) {
    const article = await store.articles.findByDocument(id)
    if (article) articles.set(id, article)
  }
  return numberSentences(
    sources.flatMap(({ documentId, span }): ChosenSentences[] => {
      const article = articles.get(documentId)
      if (!article || article.article.refusesModels) return []
      const { document, annotations, source } = article
      return [{ document, annotations, sourceName: source.name, spans: [sentenceAround(article, span)] }]
    }),
  )
}

function sentenceAround({ annotations }: Pick<StoredArticle, 'annotations'>, span: Span): Span {
  const sentences = annotations.sentences?.items ?? []
  // A sentence may be cited without its dateline, which is still part of it.
  return sentences.find((each) => each.span.start <= span.start && span.start < each.span.end)?.span ?? span
}
