import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { argumentsOf, proveAll } from './prove-all.ts'

test('a run that was cut off goes on from what was kept', async (context) => {
  const out = mkdtempSync(join(tmpdir(), 'twosource-proved-'))
  context.after(() => rmSync(out, { recursive: true, force: true }))
  const keep = (name: string, isMet: boolean) => {
    const result = { name, checks: [{ what: 'holes found', measured: isMet ? 0 : 1, wanted: '0', isMet, cases: 40 }] }
    writeFileSync(
      join(out, `${name}.json`),
      JSON.stringify({ name, at: '2026-01-01T00:00:00Z', seconds: 2, result, said: '' }),
    )
  }
  keep('isolation', true)
  keep('soak', false)
  const printed = context.mock.method(console, 'log', () => {})
  assert.equal(await proveAll(['isolation'], { out, isJson: true }), true)
  assert.equal(await proveAll(['isolation', 'soak'], { out, isJson: true }), false)
  const rows = JSON.parse(String(printed.mock.calls[1]?.arguments[0])) as readonly { readonly cases: number }[]
  assert.deepEqual(
    rows.map(({ cases }) => cases),
    [40, 40],
  )
  // Those that share the machine run first, and all are told in the order asked.
  const began = context.mock.method(process.stderr, 'write', () => true)
  await proveAll(
    ['soak', 'isolation'],
    { out, isJson: true },
    () => undefined,
    (name) => name === 'isolation',
  )
  assert.match(String(began.mock.calls[0]?.arguments[0]), /^1 of 2: isolation /)
  const told = JSON.parse(String(printed.mock.calls[2]?.arguments[0])) as readonly { readonly name: string }[]
  assert.deepEqual(
    told.map(({ name }) => name),
    ['soak', 'isolation'],
  )
})

test('a proof in a process of its own is told all that was asked for', () => {
  assert.deepEqual(
    argumentsOf({ minutes: 0.5, seed: 7, isFull: true, rounds: 3, store: 'postgres', entries: 10, out: 'found' }),
    '--minutes 0.5 --seed 7 --rounds 3 --store postgres --entries 10 --out found --full'.split(' '),
  )
  assert.deepEqual(argumentsOf({}), [])
})
