import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneByOne } from './one-by-one.ts'

test('work is done one piece after another, and goes on after one that fails', async () => {
  const inTurn = oneByOne()
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
  const [first, second, third] = await Promise.allSettled([inTurn(work('one')), inTurn(fails), inTurn(work('two'))])
  assert.deepEqual(first, { status: 'fulfilled', value: 'one' })
  assert.equal(second?.status, 'rejected')
  assert.deepEqual(third, { status: 'fulfilled', value: 'two' })
  assert.deepEqual(order, ['one begins', 'one ends', 'two begins', 'two ends'])
})
