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
  'job-engines': whyNoServer,
  partitions: whyNoServer,
  'first-view': existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`,
}
/** Most of what a short run costs is loading the product: several share a process. */
const LANES = 4

const able = Object.keys(benches).filter((name) => !wanted[name])
const lanes = Array.from({ length: LANES }, (_, lane) => able.filter((_, index) => index % LANES === lane))

// One after the other: two of them pack the product into one folder.
describe('every bench, in short', () => {
  for (const names of lanes)
    it(`begin, end and measure: ${names.join(', ')}`, async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [program, ...names, '--short', '--json'])
      const results = JSON.parse(stdout) as readonly BenchResult[]
      assert.deepEqual(
        results.map(({ name }) => name),
        names,
      )
      for (const { name, rows } of results) {
        assert.ok(rows.length > 0, name)
        // What is no number has come as null.
        for (const { what, figures } of rows)
          for (const [figure, value] of Object.entries(figures))
            assert.equal(typeof value, 'number', `${name}, ${what}: ${figure} is ${value}`)
      }
    })
  for (const [name, reason] of Object.entries(wanted)) if (reason) it(name, { skip: reason }, () => {})
})
