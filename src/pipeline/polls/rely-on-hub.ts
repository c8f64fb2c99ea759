import { afterSkipped } from '../../core/time/skipped-hours.ts'
import type { PollOutcome } from '../../store/store.ts'

const DAY_MS = 24 * 3_600_000

/**
 * Delays the next poll of a feed to a day while a hub pushes its news: polling then only makes sure that nothing was missed. Stores the
 * original time for when the hub fails. A feed that could not be read is polled as usual.
 */
export function relyOnHub(pushUntil: string | undefined, outcome: PollOutcome): PollOutcome {
  if (pushUntil === undefined || outcome.result.kind === 'failed') return outcome
  const inADay = new Date(afterSkipped(Date.parse(outcome.at) + DAY_MS, outcome.pace ?? {})).toISOString()
  if (outcome.nextPollAt >= inADay) return outcome
  return { ...outcome, nextPollAt: inADay, why: 'pushed', pollAt: outcome.nextPollAt }
}
