import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { createHttp } from './client.ts'
import { byteBudget, longBodies } from './long-bodies.ts'

test('a budget lets in what there is room for, in the order it came, and takes back each once', async () => {
  const budget = byteBudget(10)
  const order: number[] = []
  const [first, second] = await Promise.all([budget.enter(4), budget.enter(6)])
  const enter = (bytes: number) =>
    budget.enter(bytes).then((leave) => {
      order.push(bytes)
      return leave
    })
  const [third, fourth] = [enter(5), enter(1)]
  first()
  first()
  await setImmediate()
  // When the third doesn't fit, the fourth doesn't overtake it.
  assert.deepEqual(order, [])
  second()
  const leaveThird = await third
  const leaveFourth = await fourth
  assert.deepEqual(order, [5, 1])
  leaveThird()
  leaveFourth()
})

test('what is more than the whole budget goes alone', async () => {
  const budget = byteBudget(10)
  const leave = await budget.enter(1)
  let isIn = false
  const large = budget.enter(25).then((leaveLarge) => {
    isIn = true
    return leaveLarge
  })
  await setImmediate()
  assert.equal(isIn, false)
  leave()
  const leaveLarge = await large
  const next = budget.enter(1)
  leaveLarge()
  await next
})

test('what is held already keeps others out until it is let go, however much it is', async () => {
  const budget = byteBudget(10)
  const letGo = [budget.take(8), budget.take(8)]
  let isIn = false
  const entered = budget.enter(3).then(() => {
    isIn = true
  })
  letGo[0]!()
  await setImmediate()
  assert.equal(isIn, false)
  letGo[1]!()
  await entered
})

test('endless bodies wait until there is room for all they may be, and short ones do not', async () => {
  const sent = new Map<string, number>()
  const piece = Buffer.alloc(64 * 1024, ' ')
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    response.on('error', () => {})
    if (path === '/short') return void response.end('short')
    const more = () => {
      while (!response.destroyed) {
        sent.set(path, (sent.get(path) ?? 0) + piece.length)
        if (!response.write(piece)) return
      }
    }
    response.on('drain', more)
    more()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const http = createHttp({
    userAgent: 'test',
    allowPrivate: true,
    maxBytes: 3 * 2 ** 20,
    timeoutMs: 60_000,
    connectTimeoutMs: 5_000,
    perHost: 50,
    inFlight: 50,
  })
  const letGo = longBodies.take(32 * 2 ** 20)
  const endless = Array.from({ length: 6 }, (_, number) => http.get(`${origin}/${number}`))
  const short = await http.get(`${origin}/short`)
  assert.equal(short.kind, 'ok')
  // Reading doesn't continue while others use the whole budget.
  assert.equal(await Promise.race([...endless, setTimeout(100)]), undefined)
  letGo()
  const kinds = (await Promise.all(endless)).map(({ kind }) => kind)
  http.close()
  server.closeAllConnections()
  server.close()
  assert.deepEqual([...new Set(kinds)], ['too-large'])
})
