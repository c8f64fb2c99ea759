import { parentPort, workerData } from 'node:worker_threads'
import type { FuzzReport, FuzzWork } from './fuzz-worker.ts'
import { mutate } from './mutate.ts'
import { type Random, randomOf, seedOfCase } from './random.ts'
import type { Subject } from './subject.ts'
import { type SubjectName, subjects } from './subjects.ts'
import { trySubject } from './try-subject.ts'

function caseOf(subject: Subject, seeds: readonly Uint8Array[], random: Random): Uint8Array {
  if (random.isIn(45)) return Buffer.from(subject.grow(random))
  const from = random.isIn(50) ? Buffer.from(subject.grow(random)) : Buffer.from(random.of(seeds))
  return mutate(from, random.of(seeds), random, subject.tokens)
}

const { seed, from, endsAt, at, subject: name } = workerData as FuzzWork & { readonly subject: SubjectName }
const { subject }: { readonly subject: Subject } = await subjects[name]()
const seeds = subject.seeds.map((text) => Buffer.from(text))
// The case it is at, how many were read, and how many there are to change.
const place = new Int32Array(at)
Atomics.store(place, 2, seeds.length)
for (let number = from; Date.now() < endsAt; number++) {
  Atomics.store(place, 0, number)
  const bytes = caseOf(subject, seeds, randomOf(seedOfCase(seed, number)))
  const { isRead, wrong } = await trySubject(subject, bytes)
  if (isRead) Atomics.add(place, 1, 1)
  if (wrong !== undefined) parentPort?.postMessage({ number, wrong, bytes } satisfies FuzzReport)
}
