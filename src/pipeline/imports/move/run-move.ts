import type { Http } from '../../../http/client.ts'
import type { Store } from '../../../store/store.ts'
import type { Log } from '../../pipeline-context.ts'
import { feverSource } from './from-fever.ts'
import { greaderSource } from './from-greader.ts'
import { minifluxSource } from './from-miniflux.ts'
import type { MoveAccess, MoveFailure, MoveSource } from './move-source.ts'
import { changeMove, findMove, type MoveState, type StoredMove } from './move-state.ts'
import { storeMovedEntries, storeMovedFeeds } from './store-moved.ts'

/** What a move needs. */
export type MoveContext = {
  readonly store: Store
  /** For servers that the owner named, also in private networks. */
  readonly ownerHttp: Http
  readonly log: Log
  readonly now: () => Date
}

/** A run ends well within the lease of its job; the rest is done in the next. */
const runMs = 30_000
const mostSkipped = 1_000

/** Opens another reader by the API it has. */
export function openMoveSource(http: Http, access: MoveAccess): MoveSource {
  switch (access.kind) {
    case 'miniflux':
      return minifluxSource(http, access)
    case 'fever':
      return feverSource(http, access)
    case 'freshrss':
    case 'greader':
    case 'commafeed':
      return greaderSource(http, access)
  }
}

type RunOptions = {
  readonly signal?: AbortSignal
  readonly runMs?: number
  readonly onPage?: (move: MoveState) => void
}

/** How a run ended: the move has ended, there is more to do, or it can't continue now. */
export type MoveRun = { readonly kind: 'ended' | 'more' } | { readonly kind: 'waits'; readonly message: string }

/**
 * Continues the move of this server, page by page. Its state is stored after each, together with where the next begins: a run that is killed
 * repeats one page, which changes nothing. A second run beside it does no harm.
 */
export async function runMove(context: MoveContext, options: RunOptions = {}): Promise<MoveRun> {
  const { store, now } = context
  const until = performance.now() + (options.runMs ?? runMs)
  const start = await findMove(store.move)
  if (start?.move.state !== 'running') return { kind: 'ended' }
  const { from: kind, address, user } = start.move
  const source = openMoveSource(context.ownerHttp, { kind, address, user, password: start.password })
  const listed = await source.feeds()
  if (listed.kind === 'failed') return endOrWait(context, start, listed)
  for (;;) {
    const stored = await findMove(store.move)
    if (stored?.move.state !== 'running' || stored.move.id !== start.move.id) return { kind: 'ended' }
    const { move } = stored
    const target = { readerId: move.readerId, at: now() }
    if (move.feeds === undefined) {
      const { feeds, added, existing, skipped } = await storeMovedFeeds(store, listed.value, target)
      const counts = { ...move.counts, feeds: added, feedsHere: existing }
      await changeMove(
        store.move,
        stored,
        { feeds, counts, skipped: skipped.slice(0, mostSkipped) },
        now().toISOString(),
      )
      continue
    }
    const page = await source.page(move.cursor)
    if (page.kind === 'failed') return endOrWait(context, stored, page)
    const { entries, unusable, unsent = 0, next, share } = page.value
    const came = await storeMovedEntries(store, entries, move.feeds, target)
    const { counts, left } = move
    const change: Partial<MoveState> = {
      counts: {
        ...counts,
        articles: counts.articles + came.articles,
        read: counts.read + came.read,
        stars: counts.stars + came.stars,
        tagged: counts.tagged + came.tagged,
        links: counts.links + came.links,
      },
      left: {
        feedless: left.feedless + came.feedless,
        unusable: left.unusable + unusable,
        unsent: left.unsent + unsent,
        removed: left.removed + came.removed,
      },
      share,
      ...(next === undefined ? { state: 'done' } : { cursor: next }),
    }
    if (await changeMove(store.move, stored, change, now().toISOString())) options.onPage?.({ ...move, ...change })
    if (next === undefined) return { kind: 'ended' }
    if (options.signal?.aborted || performance.now() > until) return { kind: 'more' }
  }
}

/** A failure that trying again can't help ends the move. */
async function endOrWait({ store, now, log }: MoveContext, stored: StoredMove, failure: MoveFailure): Promise<MoveRun> {
  const { message, isFinal } = failure
  const change: Partial<MoveState> = { trouble: message, ...(isFinal && { state: 'failed' }) }
  await changeMove(store.move, stored, change, now().toISOString())
  log('move-failed', { from: stored.move.from, final: isFinal, error: message })
  return isFinal ? { kind: 'ended' } : { kind: 'waits', message }
}

/** The same as a job, which queues itself again when something is left. */
export async function runMoveJob(context: MoveContext, id: string, signal: AbortSignal): Promise<void> {
  const run = await runMove(context, { signal })
  if (run.kind === 'waits') throw new Error(run.message)
  if (run.kind === 'more')
    await context.store.jobs.enqueue([{ kind: 'move', key: id, runAt: context.now().toISOString() }])
}
