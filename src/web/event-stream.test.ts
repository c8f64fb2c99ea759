import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { Hono } from 'hono'
import { guest, type ReaderIdentity } from '../core/reader-identity.ts'
import { eventStream } from './event-stream.ts'
import { keepIdentity } from './request-reader.ts'

/** Events at `/events`, and the number of listeners. */
function serveEvents(web: Hono): { listeners: number; announce(item: string): void } {
  const heard = new Set<(item: string) => void>()
  const announce = (item: string) => {
    for (const listener of heard) listener(item)
  }
  const events = { listeners: 0, announce }
  web.get('/events', (context) =>
    eventStream<string>(context, {
      event: 'news',
      first: 'first',
      subscribe: (listener) => {
        events.listeners += 1
        heard.add(listener)
        return () => {
          events.listeners -= 1
          heard.delete(listener)
        }
      },
      toMessage: (item) => (item === 'nothing to say' ? undefined : item),
    }),
  )
  return events
}

test('a request for the fields alone opens no stream, however many there are', async () => {
  const web = new Hono()
  const events = serveEvents(web)
  for (let asked = 0; asked < 210; asked++) {
    const answer = await web.request('/events', { method: 'HEAD' })
    assert.deepEqual([answer.status, answer.headers.get('Content-Type')], [200, 'text/event-stream'])
  }
  assert.equal(events.listeners, 0)
  const answer = await web.request('/events')
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('Cache-Control'), 'no-store, no-transform')
  await answer.body?.cancel()
  while (events.listeners > 0) await setTimeout(10)
})

test('one reader takes a part of the places, guests together another, and what is left is for the others', async () => {
  const web = new Hono()
  const readers = new Map<string, ReaderIdentity>(
    ['ann', 'bo'].map((id) => [id, { id, name: id, role: 'reader' }] as const),
  )
  web.use(keepIdentity(async (context) => readers.get(context.req.query('as') ?? '') ?? guest))
  const events = serveEvents(web)
  const ask = (as: string, count: number) =>
    Promise.all(Array.from({ length: count }, () => web.request(`/events?as=${as}`)))
  const open = (answers: readonly Response[]) => answers.filter(({ status }) => status === 200)
  const hers = await ask('ann', 60)
  const theirs = await ask('guest', 120)
  const his = await ask('bo', 1)
  assert.deepEqual([open(hers).length, open(theirs).length, open(his).length], [50, 100, 1])
  assert.equal(hers.at(-1)?.headers.get('Retry-After'), '60')
  for (const { body } of open([...hers, ...theirs, ...his])) await body?.cancel()
  while (events.listeners > 0) await setTimeout(10)
  const again = await ask('ann', 1)
  assert.equal(again[0]?.status, 200, 'a place is given back')
  for (const { body } of again) await body?.cancel()
})

test('a stream tells nothing more once its reader has signed out, whether there is news or not', async (t) => {
  const web = new Hono()
  const ann: ReaderIdentity = { id: 'ann', name: 'ann', role: 'reader' }
  let known: ReaderIdentity | undefined = ann
  web.use(keepIdentity(async () => known))
  const events = serveEvents(web)
  const listen = async () => (await web.request('/events')).body!.pipeThrough(new TextDecoderStream()).getReader()
  const stirred = await listen()
  assert.match((await stirred.read()).value ?? '', /"first"/)
  events.announce('second')
  assert.match((await stirred.read()).value ?? '', /"second"/, 'while they are signed in')
  await setTimeout(300)
  known = undefined
  events.announce('third')
  assert.deepEqual(await stirred.read(), { done: true, value: undefined })

  known = ann
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const silent = await listen()
  assert.match((await silent.read()).value ?? '', /"first"/)
  known = undefined
  let end: unknown
  void silent.read().then((read) => {
    end = read
  })
  for (let beats = 0; beats < 100 && end === undefined; beats++) {
    t.mock.timers.tick(1_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  assert.deepEqual(end, { done: true, value: undefined })
  assert.equal(events.listeners, 0)
})

test('a stream that hears of news it has nothing to say of still has its heartbeat, and ends with its session', async (t) => {
  const web = new Hono()
  let known: ReaderIdentity | undefined = { id: 'ann', name: 'ann', role: 'reader' }
  web.use(keepIdentity(async () => known))
  const events = serveEvents(web)
  let nowMs = 0
  t.mock.method(performance, 'now', () => nowMs)
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const stream = (await web.request('/events')).body!.pipeThrough(new TextDecoderStream()).getReader()
  await stream.read()
  /** Passes a minute with an event every twenty seconds, unless the stream sends something earlier. */
  const heardIn = async () => {
    let heard: unknown
    void stream.read().then((read) => {
      heard = read
    })
    for (let second = 0; second < 60 && heard === undefined; second++) {
      nowMs += 1_000
      t.mock.timers.tick(1_000)
      if (second % 20 === 19) events.announce('nothing to say')
      for (let turns = 0; turns < 5; turns++) await new Promise((resolve) => setImmediate(resolve))
    }
    return heard
  }
  assert.deepEqual(await heardIn(), { done: false, value: ': still here\n\n' })
  known = undefined
  assert.deepEqual(await heardIn(), { done: true, value: undefined })
})
