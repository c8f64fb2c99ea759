import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import { newsOf } from '../../../test/examples/live.ts'
import { watchNews } from './watch-news.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('watchNews', () => {
  it('asks once for all who listen, from the earliest of what they know, and stops when nobody does', async () => {
    mock.timers.enable({ apis: ['setInterval'] })
    const asked: unknown[] = []
    const heard: string[] = []
    let isBroken = false
    const watch = watchNews(async (question) => {
      asked.push(question)
      if (isBroken) throw new Error('The disk is gone')
      return newsOf(1)
    }, 1000)
    const leave = [
      watch({ after: 'story-2' }, () => heard.push('a')),
      watch({ after: 'story-1' }, () => heard.push('b')),
      watch({ story: 'story-7' }, () => heard.push('c')),
    ]
    mock.timers.tick(1000)
    await settled()
    assert.deepEqual(asked, [{ after: 'story-1', stories: ['story-7'] }])
    assert.deepEqual(heard, ['a', 'b', 'c'])

    leave[1]!()
    isBroken = true
    mock.timers.tick(1000)
    await settled()
    isBroken = false
    mock.timers.tick(1000)
    await settled()
    assert.deepEqual(asked.slice(1), [
      { after: 'story-2', stories: ['story-7'] },
      { after: 'story-2', stories: ['story-7'] },
    ])
    assert.deepEqual(heard, ['a', 'b', 'c', 'a', 'c'])

    leave[0]!()
    leave[2]!()
    mock.timers.tick(5000)
    await settled()
    assert.equal(asked.length, 3)
    mock.timers.reset()
  })
})
