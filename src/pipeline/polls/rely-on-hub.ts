import { afterSkipped } from '../../core/feed/feed-pace.ts'
import type { PollOutcome } from '../../store/store.ts'

const DAY_MS = 24 * 3_600_000

/**
 * Puts the next poll of a feed off to a day, while a hub tells of its news: polling then only makes sure that nothing was left out.
 * When it would have been is kept, for when the hub fails. A feed that could not be read is asked again as ever.
 */
export function relyOnHub(pushUntil: string | undefined, outcome: PollOutcome): PollOutcome {
  if (pushUntil === undefined || outcome.result.kind === 'failed') return outcome
  const inADay = new Date(afterSkipped(Date.parse(outcome.at) + DAY_MS, outcome.pace ?? {})).toISOString()
  if (outcome.nextPollAt >= inADay) return outcome
  return { ...outcome, nextPollAt: inADay, why: 'pushed', pollAt: outcome.nextPollAt }
}
