import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hostQueue } from './host-queue.ts'

/** Lets everything that is ready run. */
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

test('no host waits while it has room and there is room, however long the line of another', async () => {
  const queue = hostQueue(2, 6)
  const served: string[] = []
  for (let count = 0; count < 50; count++) void queue.enter('busy').then(() => served.push('busy'))
  for (const host of ['a', 'b', 'c', 'd']) void queue.enter(host).then(() => served.push(host))
  await settle()
  assert.deepEqual(served.sort(), ['a', 'b', 'busy', 'busy', 'c', 'd'])
})

test('hosts take turns at the places that come free', async () => {
  const queue = hostQueue(1, 1)
  const served: string[] = []
  const enter = async (host: string) => {
    const leave = await queue.enter(host)
    served.push(host)
    await settle()
    leave()
  }
  const all = ['a', 'a', 'a', 'b', 'b', 'b', 'c'].map(enter)
  await Promise.all(all)
  assert.deepEqual(served.slice(0, 3).sort(), ['a', 'b', 'c'])
  assert.deepEqual(served.slice(3, 5).sort(), ['a', 'b'])
})

test('whatever comes and goes, limits hold, lines keep their order, and everybody gets in', async () => {
  const visits = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat({ max: 3 })), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 5 }),
      visits,
      async (perHost, all, list) => {
        const queue = hostQueue(perHost, all)
        const inside = new Map<string, number>()
        const order = new Map<string, number[]>()
        let total = 0
        const visit = async ([host, turns]: [string, number], index: number) => {
          const leave = await queue.enter(host)
          total++
          inside.set(host, (inside.get(host) ?? 0) + 1)
          order.set(host, [...(order.get(host) ?? []), index])
          assert.ok(total <= all && inside.get(host)! <= perHost)
          for (let turn = 0; turn < turns; turn++) await settle()
          total--
          inside.set(host, inside.get(host)! - 1)
          leave()
        }
        await Promise.all(list.map(visit))
        assert.equal([...order.values()].flat().length, list.length)
        for (const line of order.values())
          assert.deepEqual(
            line,
            [...line].sort((a, b) => a - b),
          )
      },
    ),
    { numRuns: 60 },
  )
})

/** Waits until a request counts as slow. */
const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('requests that are slow make room for others, four times as many as are quick', async () => {
  const queue = hostQueue(1, 2, 20)
  const inside: (() => void)[] = []
  for (let host = 0; host < 30; host++) void queue.enter(`tarpit-${host}`).then((leave) => inside.push(leave))
  await settle()
  assert.equal(inside.length, 2)
  while (inside.length < 10) await pass(5)
  await pass(60)
  assert.equal(inside.length, 10, 'two quick ones and eight slow ones')
  inside[0]!()
  await settle()
  assert.equal(inside.length, 11)
})

test('feeds and pages do not wait for each other, and together keep to the limit of a host', async () => {
  const queue = hostQueue(2, 1)
  const served: string[] = []
  void queue.enter('dead', 'feeds').then(() => served.push('feed'))
  void queue.enter('other', 'feeds').then(() => served.push('second feed'))
  const leave = await queue.enter('dead', 'pages')
  void queue.enter('dead', 'pages').then(() => served.push('second page'))
  await settle()
  assert.deepEqual(served, ['feed'])
  leave()
  await settle()
  assert.deepEqual(served, ['feed', 'second page'])
})

test('hosts that were slow lately come after all others', async () => {
  const queue = hostQueue(1, 1, 10)
  const slow = await queue.enter('slow')
  await pass(30)
  slow()
  const leave = await queue.enter('first')
  const served: string[] = []
  const enter = async (host: string) => {
    const over = await queue.enter(host)
    served.push(host)
    over()
  }
  const all = [enter('slow'), enter('healthy')]
  leave()
  await Promise.all(all)
  assert.deepEqual(served, ['healthy', 'slow'])
})
