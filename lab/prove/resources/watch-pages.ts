import { Agent } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { ask, type ServedInstance } from '../../bench/served-instance.ts'

/** Fewer tell nothing of their slowest hundredth. */
const leastPages = 150

/**
 * Looks at pages over one connection, one after the other, for so long and until there were enough, at most ten times as long; what
 * each took, in ms, and how many were not answered.
 */
export async function watchPages(instance: ServedInstance, pages: readonly string[], windowMs: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  let failed = 0
  const startedAt = performance.now()
  const isOver = (count: number) => {
    const ms = performance.now() - startedAt
    return ms > 10 * windowMs || (ms > windowMs && count >= leastPages)
  }
  for (let number = 0; !isOver(number); number++) {
    const from = performance.now()
    const answer = await ask(agent, instance.url + pages[number % pages.length], { headers: {} }).catch(() => undefined)
    times.push(performance.now() - from)
    if (answer?.status !== 200) failed += 1
    await setTimeout(3)
  }
  agent.destroy()
  return { times, failed }
}
