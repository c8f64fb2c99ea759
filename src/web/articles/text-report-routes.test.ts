import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'

const origin = 'http://127.0.0.1:7180'

function served() {
  const { app, changes } = exampleOperations()
  const web = exampleWeb(app, { version: '0.1.0', now: () => '2026-03-16T10:00:00.000Z' })
  const post = (path: string, fields: Readonly<Record<string, string>> | readonly (readonly [string, string])[]) =>
    web.request(`${origin}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields as Record<string, string>),
      headers: { origin },
    })
  const get = async (path: string) => (await web.request(`${origin}${path}`)).text()
  return { web, post, get, changes }
}

test('an article leads to why its text is as it is, and says so block by block', async () => {
  const { get } = served()
  assert.match(await get('/articles/article-wire'), /href="\/articles\/article-wire\/text"/)
  const page = await get('/articles/article-wire/text')
  assert.match(page, /added from the feed or the page’s data/)
  assert.match(page, /Invitation to subscribe or follow/)
  assert.match(page, /also on 4 other pages of this site/)
  assert.match(page, /Something else: /)
  assert.match(page, /<figcaption>[^<]+ of the words on the page are in the text/)
  assert.match(page, /12 more<\/p>/)
})

test('a text without an account tells what is known, and a guest gets no form', async () => {
  const { get } = served()
  const page = await get('/articles/article-old/text')
  assert.match(page, /Not included/)
  assert.doesNotMatch(page, /<select name="wrong"/)
})

test('what is wrong is told, changed and taken back, without script', async () => {
  const { post, changes } = served()
  const told = await post('/articles/article-wire/text', { wrong: 'opening-missing', words: 'The first lines' })
  assert.equal(told.headers.get('location'), '/articles/article-wire/text?said=told#tell')
  const gone = await post('/articles/article-wire/text', { wrong: 'other', words: 'gone' })
  assert.match(gone.headers.get('location')!, /said=told-no-page/)
  const many = await post('/articles/article-wire/text', { wrong: 'other', words: 'too many' })
  assert.match(many.headers.get('location')!, /said=too-many/)
  assert.equal((await post('/articles/article-wire/text', { wrong: 'nonsense', words: '' })).status, 400)
  assert.equal((await post('/articles/article-wire/text', {})).status, 400)
  const back = await post('/told/withdraw', { id: 'told-1', article: 'article-wire' })
  assert.equal(back.headers.get('location'), '/articles/article-wire/text?said=withdrawn#tell')
  assert.equal((await post('/told/withdraw', { id: 'nowhere', article: 'article-wire' })).status, 400)
  assert.deepEqual(changes.length, 3)
})

test('at the desk a page is ticked, its rule looked at, saved and withdrawn', async () => {
  const { post, get, web, changes } = served()
  assert.match(await get('/admin/texts'), /Ferry to run again/)
  assert.match(await get('/admin/texts/told-1'), /name="in" value="2" checked/)
  assert.match(await get('/admin/texts/told-2'), /no copy of the page/)
  assert.equal((await web.request(`${origin}/admin/texts/nowhere`)).status, 404)
  const ticked = await post('/admin/texts/told-1', [
    ['in', '1'],
    ['in', '2'],
    ['ticked', '1'],
  ])
  assert.equal(ticked.status, 200)
  assert.match(await ticked.text(), /300 → 290 words/)
  assert.match(await (await post('/admin/texts/told-1', { keep: 'p[', remove: '' })).text(), /Invalid selector/)
  const refused = await post('/admin/texts/told-1/rule', { keep: 'p[', remove: '', path: '' })
  assert.equal(refused.status, 422)
  const saved = await post('/admin/texts/told-1/rule', { keep: '', remove: ' .offer ', path: '/news' })
  assert.equal(saved.headers.get('location'), '/admin/texts?said=revised')
  assert.equal((await post('/admin/texts/told-1/close', {})).headers.get('location'), '/admin/texts?said=closed')
  const back = await post('/admin/texts/rules/withdraw', { id: 'rule-1' })
  assert.equal(back.headers.get('location'), '/admin/texts?said=withdrawn')
  assert.deepEqual(changes, [
    ['saveArticleRule', { id: 'told-1', keep: '', remove: '.offer', path: '/news' }],
    ['closeTextReport', { id: 'told-1' }],
    ['withdrawArticleRule', { id: 'rule-1' }],
  ])
})
