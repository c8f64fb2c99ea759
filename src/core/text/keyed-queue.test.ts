import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyedQueue } from './keyed-queue.ts'

test('works of one name wait for each other, also for one that fails; others do not', async () => {
  const inTurn = keyedQueue()
  const order: string[] = []
  const first = Promise.withResolvers<void>()
  const a = inTurn('a', async () => {
    await first.promise
    order.push('a1')
    throw new Error('no')
  })
  const second = inTurn('a', async () => order.push('a2'))
  await inTurn('b', async () => order.push('b'))
  first.resolve()
  await assert.rejects(a, /no/)
  await second
  assert.deepEqual(order, ['b', 'a1', 'a2'])
})

test('work is done one piece after another, and goes on after one that fails', async () => {
  const inTurn = keyedQueue()
  const order: string[] = []
  const work = (name: string) => async () => {
    order.push(`${name} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    order.push(`${name} ends`)
    return name
  }
  const fails = async () => {
    throw new Error('failed')
  }
  const works = [work('one'), fails, work('two')]
  const [first, second, third] = await Promise.allSettled(works.map((each) => inTurn('a', each)))
  assert.deepEqual(first, { status: 'fulfilled', value: 'one' })
  assert.equal(second?.status, 'rejected')
  assert.deepEqual(third, { status: 'fulfilled', value: 'two' })
  assert.deepEqual(order, ['one begins', 'one ends', 'two begins', 'two ends'])
})

test('lines of two who know nothing of each other are two', async () => {
  const gate = Promise.withResolvers<void>()
  const held = keyedQueue()('a', () => gate.promise)
  assert.equal(await keyedQueue()('a', async () => 'done'), 'done')
  gate.resolve()
  await held
})
