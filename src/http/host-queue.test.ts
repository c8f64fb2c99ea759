import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostQueue } from './host-queue.ts'

/** Lets everything that can run, run. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('a queue lets in at most so many in all, whatever the hosts', async () => {
  const queue = hostQueue(10, 3)
  const inside: (() => void)[] = []
  for (let host = 0; host < 8; host++) void queue.enter(`host-${host}`).then((leave) => inside.push(leave))
  await settle()
  assert.equal(inside.length, 3)
  inside[0]!()
  await settle()
  assert.equal(inside.length, 4)
})

test('a queue serves a host in the order it was asked', async () => {
  const queue = hostQueue(1, 10)
  const order: number[] = []
  const enter = async (index: number) => {
    const leave = await queue.enter('one')
    order.push(index)
    leave()
  }
  await Promise.all([enter(0), enter(1), enter(2), enter(3)])
  assert.deepEqual(order, [0, 1, 2, 3])
})

test('leaving twice counts once', async () => {
  const queue = hostQueue(1, 1)
  const leave = await queue.enter('one')
  leave()
  leave()
  const inside: string[] = []
  void queue.enter('one').then(() => inside.push('first'))
  void queue.enter('one').then(() => inside.push('second'))
  await settle()
  assert.deepEqual(inside, ['first'])
})

test('hosts that come later get room while a busy host has many waiting', async () => {
  const queue = hostQueue(1, 2)
  const served: string[] = []
  for (let count = 0; count < 5; count++) void queue.enter('busy').then(() => served.push('busy'))
  void queue.enter('other').then(() => served.push('other'))
  await settle()
  assert.deepEqual(served, ['busy', 'other'])
})
