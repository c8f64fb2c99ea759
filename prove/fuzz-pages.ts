import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runFuzz } from './fuzz/run-fuzz.ts'
import type { Proof } from './proof.ts'

/** Pages grown from a grammar and pages changed by accidents are read without a throw or a hang, with blocks that are the text, and twice alike. */
export const prove: Proof = async ({ minutes = 1, seed = 1 } = {}) => {
  const { cases, feeds: articles, seeds, wrong } = await runFuzz(seed, minutes * 60_000, 'page-fuzz-worker.ts')
  const kept = join(tmpdir(), `twosource-fuzz-pages-${seed}`)
  if (wrong.length > 0) mkdirSync(kept, { recursive: true })
  for (const { number, bytes } of wrong) writeFileSync(join(kept, `${number}.html`), bytes)
  const some = wrong.slice(0, 8).map(({ number, wrong }) => `${number} ${wrong}`)
  return {
    name: 'fuzz-pages',
    checks: [
      { what: 'pages read', measured: cases, wanted: 'some', isMet: cases > 0 },
      { what: 'of them with an article', measured: articles, wanted: 'some', isMet: articles > 0 },
      { what: 'pages they were made from', measured: seeds, wanted: 'some', isMet: seeds > 0 },
      {
        what: `wrong (seed ${seed}, ${minutes} minutes)`,
        measured: wrong.length === 0 ? 0 : `${wrong.length}: ${some.join('; ')} (in ${kept})`,
        wanted: '0',
        isMet: wrong.length === 0,
      },
    ],
  }
}
