import { parentPort, workerData } from 'node:worker_threads'
import type { FuzzReport, FuzzWork } from './fuzz-worker.ts'
import { growPage } from './grow-page.ts'
import { mutate } from './mutate.ts'
import { pageSeeds } from './page-seeds.ts'
import { type Random, randomOf, seedOfCase } from './random.ts'
import { tryPage } from './try-page.ts'

const seeds = pageSeeds()

function caseOf(random: Random): { readonly bytes: Uint8Array; readonly isGrown: boolean } {
  if (random.isIn(50)) return { bytes: Buffer.from(growPage(random)), isGrown: true }
  const from = random.isIn(30) ? Buffer.from(growPage(random)) : random.of(seeds)
  return { bytes: mutate(from, random.of(seeds), random), isGrown: false }
}

const { seed, from, endsAt, at } = workerData as FuzzWork
// The case it is at, how many had an article, and how many pages there are to change.
const place = new Int32Array(at)
Atomics.store(place, 2, seeds.length)
for (let number = from; Date.now() < endsAt; number++) {
  Atomics.store(place, 0, number)
  const { bytes, isGrown } = caseOf(randomOf(seedOfCase(seed, number)))
  const { isArticle, wrong } = tryPage(bytes, isGrown)
  if (isArticle) Atomics.add(place, 1, 1)
  if (wrong !== undefined) parentPort?.postMessage({ number, wrong, bytes } satisfies FuzzReport)
}
