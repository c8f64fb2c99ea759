import { assignStory } from '../cluster/assign-story.ts'
import { proposeRepairs } from '../cluster/repair.ts'
import { createWindow } from '../cluster/window.ts'
import type { Article } from '../core/article.ts'
import type { DocumentId, StoryId } from '../core/ids.ts'
import type { Assignment } from '../core/story.ts'
import type { Ingested, IngestTarget, WindowRow } from '../store/store.ts'
import { detectSyndication } from '../syndicate/detect-syndication.ts'
import type { Digest } from './digest.ts'
import { articleFields } from './ingest-entry.ts'
import type { PipelineContext } from './pipeline-context.ts'

const LANE = 'cluster'
const DAY_MS = 86_400_000
/** How many earlier documents that share text are looked at exactly. */
const LOOK_ALIKES = 12

export type ClusterLane = {
  /** Decides copies and story of one article and saves all of it in one transaction. Safe to repeat. */
  settle(target: IngestTarget, digest: Digest): Promise<Assignment>
  /** Average-link repair of the window; returns how many documents moved. */
  repair(): Promise<number>
}

/**
 * The one lane in which "which story?" is decided; two articles on one event decided side by side would each found a
 * story. The window of recent vectors is held in memory and caught up from the store before each decision, so that
 * another process may hold the lane in between.
 */
export function createClusterLane(context: PipelineContext): ClusterLane {
  const { store } = context
  const windowMs = context.limits.storyDays * DAY_MS
  const state = freshState(windowMs)
  let touched = new Set<DocumentId>()

  const catchUp = async () => {
    const since = new Date(context.now().getTime() - windowMs * 2).toISOString()
    for (const row of await store.stories.windowAfter(state.sequence, since)) remember(state, row)
  }

  const settle = (target: IngestTarget, digest: Digest) =>
    store.stories.exclusive(LANE, async () => {
      await catchUp()
      const known = target.articleId === undefined ? undefined : await store.articles.find(target.articleId)
      if (known?.document.id === digest.document.id && known.entryIds.includes(target.entry.id))
        return { kind: 'hold', reason: 'incomplete' } as const
      const at = context.now().toISOString()
      const { extraction, document, annotations, fingerprints, vector } = digest
      const article: Article = {
        id: digest.articleId,
        sourceId: target.source.id,
        entryId: target.entry.id,
        url: digest.url,
        publishedAt: digest.publishedAt,
        ...articleFields(extraction),
      }
      const since = new Date(Date.parse(digest.publishedAt) - windowMs * 2).toISOString()
      const lookAlikes = await store.articles.lookAlikes(fingerprints, since, LOOK_ALIKES)
      const syndications = detectSyndication(
        {
          document,
          annotations,
          sourceName: target.source.name,
          ...(extraction.credit === undefined ? {} : { credit: extraction.credit }),
          ...(target.entry.entry.origin === undefined ? {} : { origin: target.entry.entry.origin.title }),
        },
        lookAlikes.filter((other) => other.document.articleId !== document.articleId),
      )
      const assignment: Assignment = known?.storyId
        ? {
            kind: 'join',
            storyId: known.storyId,
            reason: { score: 1, sharedNames: [], sharedWords: [], copiedSentences: 0 },
          }
        : assignStory(
            {
              document,
              annotations,
              vector,
              kind: extraction.kind,
              completeness: extraction.completeness,
              syndications,
              now: at,
            },
            state.window,
            (id) => state.storyOf.get(id),
          )
      const storyId = storyIdOf(assignment, () => store.stories.newId())
      const ingested: Ingested = {
        entryIds: [target.entry.id],
        article,
        document,
        annotations,
        fingerprints,
        vector,
        syndications,
        assignment,
        at,
        ...(storyId === undefined ? {} : { storyId }),
      }
      await store.articles.saveIngested([ingested])
      touched.add(document.id)
      await catchUp()
      return assignment
    })

  const repair = () =>
    store.stories.exclusive(LANE, async () => {
      await catchUp()
      const since = new Date(context.now().getTime() - windowMs).toISOString()
      const rows = [...state.rows.values()].filter((row) => row.at >= since && state.storyOf.has(row.documentId))
      const moves = proposeRepairs({
        rows,
        storyOf: (id) => state.storyOf.get(id),
        touched,
        newId: () => store.stories.newId(),
      })
      if (moves.length > 0) await store.stories.move(moves, context.now().toISOString())
      for (const move of moves) state.move(move.documentId, move.to)
      touched = new Set()
      return moves.length
    })

  return { settle, repair }
}

function storyIdOf(assignment: Assignment, newId: () => StoryId): StoryId | undefined {
  switch (assignment.kind) {
    case 'join':
      return assignment.storyId
    case 'found':
      return newId()
    case 'hold':
      return undefined
  }
}

function freshState(windowMs: number) {
  const rows = new Map<DocumentId, WindowRow>()
  const storyOf = new Map<DocumentId, StoryId>()
  return {
    window: createWindow({ windowMs }),
    rows,
    storyOf,
    sequence: 0,
    move(documentId: DocumentId, to: StoryId) {
      storyOf.set(documentId, to)
      const row = rows.get(documentId)
      if (row) rows.set(documentId, { ...row, storyId: to })
    },
  }
}

function remember(state: ReturnType<typeof freshState>, row: WindowRow) {
  state.sequence = Math.max(state.sequence, row.sequence)
  if (state.rows.has(row.documentId)) return
  state.rows.set(row.documentId, row)
  if (row.storyId !== undefined) state.storyOf.set(row.documentId, row.storyId)
  state.window.add(row)
}
