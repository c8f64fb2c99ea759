import { applyCorrections } from '../analyze/apply-corrections.ts'
import { assignStory } from '../cluster/assign-story.ts'
import { obeyChoices } from '../cluster/obey-choices.ts'
import { proposeRepairs } from '../cluster/repair.ts'
import { createWindow } from '../cluster/window.ts'
import type { Article } from '../core/article.ts'
import type { DocumentId, StoryId } from '../core/ids.ts'
import type { Assignment, Reason } from '../core/story.ts'
import type { IngestTarget } from '../store/store.ts'
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
  const window = createWindow({ windowMs })
  let sequence = 0
  /** The latest move of articles between stories that the window knows of; undefined before it has read anything. */
  let event: number | undefined
  let touched = new Set<DocumentId>()

  const catchUp = async () => {
    const since = new Date(context.now().getTime() - windowMs * 2).toISOString()
    const { sequence: latest, places } =
      event === undefined
        ? { sequence: await store.choices.latestEvent(), places: [] }
        : await store.choices.placesAfter(event)
    event = latest
    for (const { documentId, storyId } of places) window.move(documentId, storyId)
    for (const row of await store.stories.windowAfter(sequence, since)) {
      sequence = Math.max(sequence, row.sequence)
      if (!window.has(row.documentId)) window.add(row)
    }
  }

  const settle = (target: IngestTarget, digest: Digest) =>
    store.stories.exclusive(LANE, async () => {
      await catchUp()
      const known = await store.articles.find(digest.articleId)
      const isSameText = known?.document.id === digest.document.id
      const lookAlikes = await store.articles.lookAlikes(digest.fingerprints, sinceOf(digest, windowMs), LOOK_ALIKES)
      const syndications = detectSyndication(
        syndicationInput(target, digest),
        lookAlikes.filter(({ document }) => document.articleId !== digest.articleId),
      )
      const assignment: Assignment = known?.storyId
        ? { kind: 'join', storyId: known.storyId, reason: known.reason ?? STAYS }
        : assignStory(
            {
              document: digest.document,
              annotations: digest.annotations,
              vector: digest.vector,
              kind: digest.extraction.kind,
              completeness: digest.extraction.completeness,
              syndications,
              now: context.now().toISOString(),
            },
            window,
            (id) => lookAlikes.find(({ document }) => document.id === id)?.storyId,
          )
      const corrections = await store.corrections.listOf([digest.articleId])
      const corrected = applyCorrections(digest.document, digest.annotations, corrections)
      const storyId = storyIdOf(assignment, () => store.stories.newId())
      await store.articles.saveIngested([
        {
          entryIds: [target.entry.id],
          article: articleOf(target, digest),
          document: digest.document,
          annotations: digest.annotations,
          ...(corrected.quotes && corrections.length > 0 ? { quotesToFind: corrected.quotes.items } : {}),
          fingerprints: digest.fingerprints,
          vector: digest.vector,
          syndications,
          assignment,
          at: context.now().toISOString(),
          ...(storyId === undefined ? {} : { storyId }),
        },
      ])
      if (known && !isSameText) window.remove(known.document.id)
      touched.add(digest.document.id)
      return assignment
    })

  const repair = () =>
    store.stories.exclusive(LANE, async () => {
      await catchUp()
      window.expire(context.now().toISOString())
      const entries = window.entries()
      const wanted = proposeRepairs(entries, { touched, newId: () => store.stories.newId(), windowMs })
      const { moves, proposals } = obeyChoices(entries, wanted, await store.choices.standing())
      const at = context.now().toISOString()
      if (moves.length > 0) await store.stories.move(moves, at)
      if (proposals.length > 0) await store.choices.propose(proposals, at)
      for (const move of moves) window.move(move.documentId, move.to)
      touched = new Set()
      return moves.length
    })

  return { settle, repair }
}

/** Why a revision is in its article's story when nothing else was kept of the reason. */
const STAYS: Reason = { score: 1, sharedNames: [], sharedWords: [], copiedSentences: 0 }

function sinceOf(digest: Digest, windowMs: number): string {
  return new Date(Date.parse(digest.publishedAt) - windowMs * 2).toISOString()
}

function syndicationInput({ source, entry }: IngestTarget, { document, annotations, extraction }: Digest) {
  const origin = entry.entry.origin?.title
  return {
    document,
    annotations,
    sourceName: source.name,
    kind: extraction.kind,
    ...(extraction.credit === undefined ? {} : { credit: extraction.credit }),
    ...(origin === undefined ? {} : { origin }),
  }
}

function articleOf({ source, entry }: IngestTarget, digest: Digest): Article {
  return {
    id: digest.articleId,
    sourceId: source.id,
    entryId: entry.id,
    url: digest.url,
    publishedAt: digest.publishedAt,
    ...articleFields(digest.extraction),
  }
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
