import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const first = fileURLToPath(new URL('./keep-compiled.js', import.meta.url))

test('a Node that is too old is told in a line, before anything it lacks is asked of it', () => {
  const runWith = (version: string) => {
    const lie = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
    const { status, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${lie}`, first])
    return [status, String(stderr).split(',')[0]]
  }
  for (const version of ['20.20.2', '24.11.9'])
    assert.deepEqual(runWith(version), [1, 'Twosource needs Node 24.12 or newer'])
  for (const version of ['24.12.0', '25.0.1']) assert.deepEqual(runWith(version), [0, ''])
})
