import { Readable } from 'node:stream'
import { after, run } from 'node:test'
import { spec } from 'node:test/reporters'
import { cost } from '../src/credentials/password.ts'
import { closeAll } from './afterwards.ts'

/**
 * Runs files of tests one after the other in this process, which reads the product once for all of them. Each begins when the one before
 * it has ended and left nothing running, and has hooks of its own: `--test-isolation=none` would do what comes before and after the
 * tests of a file before and after those of all.
 */
const files = process.argv.slice(2)
// What a password costs to try is tested beside its code; here each of hundreds would cost a third of its test.
Object.assign(cost, { memoryKib: 64, passes: 1 })
/** What the runner counts at the end of a file, and is told once for all. */
const count = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) ([\d.]+)$/

async function* toldOfAll() {
  const counts = new Map<string, number>()
  const ends = []
  for (const file of files) {
    const told = run({ files: [file], isolation: 'none', setup: () => after(closeAll) })
    // The runner ends a file once nothing is left to wait for. That has to come about again, also where a file waits for nothing.
    setImmediate(() => {})
    for await (const event of told) {
      const [, what, more] = (event.type === 'test:diagnostic' && count.exec(event.data.message)) || []
      if (what !== undefined) counts.set(what, (counts.get(what) ?? 0) + Number(more))
      else if (event.type === 'test:summary') ends.push(event)
      else yield event
    }
  }
  for (const [what, sum] of counts) yield { type: 'test:diagnostic', data: { nesting: 0, message: `${what} ${sum}` } }
  yield* ends.slice(-1)
  if ((counts.get('fail') ?? 0) + (counts.get('cancelled') ?? 0) > 0) process.exitCode = 1
}

Readable.from(toldOfAll()).compose(new spec()).pipe(process.stdout)
