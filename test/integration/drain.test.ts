import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { stopAgainAndAgain } from '../../prove/drain/stop-runs.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

test('a busy server that is told to stop breaks no answer, loses no acknowledged write, and leaves no job in hand', {
  skip: process.platform !== 'linux' && 'only Linux has all of 127.0.0.0/8',
}, async () => {
  const { asked, stopMs: _, givenBack: _back, entries, ...found } = await stopAgainAndAgain(main, 1, 3)
  const { answered, refused: _refused, kept: _kept, ...wrong } = asked
  assert.deepEqual(wrong, { unanswered: 0, broken: 0, failed: 0 })
  assert.ok(answered > 0 && entries > 0)
  assert.deepEqual(found, {
    badEnds: [],
    leftInHand: 0,
    leftLanes: 0,
    leftNodes: 0,
    lost: 0,
    entriesLost: 0,
    entriesDoubled: 0,
    unread: 0,
    failedJobs: 0,
    integrity: 'ok',
  })
})
