import { amongTheDead } from './dead-feeds/among-the-dead.ts'
import type { Proof } from './proof.ts'

const seconds = (ms: number) => Math.round(ms / 100) / 10
/** So long a dead host may take a slot before it counts as slow, and some of the time until that is looked at. */
const GRACE_MS = 2_500

/** Feeds that never answer beside living ones: how long the living wait. With `--full` five thousand of them, else three hundred. */
export const prove: Proof = async ({ isFull = false } = {}) => {
  const found = await amongTheDead(
    isFull ? { dead: 5_000, living: 20, timeoutSeconds: 10 } : { dead: 300, living: 10, timeoutSeconds: 5 },
  )
  const most = Math.max(1.5 * found.aloneMs, found.aloneMs + GRACE_MS)
  const mostPoll = found.pollAloneMs + 5_000
  return {
    name: 'dead-feeds',
    checks: [
      {
        what: 'first article of a feed just followed, s',
        measured: seconds(found.amongMs),
        wanted: `≤ ${seconds(most)} (alone: ${seconds(found.aloneMs)})`,
        isMet: found.amongMs <= most,
      },
      {
        what: 'the last living feed is asked after it is due, s',
        measured: seconds(found.pollAmongMs),
        wanted: `≤ ${seconds(mostPoll)} (alone: ${seconds(found.pollAloneMs)})`,
        isMet: found.pollAmongMs <= mostPoll,
      },
      {
        what: 'most requests at one host',
        measured: found.mostAtOneHost,
        wanted: '1',
        isMet: found.mostAtOneHost === 1,
      },
      { what: 'requests at once', measured: found.mostAtOnce, wanted: '≤ 320', isMet: found.mostAtOnce <= 320 },
      { what: 'memory more, MB', measured: found.grewMegabytes, wanted: '≤ 150', isMet: found.grewMegabytes <= 150 },
    ],
    table: [{ 'dead feeds asked meanwhile': found.askedDead }],
  }
}
