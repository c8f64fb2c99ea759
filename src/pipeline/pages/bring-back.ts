import type { PipelineContext } from '../pipeline-context.ts'

const LOOK_MS = 10 * 60_000
/** A clock that is put right in small steps, as NTP does it, is steady. */
const STEADY_MS = 60_000
/** The database's clock and this machine's differ by less. */
const APART_MS = 5_000

/**
 * Looks now and then for times that are waited for and lie further ahead than any rule puts them, and brings them back: they were
 * written while the machine's clock was ahead. Only a clock that went steadily from one look to the next, and is that of the database,
 * says so: to one that is behind (a small machine before it has asked for the time) all that is right lies ahead. Answers false: it
 * makes no work.
 */
export function bringerBack(
  { store, pauses, now, log }: Pick<PipelineContext, 'store' | 'pauses' | 'now' | 'log'>,
  elapsedMs: () => number = () => performance.now(),
): () => Promise<false> {
  let lookedAt: number | undefined
  let aheadMs = 0
  return async () => {
    const nowMs = now().getTime()
    const at = elapsedMs()
    if (lookedAt !== undefined && at - lookedAt < LOOK_MS) return false
    const isSteady = lookedAt !== undefined && Math.abs(nowMs - at - aheadMs) < STEADY_MS
    lookedAt = at
    aheadMs = nowMs - at
    if (!isSteady) return false
    if (store.dialect === 'postgres' && Math.abs((await store.clockMs()) - now().getTime()) > APART_MS) return false
    pauses?.add(await store.feeds.hostPauses())
    pauses?.shortenFuture()
    const ended = pauses?.unsaved() ?? []
    if (ended.length > 0) await store.feeds.saveHostPauses(ended)
    const brought = await store.farTimes.bringBack(now().toISOString())
    if (Object.values(brought).some((count) => count > 0)) log('times-brought-back', brought)
    return false
  }
}
