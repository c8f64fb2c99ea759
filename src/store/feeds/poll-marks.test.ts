import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readPolls, withPoll } from './poll-marks.ts'

const failed = { kind: 'failed', reason: 'http', message: 'The server answered 500.', isStopped: false } as const
const parsed = { kind: 'parsed', title: '', validators: {}, bodyHash: '', entries: [] } as const

describe('marks of polls', () => {
  it('tell what came of each poll, the newest last', () => {
    let marks: string | null = null
    for (const [result, newCount] of [
      [parsed, 12],
      [{ kind: 'unchanged' } as const, 0],
      [failed, 0],
      [parsed, 0],
    ] as const)
      marks = withPoll(marks, result, newCount)
    assert.equal(marks, '12 = ! 0')
    assert.deepEqual(readPolls(marks), [12, 'unchanged', 'failed', 0])
  })

  it('are those of the last 48 polls', () => {
    let marks: string | null = null
    for (let count = 1; count <= 60; count++) marks = withPoll(marks, parsed, count)
    const polls = readPolls(marks)
    assert.equal(polls.length, 48)
    assert.deepEqual([polls[0], polls.at(-1)], [13, 60])
  })

  it('are none of a feed that was never polled', () => {
    assert.deepEqual(readPolls(null), [])
    assert.deepEqual(readPolls(''), [])
    assert.deepEqual(readPolls('x -1 = 1e9'), ['unchanged'])
  })
})
