import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'

function site() {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0.1.0', now: () => now, baseUrl: 'https://news.example' })
  const post = (
    path: string,
    fields: Record<string, string> | [string, string][],
    headers: Record<string, string> = {},
  ) => web.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  return { web, post, changes: example.changes }
}

test('a service is added with its fields and what goes there by itself; unknown fields and occasions go nowhere', async () => {
  const { post, changes } = site()
  const added = await post('/settings/send', [
    ['kind', 'wallabag'],
    ['name', 'Bag'],
    ['set-address', 'https://bag.example'],
    ['set-password', 'p&w'],
    ['occasion', 'starred'],
    ['occasion', 'saved'],
    ['occasion', 'nonsense'],
  ])
  assert.equal(added.headers.get('location'), '/settings/send?said=added')
  const settings = { address: 'https://bag.example', password: 'p&w' }
  assert.deepEqual(changes, [
    ['addDestination', { kind: 'wallabag', name: 'Bag', occasions: ['saved', 'starred'], settings }],
  ])
  assert.equal((await post('/settings/send', { kind: 'pigeon' })).status, 400)
  const refused = await post('/settings/send', { kind: 'linkding', 'set-address': 'ftp://a.example' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /It must begin with https/)
})

test('the secret of a webhook stands in the one answer that made it, in no address and on no page after', async () => {
  const { web, post } = site()
  const made = await post('/settings/send', { kind: 'webhook', 'set-address': 'https://hook.example/a' })
  assert.equal(made.status, 201)
  assert.equal(made.headers.get('cache-control'), 'no-store')
  assert.match(await made.text(), /s{43}/)
  assert.match(await (await post('/settings/send/destination-1/secret', {})).text(), /t{43}/)
  assert.equal((await post('/settings/send/destination-3/secret', {})).status, 400)
  for (const path of ['/settings/send', '/settings/send/destination-1'])
    assert.doesNotMatch(await (await web.request(path)).text(), /[st]{43}/)
})

test('a test says what came of it, escaped', async () => {
  const { post } = site()
  const failed = await post('/settings/send/destination-2/test', {})
  assert.equal(failed.status, 502)
  assert.match(await failed.text(), /The receiver &lt;answered&gt; 500/)
  const taken = await post('/settings/send/destination-1/test', {})
  assert.equal(taken.headers.get('location'), '/settings/send?said=tested')
  assert.equal((await post('/settings/send/nowhere/test', {})).status, 400)
})

test('one message or all that failed go out again', async () => {
  const { web, post, changes } = site()
  const one = await post('/settings/send/destination-1/again', { sending: 'sending-2' })
  assert.equal(one.headers.get('location'), '/settings/send/destination-1?again=1')
  await post('/settings/send/destination-1/again', { all: '1' })
  assert.deepEqual(changes, [
    ['replaySending', { sending: 'sending-2' }],
    ['replaySending', { allOf: 'destination-1' }],
  ])
  assert.match(await (await web.request('/settings/send/destination-1?again=2')).text(), /2 messages on the way/)
  assert.doesNotMatch(await (await web.request('/settings/send/destination-1?again=<b>')).text(), /role="status"/)
  assert.equal((await post('/settings/send/destination-1/again', {})).status, 400)
  assert.equal((await web.request('/settings/send/nowhere')).status, 404)
})

test('an article offers to be sent, and a page of another site sends nothing', async () => {
  const { web, post, changes } = site()
  assert.match(await (await web.request('/articles/article-wire')).text(), /href="\/send\?article=article-wire"/)
  const form = await (await web.request('/send?article=article-wire')).text()
  assert.match(form, /My telephone/)
  assert.doesNotMatch(form, /value="destination-2"/, 'what is off is not offered')
  const sent = await post('/send', { article: 'article-wire', destination: 'destination-3' })
  assert.equal(sent.headers.get('location'), '/send?article=article-wire&sent=1')
  assert.deepEqual(changes, [['sendArticle', { article: 'article-wire', destination: 'destination-3' }]])
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  const fields = { article: 'article-wire', destination: 'destination-3' }
  assert.equal((await post('/send', fields, foreign)).status, 403)
  assert.equal((await post('/send', { article: 'nowhere', destination: 'destination-3' })).status, 400)
  assert.equal((await post('/send', {})).status, 400)
  assert.equal((await web.request('/send')).status, 404)
})
