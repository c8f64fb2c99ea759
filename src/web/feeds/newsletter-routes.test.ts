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
  assert.deepEqual(changes, [['addNewsletterAddress', { name: 'Harbour notes', folder: 'Post' }]])
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
  assert.deepEqual(changes, [['removeNewsletterAddress', { id: 'letterbox-1' }]])
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

const account = { server: 'imap.example.org', security: 'starttls', user: ' ann@example.org ', password: ' pass ' }
const chosen = { folder: 'Lists', senders: 'harbour.example', feedFolder: 'Post' }

test('a mailbox is added, and its page says how many issues came', async () => {
  const { web, post, changes } = served()
  const added = await post('/newsletters/mailboxes', { ...account, ...chosen })
  assert.equal(added.status, 303)
  assert.equal(added.headers.get('location'), '/newsletters?said=mailbox-added&count=3')
  assert.deepEqual(changes, [['addMailbox', { ...account, ...chosen, user: 'ann@example.org' }]])
  assert.match(await (await web.request(`${origin}${added.headers.get('location')}`)).text(), /with 3 issues/)
})

test('a mailbox that cannot be read comes back with what was written, but for the password, and with what to do', async () => {
  const { post, changes } = served()
  const refused = await post('/newsletters/mailboxes', { ...account, ...chosen, password: 'wrong' })
  assert.equal(refused.status, 422)
  const page = await refused.text()
  assert.match(page, /role="alert".+didn’t accept the name and password.+app password/s)
  assert.match(page, /No such account/)
  for (const value of ['imap.example.org', 'ann@example.org', 'Lists', 'harbour.example', 'Post'])
    assert.ok(page.includes(`value="${value}"`), value)
  assert.match(page, /<option value="starttls" selected>/)
  assert.doesNotMatch(page, /value="wrong"/)
  assert.match(
    await (await post('/newsletters/mailboxes', { ...account, server: 'no server' })).text(),
    /isn’t the name of a server/,
  )
  assert.equal((await post('/newsletters/mailboxes', { ...account, password: '' })).status, 400)
  assert.deepEqual(changes, [])
})

test('a mailbox is changed, checked and removed, and a sender included again', async () => {
  const { post, changes } = served()
  const to = async (path: string, fields: Readonly<Record<string, string>>) => {
    const answer = await post(`/newsletters/mailboxes/${path}`, fields)
    return answer.headers.get('location') ?? answer.status
  }
  assert.equal(await to('change', { id: 'mailbox-1', ...chosen }), '/newsletters?said=mailbox-changed')
  assert.equal(await to('change', { id: 'mailbox-1', folder: 'Nowhere' }), 422)
  assert.equal(await to('fetch', { id: 'mailbox-1' }), '/newsletters?said=mailbox-fetched&count=2')
  assert.equal(await to('remove', { id: 'mailbox-1' }), '/newsletters?said=mailbox-removed')
  assert.equal(await to('senders', { sender: 'shop@ads.example' }), '/newsletters')
  for (const path of ['change', 'fetch', 'remove']) assert.equal(await to(path, { id: 'nowhere' }), 400)
  assert.deepEqual(changes, [
    ['changeMailbox', { id: 'mailbox-1', password: '', ...chosen }],
    ['removeMailbox', { id: 'mailbox-1' }],
    ['takeSenderAgain', { sender: 'shop@ads.example' }],
  ])
})
