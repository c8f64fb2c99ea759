import type { PipelineContext } from '../pipeline-context.ts'

const INTERVAL_MS = 10 * 60_000
/** A clock that is corrected in small steps, as NTP does, is steady. */
const STEADY_MS = 60_000
/** The clocks of the database and this machine differ by less. */
const APART_MS = 5_000

/**
 * Regularly looks for scheduled times further ahead than any rule sets them, and moves them back: they were written while the machine's
 * clock was ahead. It trusts only a clock that ran steadily since the last look and matches the database's: for a clock that is behind (a
 * small machine before its first NTP sync) all correct times are ahead. Returns false: it makes no work.
 */
export function futureTimeFixer(
  { store, pauses, now, log }: Pick<PipelineContext, 'store' | 'pauses' | 'now' | 'log'>,
  elapsedMs: () => number = () => performance.now(),
): () => Promise<false> {
  let lookedAt: number | undefined
  let aheadMs = 0
  return async () => {
    const nowMs = now().getTime()
    const at = elapsedMs()
    if (lookedAt !== undefined && at - lookedAt < INTERVAL_MS) return false
    const isSteady = lookedAt !== undefined && Math.abs(nowMs - at - aheadMs) < STEADY_MS
    lookedAt = at
    aheadMs = nowMs - at
    if (!isSteady) return false
    if (store.dialect === 'postgres' && Math.abs((await store.clockMs()) - now().getTime()) > APART_MS) return false
    pauses?.add(await store.feeds.hostPauses())
    pauses?.shortenFuture()
    const ended = pauses?.unsaved() ?? []
    if (ended.length > 0) await store.feeds.saveHostPauses(ended)
    const brought = await store.farTimes.moveBack(now().toISOString())
    if (Object.values(brought).some((count) => count > 0)) log('times-brought-back', brought)
    return false
  }
}
