import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prove } from '../../lab/prove/migrations.ts'

test('an upgrade from the oldest schemas, killed in the middle, is like a new store and keeps what was held', async () => {
  const { checks } = await prove({ rounds: 2 })
  for (const { what, measured, isMet } of checks) assert.ok(isMet, `${what}: ${measured}`)
})
