import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type FinishedJudgment, openAnswerJudge } from './answer-judge.ts'

const none: FinishedJudgment = { kind: 'judged', verdict: { kind: 'none' }, model: 'own' }

describe('the judgments of a model', () => {
  it('are made once, and waited for no longer than asked', async () => {
    const judge = openAnswerJudge(() => new Date(0))
    const { promise, resolve } = Promise.withResolvers<FinishedJudgment>()
    let times = 0
    const make = () => {
      times++
      return promise
    }
    assert.equal(judge.find('a'), undefined)
    assert.deepEqual(await judge.judge('a', 0, make), { kind: 'judging' })
    assert.deepEqual(await judge.judge('a', 5, make), { kind: 'judging' })
    resolve(none)
    assert.deepEqual(await judge.judge('a', 5000, make), none)
    assert.deepEqual(judge.find('a'), none)
    assert.equal(times, 1)
  })

  it('fail quietly, and are not asked for again at once', async () => {
    let minutes = 0
    const judge = openAnswerJudge(() => new Date(minutes * 60_000))
    const failing = () => Promise.reject(new Error('a mistake of ours'))
    assert.deepEqual(await judge.judge('a', 1000, failing), { kind: 'failed' })
    minutes = 4
    assert.deepEqual(await judge.judge('a', 1000, async () => none), { kind: 'failed' })
    minutes = 5
    assert.equal(judge.find('a'), undefined)
    assert.deepEqual(await judge.judge('a', 1000, async () => none), none)
  })

  it('are a few at a time; further ones are not begun, and can be later', async () => {
    const judge = openAnswerJudge(() => new Date(0))
    const { promise, resolve } = Promise.withResolvers<FinishedJudgment>()
    for (const key of ['a', 'b', 'c', 'd']) await judge.judge(key, 0, () => promise)
    assert.deepEqual(await judge.judge('e', 0, async () => none), { kind: 'failed' })
    resolve(none)
    await judge.judge('a', 1000, () => promise)
    assert.deepEqual(await judge.judge('e', 1000, async () => none), none)
  })

  it('are forgotten, the oldest first', async () => {
    const judge = openAnswerJudge(() => new Date(0))
    for (let key = 0; key <= 500; key++) await judge.judge(`${key}`, 1000, async () => none)
    assert.equal(judge.find('0'), undefined)
    assert.deepEqual(judge.find('1'), none)
    assert.deepEqual(judge.find('500'), none)
  })
})
