import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge } from '../../lab/prove/faces/judge-answer.ts'
import { race } from '../../lab/prove/faces/race.ts'

test('what may be done once is done once, however many do it at one moment, on every database', async () => {
  const found = judge()
  await race(found)
  assert.deepEqual(found.tally().findings, [])
})
