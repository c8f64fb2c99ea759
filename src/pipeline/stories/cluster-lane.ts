import { correctGiven } from '../../analyze/corrections/correct-given.ts'
import { assignStory, type Placement } from '../../cluster/assign-story.ts'
import { dropStaleMoves, obeyChoices } from '../../cluster/obey-choices.ts'
import type { Move } from '../../cluster/repair.ts'
import type { Window } from '../../cluster/window.ts'
import type { Article, Extraction } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { ArticleId, StoryId } from '../../core/ids.ts'
import type { Assignment, Reason } from '../../core/story.ts'
import { laneOf } from '../../core/text/primary-language.ts'
import { extractorVersion } from '../../extract/extractor-version.ts'
import type { Ingested, IngestTarget, StoredArticle } from '../../store/store.ts'
import { LaneLostError } from '../../store/store-errors.ts'
import { decidingLane } from '../../store/stories/lanes.ts'
import { detectSyndication } from '../../syndicate/detect-syndication.ts'
import { fingerprintsOf } from '../../syndicate/fingerprints.ts'
import type { Digest } from '../digest.ts'
import { articleFields } from '../pages/ingest-entry.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { createLaneWindow, type LaneWindow } from './lane-window.ts'
import { type RepairRun, type RepairThreadOptions, startRepair } from './repair-thread.ts'

const DAY_MS = 86_400_000
/** Earlier documents that share text and are compared exactly. */
const LOOK_ALIKES = 12
/** Attempts when a lane is lost meanwhile. */
const MAX_TRIES = 3
/** Repairing a hundred thousand articles takes minutes at most. */
const REPAIR_DEADLINE_MS = 10 * 60_000

type SettleOptions = {
  readonly recheck?: Ingested['recheck']
  readonly isWanted?: () => Promise<boolean>
  /** Whether a stored article moves to the source that now delivers it. */
  readonly takes?: () => boolean
}

export type ClusterLane = {
  /**
   * Decides copies and story of one article and saves everything in one transaction. Safe to repeat. With `isWanted`, only when that
   * returns true: it is called inside the lane, where nobody else settles the same article. Otherwise returns undefined.
   */
  settle(target: IngestTarget, digest: Digest, options?: SettleOptions): Promise<Assignment | undefined>
  /**
   * Decides the copies of a stored article again, and those of the articles that it was not compared with before: for one that others
   * could not be compared with when they came. Its story stays, until the next repair. Safe to repeat.
   */
  compareAgain(id: ArticleId): Promise<void>
  /**
   * Average-link repair of the window; returns how many documents moved. A repair that fails is logged and leaves everything unchanged, to
   * be tried with the next one.
   */
  repair(): Promise<number>
  /** Ends a running repair. Nothing is lost: documents stay where they are. */
  stop(): Promise<void>
}

/**
 * The lanes in which "which story?" is decided, one per language; two articles on one event decided in parallel would each start a story. A
 * lane's window of recent vectors is kept in memory and updated from the store before each decision, so that another process may use the
 * lane in between ([why](../../docs/notes/lanes.md)).
 */
export function createClusterLane(
  context: PipelineContext,
  thread: RepairThreadOptions = { deadlineMs: REPAIR_DEADLINE_MS },
): ClusterLane {
  const { store } = context
  const windowMs = context.limits.storyDays * DAY_MS
  const windows = new Map<string, LaneWindow>()
  let lastRepair: Promise<unknown> = Promise.resolve()
  let running: RepairRun | undefined
  let isStopped = false
  let hasPrivate = true
  let embargoesEnded = 0

  const windowOf = (lane: string): LaneWindow => {
    const known = windows.get(lane)
    if (known) return known
    const made = createLaneWindow(store, lane, windowMs, hasPrivate)
    windows.set(lane, made)
    return made
  }
  /**
   * Whether private articles share the windows. When a second person joins, or only one remains, or articles become public at the end of an
   * embargo, all windows are read again.
   */
  const chooseWindows = async (): Promise<boolean> => {
    const [isAlone, ended] = await Promise.all([store.isAlone(), store.embargoes.endedCount()])
    if (isAlone !== hasPrivate || ended !== embargoesEnded) windows.clear()
    hasPrivate = isAlone
    embargoesEnded = ended
    return isAlone
  }
  const since = () => new Date(context.now().getTime() - windowMs * 2).toISOString()

  /** Runs work in lanes. If one was lost meanwhile, or that is unknown, its memory is discarded. */
  const inLanes = <Result>(lanes: readonly string[], work: () => Promise<Result>): Promise<Result> =>
    store.stories.exclusive(lanes.map(decidingLane), async () => {
      try {
        return await work()
      } catch (error) {
        const lost = await store.stories.mustStillHold().catch((reason: unknown) => reason)
        if (lost !== undefined) for (const lane of lanes) windows.delete(lane)
        throw lost instanceof LaneLostError ? lost : error
      }
    })

  const settle = async (target: IngestTarget, digest: Digest, options: SettleOptions = {}) => {
    const lane = laneOf(digest.document.language)
    let lanes: readonly string[] = [lane]
    for (let tries = 0; ; tries++) {
      const settled = await inLanes(lanes, () => settleIn(lane, lanes, target, digest, options)).catch(
        (error: unknown) => {
          if (!(error instanceof LaneLostError) || tries >= MAX_TRIES) throw error
          return { kind: 'again' as const }
        },
      )
      if (settled?.kind === 'other-lane') lanes = [lane, settled.lane]
      else if (settled?.kind !== 'again') return settled
    }
  }

  const settleIn = async (
    lane: string,
    lanes: readonly string[],
    target: IngestTarget,
    digest: Digest,
    { recheck, isWanted, takes }: SettleOptions,
  ): Promise<Assignment | { readonly kind: 'other-lane'; readonly lane: string } | undefined> => {
    if (isWanted && !(await isWanted())) return undefined
    const known = await store.articles.find(digest.articleId)
    const before = known && laneOf(known.document.language)
    // The outlet rewrote it in another language: its old lane is needed too, so that nobody moves the article meanwhile.
    if (before !== undefined && !lanes.includes(before)) return { kind: 'other-lane', lane: before }
    const isAlone = await chooseWindows()
    const { window, catchUp } = windowOf(lane)
    await catchUp(since(), digest.document.language)
    const isSameText = known?.document.id === digest.document.id
    const { lookAlikes, syndications } = await copiesOf(target, digest, digest.fingerprints, isAlone)
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
    const corrected = correctGiven(digest.document, digest.annotations, corrections)
    const storyId = storyIdOf(assignment, () => store.stories.newId())
    await store.articles.saveIngested([
      {
        entryIds: [target.entry.id],
        article: articleOf(target, digest, takes?.() ? undefined : known),
        document: digest.document,
        annotations: digest.annotations,
        ...defined({ quotesToFind: corrected.quotes && corrections.length > 0 ? corrected.quotes.items : undefined }),
        fingerprints: digest.fingerprints,
        vector: digest.vector,
        syndications,
        assignment,
        at: context.now().toISOString(),
        ...defined({ storyId, recheck, account: digest.extraction.account, sitePage: digest.sitePage }),
      },
    ])
    if (known && before !== undefined && !isSameText) windowOf(before).window.remove(known.document.id)
    if (storyId !== undefined && displaced.length > 0 && (isAlone || !target.isPrivate))
      await makeMoves(
        window,
        displaced.map(({ to = storyId, ...move }) => ({ ...move, to })),
      )
    return assignment
  }

  /**
   * The stored articles that look alike, and which of them are copies. What others see must not depend on articles they may not read; a
   * private article depends on its own feed and on public ones.
   */
  const copiesOf = async (target: IngestTarget, read: Read, fingerprints: readonly number[], isAlone: boolean) => {
    const { id, articleId } = read.document
    const within = isAlone ? undefined : target.isPrivate ? [target.entry.feedId] : []
    const lookAlikes = await store.articles.lookAlikes(fingerprints, sinceOf(read, windowMs), LOOK_ALIKES, within)
    const others = lookAlikes.filter(({ document }) => document.articleId !== articleId && document.id !== id)
    return { lookAlikes, syndications: detectSyndication(syndicationInput(target, read), others) }
  }

  const compareAgain = async (id: ArticleId) => {
    const fresh = await compareOne(id)
    for (const other of fresh) await compareOne(other)
  }

  /** Returns the articles that it shares text with, and did not before. */
  const compareOne = async (id: ArticleId): Promise<readonly ArticleId[]> => {
    const known = await store.articles.find(id)
    if (!known) return []
    const lane = laneOf(known.document.language)
    return inLanes([lane], async () => {
      const stored = await store.articles.find(id)
      const entryId = stored?.article.entryId ?? stored?.entryIds[0]
      const target = entryId && (await store.articles.ingestTarget(entryId))
      // Rewritten in another language meanwhile, it was compared then.
      if (!stored || !target || laneOf(stored.document.language) !== lane) return []
      const { article, document, annotations, entryIds } = stored
      const isAlone = await chooseWindows()
      const read = { document, annotations, extraction: article, publishedAt: document.publishedAt }
      const { lookAlikes, syndications } = await copiesOf(target, read, fingerprintsOf(document), isAlone)
      await store.articles.saveCopies({ article, document, entryIds, syndications, at: context.now().toISOString() })
      const before = new Set(stored.syndications.map(({ otherId }) => otherId))
      const shared = new Set(syndications.map(({ otherId }) => otherId).filter((otherId) => !before.has(otherId)))
      return lookAlikes.flatMap(({ document: other }) => (shared.has(other.id) ? other.articleId : []))
    })
  }

  /** Makes the moves that readers' choices allow, and proposes the others. The lane must be locked. */
  const makeMoves = async (window: Window, wanted: readonly Move[]) => {
    const standing = await store.choices.active()
    const places = standing.touched.size === 0 ? [] : window.places()
    const { moves, proposals } = obeyChoices(places, wanted, standing)
    const at = context.now().toISOString()
    if (moves.length > 0) await store.stories.move(moves, at)
    if (proposals.length > 0) await store.choices.propose(proposals, at)
    for (const move of moves) window.move(move.documentId, move.to)
    return moves.length
  }

  /** The lanes with new articles since their last repair, from any process. */
  const unrepaired = async (): Promise<readonly string[]> => {
    const marks = await store.stories.repairMarks()
    const spellings = await store.stories.spellings()
    const fresh = spellings.filter(({ lane, latest }) => latest > (marks.get(lane) ?? marks.get('') ?? 0))
    return [...new Set(fresh.map(({ lane }) => lane))].toSorted()
  }

  const repairAll = async () => {
    let moved = 0
    for (const lane of await unrepaired()) if (!isStopped) moved += await repairLane(lane)
    return moved
  }

  /** The lane is locked while the window is copied and while moves are saved; in between, articles continue to come in. */
  const repairLane = async (lane: string) => {
    const run = startRepair(thread)
    running = run
    try {
      const { touched, sequence } = await inLanes([lane], async () => {
        await chooseWindows()
        const here = windowOf(lane)
        await here.catchUp(since())
        here.window.expire(context.now().toISOString())
        const marks = await store.stories.repairMarks()
        const after = marks.get(lane) ?? marks.get('') ?? 0
        const ids = await store.stories.documentsBetween(here.languages, [after, here.sequence], since())
        await run.give(here.window.entries())
        await store.stories.mustStillHold()
        return { touched: new Set(ids), sequence: here.sequence }
      })
      const outcome = await run.propose({ touched, windowMs })
      if (outcome.kind === 'done') return await saveMoves(lane, outcome.moves, outcome.founded, sequence)
      if (outcome.kind === 'failed') context.log('repair-failed', { lane, error: outcome.error })
      return 0
    } finally {
      running = undefined
      await run.stop()
    }
  }

  /** Since the window was copied, readers may have made other choices, and articles may have come, gone or moved. */
  const saveMoves = (lane: string, proposed: readonly Move[], founded: readonly StoryId[], sequence: number) =>
    inLanes([lane], async () => {
      await chooseWindows()
      const { window, catchUp } = windowOf(lane)
      await catchUp(since())
      const places = window.places()
      const newIds = new Map(founded.map((passing) => [passing, store.stories.newId()]))
      const wanted = proposed.map((move) => ({ ...move, to: newIds.get(move.to) ?? move.to }))
      const current = dropStaleMoves(wanted, places, new Set(newIds.values()))
      const moved = await makeMoves(window, current)
      await store.stories.markRepaired(lane, sequence)
      return moved
    })

  /** One after the other: two in parallel would each move what the other moved. */
  const repair = () => {
    const result = lastRepair.then(repairAll)
    lastRepair = result.catch(() => {})
    return result
  }

  const stop = async () => {
    isStopped = true
    await running?.stop()
    await lastRepair
  }

  return { settle, compareAgain, repair, stop }
}

/** Why a revision is in its article's story when no other reason is stored. */
const STAYS: Reason = { score: 1, sharedNames: [], sharedWords: [], copiedSentences: 0 }

/** What of an article is compared. */
type Read = Pick<Digest, 'document' | 'annotations' | 'publishedAt'> & {
  readonly extraction: Pick<Extraction, 'kind' | 'credit'>
}

function sinceOf(digest: Read, windowMs: number): string {
  return new Date(Date.parse(digest.publishedAt) - windowMs * 2).toISOString()
}

function syndicationInput({ source, entry }: IngestTarget, { document, annotations, extraction }: Read) {
  const origin = entry.entry.origin?.title
  return {
    document,
    annotations,
    sourceName: source.name,
    kind: extraction.kind,
    ...defined({ credit: extraction.credit, origin }),
  }
}

/** A stored article stays with its source, whoever else delivers it. */
function articleOf({ source, entry }: IngestTarget, digest: Digest, known: StoredArticle | undefined): Article {
  const before = known?.article.entryId
  return {
    id: digest.articleId,
    sourceId: known?.source.id ?? source.id,
    entryId: before !== undefined && known?.entryIds.includes(before) ? before : entry.id,
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
