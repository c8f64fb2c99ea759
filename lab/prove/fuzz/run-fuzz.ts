import { Worker } from 'node:worker_threads'
import type { FuzzReport, FuzzWork } from './fuzz-worker.ts'

export type FuzzRun = {
  readonly seed: number
  readonly cases: number
  /** Of those, read as a feed. */
  readonly feeds: number
  /** Feeds that were changed. */
  readonly seeds: number
  readonly wrong: readonly FuzzReport[]
}

/** So much CPU on one case is a hang; on a machine with more to do that may take minutes. The first case waits for its thread to start. */
const STUCK_CPU_MS = 20_000
const LOOK_MS = 1000
const MOST_WRONG = 40

/**
 * Reads feeds, or what the thread of `file` makes (of `subject`, where it knows several), from a seed for so long, in milliseconds, in a thread of its own. One that is stuck in a case is ended, the case is
 * wrong, and another continues behind it.
 */
export async function runFuzz(seed: number, ms: number, file = 'fuzz-worker.ts', subject?: string): Promise<FuzzRun> {
  const endsAt = Date.now() + ms
  const wrong: FuzzReport[] = []
  const at = new SharedArrayBuffer(12)
  const place = new Int32Array(at)
  let from = 0
  while (Date.now() < endsAt && wrong.length < MOST_WRONG) {
    const worker = new Worker(new URL(file, import.meta.url), {
      workerData: { seed, from, endsAt, at, ...(subject !== undefined && { subject }) } satisfies FuzzWork & {
        subject?: string
      },
    })
    const { promise, resolve } = Promise.withResolvers<string | undefined>()
    worker.on('message', (report: FuzzReport) => {
      wrong.push(report)
      if (wrong.length >= MOST_WRONG) resolve(undefined)
    })
    worker.on('error', (error) => resolve(`ends the thread: ${String(error)}`))
    worker.on('exit', () => resolve(undefined))
    let last = -1
    let since = cpuMs()
    const watch = setInterval(() => {
      const now = Atomics.load(place, 0)
      if (now === last && cpuMs() - since > STUCK_CPU_MS) resolve('hangs')
      if (now !== last) since = cpuMs()
      last = now
    }, LOOK_MS)
    const end = await promise
    clearInterval(watch)
    await worker.terminate()
    if (end === undefined) break
    const number = Atomics.load(place, 0)
    wrong.push({ number, wrong: end, bytes: new Uint8Array() })
    from = number + 1
  }
  return {
    seed,
    cases: Atomics.load(place, 0) + 1,
    feeds: Atomics.load(place, 1),
    seeds: Atomics.load(place, 2),
    wrong,
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
