import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inSteps } from './refresh-story.ts'

test('work in steps answers what it comes to, and others have a turn after each step', async () => {
  const order: string[] = []
  function* work(): Generator<void, string> {
    for (const step of ['one', 'two']) {
      order.push(step)
      setImmediate(() => order.push(`another after ${step}`))
      yield
    }
    return 'done'
  }
  assert.equal(await inSteps(work()), 'done')
  assert.deepEqual(order, ['one', 'another after one', 'two', 'another after two'])
})
