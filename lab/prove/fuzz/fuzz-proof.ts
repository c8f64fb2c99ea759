import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Proof } from '../proof.ts'
import { runFuzz } from './run-fuzz.ts'

/** What is fuzzed: the name of its proof and of the folder for what went wrong, its worker, and how the counts are called. */
type Fuzzed = {
  readonly name: string
  readonly folder: string
  readonly extension: string
  readonly worker?: string
  /** What the worker fuzzes, where it knows several. */
  readonly subject?: string
  readonly read: string
  readonly ofThem: string
  readonly madeFrom: string
}

/** A proof by fuzzing: all that is read is read rightly; what is not is kept in a folder of the system's for what passes. */
export function fuzzProof({ name, folder, extension, worker, subject, read, ofThem, madeFrom }: Fuzzed): Proof {
  return async ({ minutes = 1, seed = 1 } = {}) => {
    const { cases, feeds, seeds, wrong } = await runFuzz(seed, minutes * 60_000, worker, subject)
    const kept = join(tmpdir(), `twosource-${folder}-${seed}`)
    if (wrong.length > 0) mkdirSync(kept, { recursive: true })
    for (const { number, bytes } of wrong) writeFileSync(join(kept, `${number}.${extension}`), bytes)
    const some = wrong.slice(0, 8).map(({ number, wrong }) => `${number} ${wrong}`)
    return {
      name,
      checks: [
        { what: read, measured: cases, wanted: 'some', isMet: cases > 0 },
        { what: ofThem, measured: feeds, wanted: 'some', isMet: feeds > 0 },
        { what: madeFrom, measured: seeds, wanted: 'some', isMet: seeds > 0 },
        {
          what: `wrong (seed ${seed}, ${minutes} minutes)`,
          measured: wrong.length === 0 ? 0 : `${wrong.length}: ${some.join('; ')} (in ${kept})`,
          wanted: '0',
          isMet: wrong.length === 0,
          cases,
          failures: wrong.length,
        },
      ],
    }
  }
}
