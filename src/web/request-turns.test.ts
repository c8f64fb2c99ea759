import assert from 'node:assert/strict'
import { createServer, type IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { now } from '../../test/examples/views.ts'
import { cameLate } from './arrival.ts'
import { takeTurns } from './request-turns.ts'

/** A server by whose clock each answer takes so long, and what it answered, in order; requests come to it as Node tells of them. */
function startTurns(answerMs: number) {
  const answered: { readonly url: string; readonly isLate: boolean }[] = []
  const clock = { ms: 0 }
  const requests: IncomingMessage[] = []
  const server = createServer((request: IncomingMessage) => {
    clock.ms += answerMs
    requests.push(request)
    answered.push({ url: request.url!, isLate: cameLate({ incoming: request }) })
  })
  takeTurns(server, () => clock.ms)
  return {
    clock,
    answered,
    requests,
    urls: () => answered.map(({ url }) => url),
    ask(url: string) {
      const [socket, response] = [{ destroyed: false }, { destroyed: false }]
      server.emit('request', { url, socket }, response)
      return response
    },
  }
}

test('a turn of the event loop answers as many as its time suffices for, in order, so that others can connect before the next', async () => {
  const slow = startTurns(6)
  const quick = startTurns(1)
  const urls = Array.from({ length: 20 }, (_, at) => `/${at}`)
  for (const url of urls) for (const server of [slow, quick]) server.ask(url)
  assert.deepEqual(slow.urls(), ['/0'])
  assert.deepEqual(quick.urls(), ['/0', '/1', '/2', '/3', '/4'])
  for (let before = 1; before < 20; before = slow.answered.length) {
    while (slow.answered.length === before) await setImmediate()
    assert.equal(slow.answered.length, before + 1)
    // Who asks again comes after those who wait.
    if (before === 5) slow.ask('/again')
  }
  assert.deepEqual(slow.urls(), urls)
  while (slow.answered.length === 20) await setImmediate()
  assert.equal(slow.urls().at(-1), '/again')
  assert.deepEqual(quick.urls(), urls)
})

test('one that waited long is known as late, and one whose client has gone is not answered', async () => {
  const server = startTurns(6)
  server.ask('/1')
  server.ask('/2')
  server.ask('/gone').destroyed = true
  server.clock.ms += 5_001
  server.ask('/4')
  while (server.answered.length < 3) await setImmediate()
  assert.deepEqual(server.answered, [
    { url: '/1', isLate: false },
    { url: '/2', isLate: true },
    { url: '/4', isLate: false },
  ])
})

test('a page asked for late asks to come again; a form is taken, and what a page consists of is given', async () => {
  const server = startTurns(6)
  server.ask('/1')
  server.ask('/2')
  server.clock.ms += 5_001
  while (server.answered.length < 2) await setImmediate()
  const web = exampleWeb(exampleOperations().app, { version: '0.1.0', now: () => now })
  const asked = (path: string, init?: RequestInit) => web.request(path, init, { incoming: server.requests[1] })
  const page = await asked('/')
  assert.deepEqual([page.status, page.headers.get('retry-after')], [503, '5'])
  assert.match(await page.text(), /<h1/)
  const body = new URLSearchParams({ entry: 'e', read: '1' })
  const form = await asked('/entries/read', { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } })
  assert.equal(form.status, 303)
  assert.equal((await asked('/favicon.svg')).status, 200)
})
