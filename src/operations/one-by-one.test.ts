import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneByOne } from './one-by-one.ts'

test('works of one name wait for each other, also for one that fails; others do not', async () => {
  const order: string[] = []
  const first = Promise.withResolvers<void>()
  const a = oneByOne('a', async () => {
    await first.promise
    order.push('a1')
    throw new Error('no')
  })
  const second = oneByOne('a', async () => order.push('a2'))
  await oneByOne('b', async () => order.push('b'))
  first.resolve()
  await assert.rejects(a, /no/)
  await second
  assert.deepEqual(order, ['b', 'a1', 'a2'])
})
