import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'

/** Far longer than anything here takes on a slow machine that does much else: who waits in vain fails by name. */
export const patienceMs = 120_000

/**
 * Asks until the answer is something, and answers it: for what comes about by itself. No test waits a fixed time instead, which is
 * too short on one machine and too long on all others.
 */
export async function until<Found>(
  what: string,
  look: () => Found | Promise<Found>,
  everyMs = 25,
): Promise<Exclude<Found, false | undefined>> {
  const enough = AbortSignal.timeout(patienceMs)
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found as Exclude<Found, false | undefined>
    if (enough.aborted) return assert.fail(`It does not come about in ${patienceMs / 1000} s: ${what}`)
    await setTimeout(everyMs)
  }
}
