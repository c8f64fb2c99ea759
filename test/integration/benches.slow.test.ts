import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { benches } from '../../lab/bench/all.ts'
import type { BenchResult } from '../../lab/bench/measure.ts'
import { chromiumPath } from '../e2e/browser.ts'
import { whyNoServer } from './postgres-server.ts'

const program = fileURLToPath(new URL('../../lab/bench/main.ts', import.meta.url))
/** What some want besides this machine. */
const wanted: Readonly<Record<string, string | false>> = {
  lanes: whyNoServer,
  costs: whyNoServer,
  'database-ways': whyNoServer,
  partitions: whyNoServer,
  'first-view': existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`,
}

describe('every bench, in short', () => {
  for (const name of Object.keys(benches))
    it(`begins, ends and measures: ${name}`, { skip: wanted[name] ?? false }, async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [program, name, '--short', '--json'])
      const result = JSON.parse(stdout) as BenchResult
      assert.equal(result.name, name)
      assert.ok(result.rows.length > 0)
      // What is no number has come as null.
      for (const { what, figures } of result.rows)
        for (const [figure, value] of Object.entries(figures))
          assert.equal(typeof value, 'number', `${what}: ${figure} is ${value}`)
    })
})
