import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stopAgainAndAgain } from '../../lab/prove/drain/stop-runs.ts'
import { productProgram } from '../product-program.ts'

test('a busy server that is told to stop breaks no answer, loses no acknowledged write, and leaves no job in hand', {
  skip: process.platform !== 'linux' && 'only Linux has all of 127.0.0.0/8',
}, async () => {
  const {
    asked,
    stopMs: _,
    givenBack: _back,
    entries,
    cutShort,
    ...found
  } = await stopAgainAndAgain(productProgram, 1, 3)
  const { answered, refused: _refused, kept: _kept, failed, ...unfinished } = asked
  const { leftInHand, leftLanes, leftNodes, ...kept } = found
  // Where ten seconds were not enough, as they may not be on a machine that does much else, it says so, and leaves what was under way.
  if (cutShort === 0)
    assert.deepEqual(
      { ...unfinished, leftInHand, leftLanes, leftNodes },
      { unanswered: 0, broken: 0, leftInHand: 0, leftLanes: 0, leftNodes: 0 },
    )
  assert.equal(failed, 0)
  assert.ok(answered > 0 && entries > 0)
  assert.deepEqual(kept, {
    badEnds: [],
    lost: 0,
    entriesLost: 0,
    entriesDoubled: 0,
    unread: 0,
    failedJobs: 0,
    integrity: 'ok',
  })
})
