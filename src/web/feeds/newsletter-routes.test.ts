import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'

const origin = 'http://127.0.0.1:7180'

function served() {
  const { app, changes } = exampleOperations()
  const web = exampleWeb(app, { version: '0.1.0', now: () => '2026-03-16T10:00:00.000Z' })
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    web.request(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } })
  return { web, post, changes }
}

test('an address for newsletters is made and shown in full', async () => {
  const { web, post, changes } = served()
  const made = await post('/newsletters', { name: ' Harbour notes ', folder: 'Post' })
  assert.equal(made.status, 303)
  assert.equal(made.headers.get('location'), '/newsletters?made=letterbox-1')
  assert.deepEqual(changes, [['makeLetterbox', { name: 'Harbour notes', folder: 'Post' }]])
  const page = await web.request(`${origin}/newsletters?made=letterbox-1`)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  const text = await page.text()
  assert.match(text, /Address created/)
  assert.ok(text.split('qzk3mfw7r2tb5xhdvnya@letters.example.org').length >= 3)
})

test('an address without a name is none, and too many are refused with a reason', async () => {
  const { post, changes } = served()
  assert.equal((await post('/newsletters', { name: '  ' })).status, 400)
  const refused = await post('/newsletters', { name: 'too-many' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /You have 500 addresses/)
  assert.deepEqual(changes, [])
})

test('an address is ended, and what is not there cannot be', async () => {
  const { post, changes } = served()
  const ended = await post('/newsletters/end', { id: 'letterbox-1' })
  assert.equal(ended.headers.get('location'), '/newsletters?said=ended')
  assert.equal((await post('/newsletters/end', { id: 'nowhere' })).status, 400)
  assert.deepEqual(changes, [['endLetterbox', { id: 'letterbox-1' }]])
})

test('a letter says where its list is left and what is not kept, and sends nothing there', async () => {
  const { web } = served()
  const text = await (await web.request(`${origin}/entries/entry-letter`)).text()
  assert.match(
    text,
    /<a href="https:\/\/harbour\.example\/leave\?t=1" rel="noreferrer noopener external">Unsubscribe at/,
  )
  assert.match(text, /timetable\.pdf/)
  assert.doesNotMatch(text, /<(?:img|form)[^>]+harbour\.example/)
})
