import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { removeOldCompiled } from './serve/serve.ts'

test('what other versions of Node made of our files goes a month after they last did', async (t) => {
  const place = mkdtempSync(join(tmpdir(), 'twosource-compiled-'))
  t.after(() => rmSync(place, { recursive: true }))
  const nowMs = Date.parse('2026-03-17T10:00:00Z')
  const days = {
    'v24.1.0-x64-5ff1df95-0': 31,
    'v24.9.0-x64-0a0b0c0d-0': 29,
    'v22.0.0-arm64-5ff1df95-1000': 99,
    mine: 99,
  }
  const own = [`${process.version}-x64-5ff1df95-0`, `${process.version}-x64-678e9aab-0`] as const
  for (const [name, age] of [...Object.entries(days), ...own.map((name) => [name, 99] as const)]) {
    mkdirSync(join(place, name))
    writeFileSync(join(place, name, 'a'), 'a')
    utimesSync(join(place, name), nowMs / 1000, nowMs / 1000 - age * 86_400)
  }
  await removeOldCompiled(join(place, own[0]), nowMs)
  assert.deepEqual(readdirSync(place), ['mine', 'v24.9.0-x64-0a0b0c0d-0', ...own].sort())
  await removeOldCompiled(undefined, nowMs)
  await removeOldCompiled(join(place, 'gone', 'gone'), nowMs)
})
