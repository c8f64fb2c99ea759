import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { measure, round } from './measure.ts'

/** A turn is told apart from the next by a timer that comes between them. */
const TICK_MS = 5

/**
 * Does some work and says how long others had to wait for their turn meanwhile, in milliseconds: by the clock, and for the longest turn
 * by the processor time of this thread (`turnCpu`), which other programs do not lengthen.
 */
export async function watched<Result>(work: () => Promise<Result>) {
  const delays = monitorEventLoopDelay({ resolution: 10 })
  delays.enable()
  let turnCpu = 0
  let before = cpuMs()
  const ticks = setInterval(() => {
    const now = cpuMs()
    turnCpu = Math.max(turnCpu, now - before)
    before = now
  }, TICK_MS)
  // A delay is told of when it is over: the first and the last, too.
  await sleep(20)
  const { result, cpuSeconds, wallSeconds } = await measure(work)
  await sleep(20)
  clearInterval(ticks)
  delays.disable()
  const [p50, p99, most] = [delays.percentile(50), delays.percentile(99), delays.max].map((value) => round(value / 1e6))
  return { result, figures: { cpuSeconds, wallSeconds, p50: p50!, p99: p99!, most: most!, turnCpu: round(turnCpu) } }
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
