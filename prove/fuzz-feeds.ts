import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runFuzz } from './fuzz/run-fuzz.ts'
import type { Proof } from './proof.ts'

/** Feeds grown from grammars and feeds changed by accidents are read without a throw, a hang, or markup that runs. */
export const prove: Proof = async ({ minutes = 1, seed = 1 } = {}) => {
  const { cases, feeds, seeds, wrong } = await runFuzz(seed, minutes * 60_000)
  const kept = join(tmpdir(), `twosource-fuzz-${seed}`)
  if (wrong.length > 0) mkdirSync(kept, { recursive: true })
  for (const { number, bytes } of wrong) writeFileSync(join(kept, `${number}.feed`), bytes)
  return {
    name: 'fuzz-feeds',
    checks: [
      { what: 'inputs read', measured: cases, wanted: 'some', isMet: cases > 0 },
      { what: 'of them read as a feed', measured: feeds, wanted: 'some', isMet: feeds > 0 },
      { what: 'feeds they were made from', measured: seeds, wanted: 'some', isMet: seeds > 0 },
      {
        what: `wrong (seed ${seed}, ${minutes} minutes)`,
        measured:
          wrong.length === 0
            ? 0
            : `${wrong.length}: ${wrong
                .slice(0, 8)
                .map(({ number, wrong }) => `${number} ${wrong}`)
                .join('; ')} (in ${kept})`,
        wanted: '0',
        isMet: wrong.length === 0,
      },
    ],
  }
}
