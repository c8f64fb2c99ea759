import { parentPort, workerData } from 'node:worker_threads'
import { feedSeeds } from './feed-seeds.ts'
import { growFeed } from './grow-feed.ts'
import { mutate } from './mutate.ts'
import { type Random, randomOf, seedOfCase } from './random.ts'
import { tryFeed } from './try-feed.ts'

/** What the thread is to do, and where it says which case it is at. */
export type FuzzWork = {
  readonly seed: number
  readonly from: number
  readonly endsAt: number
  readonly at: SharedArrayBuffer
}

export type FuzzReport = { readonly number: number; readonly wrong: string; readonly bytes: Uint8Array }

const seeds = feedSeeds()

function caseOf(random: Random): Uint8Array {
  if (random.isIn(35)) return Buffer.from(growFeed(random))
  const from = random.isIn(25) ? Buffer.from(growFeed(random)) : random.of(seeds)
  return mutate(from, random.of(seeds), random)
}

const { seed, from, endsAt, at } = workerData as FuzzWork
// The case it is at, how many were read as a feed, and how many feeds there are to change.
const place = new Int32Array(at)
Atomics.store(place, 2, seeds.length)
for (let number = from; Date.now() < endsAt; number++) {
  Atomics.store(place, 0, number)
  const bytes = caseOf(randomOf(seedOfCase(seed, number)))
  const { isFeed, wrong } = tryFeed(bytes)
  if (isFeed) Atomics.add(place, 1, 1)
  if (wrong !== undefined) parentPort?.postMessage({ number, wrong, bytes } satisfies FuzzReport)
}
