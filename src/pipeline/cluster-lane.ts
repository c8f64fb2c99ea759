import { setImmediate as nextTurn } from 'node:timers/promises'
import { applyCorrections } from '../analyze/apply-corrections.ts'
import { assignStory, type Placement } from '../cluster/assign-story.ts'
import { dropStaleMoves } from '../cluster/drop-stale-moves.ts'
import { obeyChoices } from '../cluster/obey-choices.ts'
import type { Move } from '../cluster/repair.ts'
import { createWindow } from '../cluster/window.ts'
import type { Article } from '../core/article.ts'
import type { DocumentId, StoryId } from '../core/ids.ts'
import type { Assignment, Reason } from '../core/story.ts'
import { extractorVersion } from '../extract/extractor-version.ts'
import type { Ingested, IngestTarget } from '../store/store.ts'
import { detectSyndication } from '../syndicate/detect-syndication.ts'
import type { Digest } from './digest.ts'
import { articleFields } from './ingest-entry.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { type RepairRun, type RepairThreadOptions, startRepair } from './repair-thread.ts'

const LANE = 'cluster'
const DAY_MS = 86_400_000
/** How many earlier documents that share text are looked at exactly. */
const LOOK_ALIKES = 12
/** So many vectors are read from the store in one turn: a few milliseconds. */
const PAGE = 100
/** A repair of a hundred thousand articles takes minutes at most. */
const REPAIR_DEADLINE_MS = 10 * 60_000

export type SettleOptions = { readonly look?: Ingested['look']; readonly isWanted?: () => Promise<boolean> }

export type ClusterLane = {
  /**
   * Decides copies and story of one article and saves all of it in one transaction. Safe to repeat. With `isWanted`, only when that
   * answers true: it is asked in the lane, where nobody else settles the same article. Answers nothing when it was not.
   */
  settle(target: IngestTarget, digest: Digest, options?: SettleOptions): Promise<Assignment | undefined>
  /**
   * Average-link repair of the window; returns how many documents moved. A repair that fails is logged and leaves
   * everything as it was, to be tried with the next one.
   */
  repair(): Promise<number>
  /** Ends a repair that is under way. Nothing it would have moved is lost: it stays where it is. */
  stop(): Promise<void>
}

/**
 * The one lane in which "which story?" is decided; two articles on one event decided side by side would each found a
 * story. The window of recent vectors is held in memory and caught up from the store before each decision, so that
 * another process may hold the lane in between.
 */
export function createClusterLane(
  context: PipelineContext,
  thread: RepairThreadOptions = { deadlineMs: REPAIR_DEADLINE_MS },
): ClusterLane {
  const { store } = context
  const windowMs = context.limits.storyDays * DAY_MS
  const window = createWindow({ windowMs })
  let sequence = 0
  /** The latest move of articles between stories that the window knows of; undefined before it has read anything. */
  let event: number | undefined
  let touched = new Set<DocumentId>()
  let lastRepair: Promise<unknown> = Promise.resolve()
  let running: RepairRun | undefined
  let isStopped = false

  const catchUp = async () => {
    const since = new Date(context.now().getTime() - windowMs * 2).toISOString()
    const { sequence: latest, places } =
      event === undefined
        ? { sequence: await store.choices.latestEvent(), places: [] }
        : await store.choices.placesAfter(event)
    event = latest
    for (const { documentId, storyId } of places)
      if (window.storyOf(documentId) !== storyId) window.move(documentId, storyId)
    for (let isLast = false; !isLast; ) {
      const page = await store.stories.windowAfter(sequence, since, PAGE)
      sequence = page.sequence
      isLast = page.isLast
      for (const row of page.rows) if (!window.has(row.documentId)) window.add(row)
      // After a start there are thousands: pages have their turn in between.
      if (!isLast) await nextTurn()
    }
  }

  const settle = (target: IngestTarget, digest: Digest, { look, isWanted }: SettleOptions = {}) =>
    store.stories.exclusive(LANE, async () => {
      if (isWanted && !(await isWanted())) return undefined
      await catchUp()
      const known = await store.articles.find(digest.articleId)
      const isSameText = known?.document.id === digest.document.id
      const lookAlikes = await store.articles.lookAlikes(digest.fingerprints, sinceOf(digest, windowMs), LOOK_ALIKES)
      const syndications = detectSyndication(
        syndicationInput(target, digest),
        lookAlikes.filter(({ document }) => document.articleId !== digest.articleId),
      )
      const { assignment, displaced }: Placement = known?.storyId
        ? { assignment: { kind: 'join', storyId: known.storyId, reason: known.reason ?? STAYS }, displaced: [] }
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
          ...(look && { look }),
          ...(digest.extraction.account && { account: digest.extraction.account }),
          ...(digest.sitePage && { sitePage: digest.sitePage }),
        },
      ])
      if (known && !isSameText) window.remove(known.document.id)
      touched.add(digest.document.id)
      if (storyId !== undefined && displaced.length > 0)
        await makeMoves(displaced.map(({ to = storyId, ...move }) => ({ ...move, to })))
      return assignment
    })

  /** Makes the moves that readers' choices allow, and proposes the others. The lane is held. */
  const makeMoves = async (wanted: readonly Move[]) => {
    const standing = await store.choices.standing()
    const places = standing.touched.size === 0 ? [] : window.places()
    const { moves, proposals } = obeyChoices(places, wanted, standing)
    const at = context.now().toISOString()
    if (moves.length > 0) await store.stories.move(moves, at)
    if (proposals.length > 0) await store.choices.propose(proposals, at)
    for (const move of moves) window.move(move.documentId, move.to)
    return moves.length
  }

  /** The lane is held while the window is copied and while moves are saved; between the two, articles go on coming in. */
  const repairOnce = async () => {
    if (isStopped || touched.size === 0) return 0
    const looked = touched
    touched = new Set()
    const run = startRepair(thread)
    running = run
    try {
      await store.stories.exclusive(LANE, async () => {
        await catchUp()
        window.expire(context.now().toISOString())
        await run.give(window.entries())
      })
      const outcome = await run.propose({ touched: looked, windowMs })
      if (outcome.kind === 'done') return await saveMoves(outcome.moves, outcome.founded)
      if (outcome.kind === 'failed') context.log('repair-failed', { error: outcome.error })
      touched = touched.union(looked)
      return 0
    } catch (error) {
      touched = touched.union(looked)
      throw error
    } finally {
      running = undefined
      await run.stop()
    }
  }

  /** Since the window was copied, readers may have chosen otherwise, and articles have come, gone or moved. */
  const saveMoves = (proposed: readonly Move[], founded: readonly StoryId[]) =>
    store.stories.exclusive(LANE, async () => {
      await catchUp()
      const places = window.places()
      const newIds = new Map(founded.map((passing) => [passing, store.stories.newId()]))
      const wanted = proposed.map((move) => ({ ...move, to: newIds.get(move.to) ?? move.to }))
      const current = dropStaleMoves(wanted, places, new Set(newIds.values()))
      return makeMoves(current)
    })

  /** One after the other: two side by side would each move what the other moved. */
  const repair = () => {
    const result = lastRepair.then(repairOnce)
    lastRepair = result.catch(() => {})
    return result
  }

  const stop = async () => {
    isStopped = true
    await running?.stop()
    await lastRepair
  }

  return { settle, repair, stop }
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
    extractor: extractorVersion,
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
