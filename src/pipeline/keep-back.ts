import { afterSkipped, isSkipped } from '../core/skipped-hours.ts'
import type { PollTarget, Postponed } from '../store/store.ts'
import type { PipelineContext } from './pipeline-context.ts'

/**
 * Of feeds that are due, those that are better asked later: their host asked for a pause, they name this hour as one to leave
 * them alone, or others of their host go first. What a person asked for waits for pauses and turns only.
 */
export function keepBack(
  { pauses, spacing }: Pick<PipelineContext, 'pauses' | 'spacing'>,
  targets: readonly PollTarget[],
  at: Date,
): readonly Postponed[] {
  const atMs = at.getTime()
  return targets.flatMap((target): readonly Postponed[] => {
    const { feedId, pace, why } = target
    const until = (ms: number, reason: Postponed['why']) => [{ feedId, until: new Date(ms).toISOString(), why: reason }]
    const host = URL.parse(target.url)?.host
    if (host === undefined) return []
    const pausedUntil = pauses?.untilOf(host)
    if (pausedUntil !== undefined) return until(pausedUntil, 'host-paused')
    const isHint = why !== 'by-hand' && why !== 'turn'
    if (isHint && isSkipped(atMs, pace)) return until(afterSkipped(atMs, pace), 'skipped')
    const turnAt = spacing?.turnAt(host, atMs, why === 'turn') ?? atMs
    return turnAt > atMs ? until(turnAt, 'turn') : []
  })
}
