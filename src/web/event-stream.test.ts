import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { eventStream } from './event-stream.ts'

test('a request for the fields alone opens no stream, however many there are', async () => {
  let listeners = 0
  const web = new Hono()
  web.get('/events', (context) =>
    eventStream<string>(context, {
      event: 'news',
      first: 'first',
      subscribe: () => {
        listeners += 1
        return () => {
          listeners -= 1
        }
      },
      toMessage: (item) => item,
    }),
  )
  for (let asked = 0; asked < 210; asked++) {
    const answer = await web.request('/events', { method: 'HEAD' })
    assert.deepEqual([answer.status, answer.headers.get('Content-Type')], [200, 'text/event-stream'])
  }
  assert.equal(listeners, 0)
  const answer = await web.request('/events')
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('Cache-Control'), 'no-store, no-transform')
  await answer.body?.cancel()
})
