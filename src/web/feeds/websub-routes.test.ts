import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { hubToken, hubTopic } from '../../../test/examples/websub.ts'

const origin = 'https://news.example'

function served(more: object = {}) {
  const { app, changes } = exampleOperations()
  // Nobody is signed in: a hub has no session.
  const web = exampleWeb({ ...app, ...more }, { version: '0.1.0', identify: async () => undefined })
  const path = (token: string) => `${origin}/websub/${token}`
  const ask = (fields: Record<string, string>, token = hubToken) =>
    web.request(`${path(token)}?${new URLSearchParams(fields)}`)
  const send = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, token = hubToken) =>
    web.request(path(token), { method: 'POST', body, headers })
  return { ask, send, changes }
}

const good = {
  'hub.mode': 'subscribe',
  'hub.topic': hubTopic,
  'hub.challenge': '<script>alert(1)</script>',
  'hub.lease_seconds': '864000',
}

describe('a callback address of a hub', () => {
  it('says back what it is to, in bytes that are never a page', async () => {
    const answer = await served().ask(good)
    assert.equal(answer.status, 200)
    assert.equal(await answer.text(), good['hub.challenge'])
    assert.equal(answer.headers.get('content-type'), 'application/octet-stream')
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.equal(answer.headers.get('set-cookie'), null)
  })

  it('has nothing for anybody else, nor for another question', async () => {
    const { ask, send } = served()
    assert.equal((await ask({})).status, 404)
    assert.equal((await ask(good, 'x'.repeat(43))).status, 404)
    assert.equal((await ask(good, 'short')).status, 401)
    for (const change of [
      { 'hub.mode': 'publish' },
      { 'hub.topic': `${hubTopic}/` },
      { 'hub.challenge': '' },
      { 'hub.challenge': 'a\nb' },
      { 'hub.challenge': 'é' },
      { 'hub.challenge': 'x'.repeat(1_001) },
      { 'hub.lease_seconds': '1.5' },
      { 'hub.lease_seconds': 'Infinity' },
    ])
      assert.equal((await ask({ ...good, ...change })).status, 404, JSON.stringify(change))
    assert.equal((await send('x', {}, 'x'.repeat(43))).status, 404)
  })

  it('takes the bytes as they came, whatever they say they are', async () => {
    const { send, changes } = served()
    const body = new Uint8Array([0xff, 0xfe, 0x3c, 0x00, 0x0d, 0x0a])
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    assert.equal((await send(body, form)).status, 202)
    assert.equal((await send(body, { 'x-hub-signature': `sha1=${'0'.repeat(400)}` })).status, 202)
    const taken = changes.map((change) => (change as [string, Record<string, unknown>])[1])
    assert.deepEqual(taken[0], { token: hubToken, contentType: form['content-type'], body: 6 })
    assert.equal(String(taken[1]!.signature).length, 200)
  })

  it('reads nothing that is too long, and nothing for who is not known', async () => {
    const { send } = served()
    assert.equal((await send(new Uint8Array(4 * 2 ** 20))).status, 202)
    assert.equal((await send(new Uint8Array(4 * 2 ** 20 + 1))).status, 413)
    let pulled = 0
    const endless = new ReadableStream({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const { app } = exampleOperations()
    const web = exampleWeb(app, { version: '0.1.0' })
    const to = (token: string, body: ReadableStream) =>
      web.request(new Request(`${origin}/websub/${token}`, { method: 'POST', body, duplex: 'half' } as RequestInit))
    assert.equal((await to('x'.repeat(43), endless)).status, 404)
    assert.ok(pulled <= 2, `${pulled}`)
  })

  it('asks for patience when too much comes, and says when it is over', async () => {
    const later = await served({ take_hub_push: async () => 'later' }).send('x')
    assert.deepEqual([later.status, later.headers.get('retry-after')], [429, '60'])
    assert.equal((await served({ find_hub: async () => 'over' }).send('x')).status, 410)
    assert.equal((await served({ take_hub_push: async () => 'ignored' }).send('x')).status, 202)
  })

  it('takes nothing that a page of another site sends', async () => {
    const { send, changes } = served()
    assert.equal((await send('x', { origin: 'https://elsewhere.example' })).status, 403)
    assert.equal((await send('x', { 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.deepEqual(changes, [])
  })

  it('takes note of a refusal', async () => {
    const { ask, changes } = served()
    const denied = { 'hub.mode': 'denied', 'hub.topic': hubTopic, 'hub.reason': 'closed' }
    assert.equal((await ask(denied)).status, 204)
    assert.deepEqual(changes, [['denyHub', { token: hubToken, topic: hubTopic, reason: 'closed' }]])
    assert.equal((await ask(denied, 'x'.repeat(43))).status, 404)
  })
})
