import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { guest } from '../../core/reader-identity.ts'

const origin = 'http://127.0.0.1:7180'
const { app, changes } = exampleOperations()
const web = exampleWeb(app, { version: '0.1.0', baseUrl: 'https://news.example' })
const get = (path: string) => web.request(origin + path)
const post = (path: string, body: FormData | URLSearchParams, headers: Record<string, string> = {}) =>
  web.request(origin + path, { method: 'POST', body, headers })
const fileOf = (text: string, name = 'export.csv') => {
  const body = new FormData()
  body.set('file', new File([text], name))
  return body
}

beforeEach(() => {
  changes.length = 0
})

describe('a file brought in', () => {
  it('is handed on as it is, and what came of it is said', async () => {
    const answer = await post('/settings/import', fileOf('url,title\n'))
    assert.equal(answer.status, 200)
    assert.deepEqual(changes, [['importFile', { name: 'export.csv', start: 'url,title\n' }]])
    const page = await answer.text()
    assert.match(page, /<dd>1,240<\/dd> <dt>links<\/dt>/)
    assert.match(page, /Row 7: “javascript:&lt;alert&gt;” is not a web address\./)
    assert.match(await (await post('/settings/import', fileOf('WARC/1.1'))).text(), /&lt;Two&gt;: It took too long/)
    assert.match(await (await post('/settings/import', fileOf('<opml>'))).text(), /<dd>2<\/dd> <dt>feeds added<\/dt>/)
  })

  it('that is a long list leads to where its progress is shown, as a list at an address does', async () => {
    const place = '/settings/import/lists/list-1'
    const long = await post('/settings/import', fileOf('<opml long'))
    assert.deepEqual([long.status, long.headers.get('location')], [303, place])
    const fetched = await post('/settings/import/list', new URLSearchParams({ url: ' https://a.example/list ' }))
    assert.deepEqual([fetched.status, fetched.headers.get('location')], [303, place])
    assert.deepEqual(changes.at(-1), ['importOpmlFrom', { url: 'https://a.example/list' }])
    const refused = await post('/settings/import/list', new URLSearchParams({ url: 'https://a.example/no' }))
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /This is not an &lt;opml&gt; file\./)
    assert.equal((await post('/settings/import/list', new URLSearchParams())).status, 400)
  })

  it('that is a long list shows how far it is, with a way to stop it, until it has come in', async () => {
    const page = await (await get('/settings/import/lists/list-1')).text()
    assert.match(page, /300 \/ 1,200.*Importing\. 290 added, 10 already here\./s)
    assert.match(page, /data-events="\/settings\/import\/lists\/list-1\/events"/)
    assert.match(page, /&lt;One&gt;: “exec:x” is not a web address/)
    const stopped = await post('/settings/import/lists/list-1/cancel', new URLSearchParams())
    assert.equal(stopped.headers.get('location'), '/settings/import/lists/list-1')
    assert.deepEqual(changes.at(-1), ['cancelOpmlImport', { id: 'list-1' }])
    const done = await (await get('/settings/import/lists/list-2')).text()
    assert.doesNotMatch(done, /data-events|\/cancel"/)
    for (const address of ['', '/events'])
      assert.equal((await get(`/settings/import/lists/none${address}`)).status, 404)
    assert.equal((await post('/settings/import/lists/none/cancel', new URLSearchParams())).status, 404)
    assert.match(
      await (await get('/settings/import')).text(),
      /&lt;all&gt;\.opml<\/bdi><\/a>.*Importing · 300 \/ 1,200/s,
    )
  })

  it('that is pasted and refused is shown again as it was filled in', async () => {
    const given = {
      text: 'Ida: <Why> is the pier shut?',
      title: 'On the <pier>',
      outlet: 'Mole Radio',
      recording: 'https://pod.example/7.mp3',
      day: '2026-03-16',
      embargo: '2026-03-16T10:00',
    }
    const body = fileOf('', 'none')
    for (const [name, value] of Object.entries(given)) body.set(name, value)
    const identify = async () => ({ id: 'ada', name: 'Ada', role: 'owner' as const })
    const owners = exampleWeb(app, { version: '0.1.0', identify })
    const answer = await owners.request('/settings/import', { method: 'POST', body })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    const form = page.slice(page.indexOf('id="transcript"'), page.indexOf('id="file"'))
    for (const value of Object.values(given))
      assert.ok(form.includes(value.replaceAll('<', '&lt;').replaceAll('>', '&gt;')), value)
  })

  it('is refused in words', async () => {
    const answer = await post('/settings/import', fileOf('text'))
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /Only the owner can import articles/)
    assert.equal((await post('/settings/import', new URLSearchParams({ file: 'x' }))).status, 400)
    assert.equal((await post('/settings/import', new FormData())).status, 400)
  })
})

describe('a page to save', () => {
  it('is asked about first; the address alone changes nothing', async () => {
    const answer = await get('/save?url=https%3A%2F%2Fsite.example%2Fnews&title=A+%3Ctitle%3E')
    assert.equal(answer.status, 200)
    const page = await answer.text()
    assert.match(page, /<form method="post" action="\/articles"/)
    assert.match(page, /name="url" value="https:\/\/site\.example\/news"/)
    assert.match(page, /name="title" value="A &lt;title&gt;"/)
    for (const address of ['/save', '/save?url=javascript:alert(1)', '/save?url=x&title=y'])
      assert.doesNotMatch(await (await get(address)).text(), /action="\/articles"/)
    assert.deepEqual(changes, [])
  })

  it('is saved with its tags, and opened', async () => {
    const form = new URLSearchParams({ url: ' https://site.example/news ', title: 'T', names: 'sea, ships،,' })
    const answer = await post('/articles', form)
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), '/articles/article-wire')
    assert.deepEqual(changes, [
      ['addArticle', { url: 'https://site.example/news', title: 'T', tags: ['sea', 'ships'] }],
    ])
  })

  it('whose page cannot be read is kept as a link; what is none is refused', async () => {
    const kept = await post('/articles', new URLSearchParams({ url: 'https://broken.example' }))
    assert.equal(kept.status, 200)
    assert.match(await kept.text(), /The server says &lt;no&gt;\.[\s\S]*href="\/entries\/entry-2"/)
    assert.equal((await post('/articles', new URLSearchParams({ url: 'x' }))).status, 422)
    assert.equal((await post('/articles', new URLSearchParams())).status, 400)
  })

  it('is saved for nobody else: another site cannot send the form', async () => {
    const form = new URLSearchParams({ url: 'https://site.example/news' })
    assert.equal((await post('/articles', form, { 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.equal((await post('/settings/import', fileOf('url,x'), { origin: 'https://evil.example' })).status, 403)
    assert.deepEqual(changes, [])
  })

  it('leads whoever is not signed in to where one signs in, and back', async () => {
    const closed = exampleWeb(app, { version: '0.1.0', identify: async () => ({ identity: guest }) as never })
    const answer = await closed.request(`${origin}/save?url=https%3A%2F%2Fa.example%2F`, {
      headers: { accept: 'text/html' },
    })
    assert.equal(answer.status, 303)
    assert.match(answer.headers.get('location') ?? '', /^\/sign-in\?back=%2Fsave%3Furl/)
  })
})

describe('the bookmark for any site', () => {
  it('is a plain navigation to this server, with nothing else in it', async () => {
    const page = await (await get('/settings/import')).text()
    const href = /href="(javascript:[^"]*)"/
      .exec(page)?.[1]
      ?.replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
    assert.ok(href)
    const location = { href: 'https://a.example/x?y=1&z="2"' }
    const run = new Function('location', 'document', href.slice('javascript:'.length))
    run(location, { title: 'A & B' })
    const to = new URL(location.href)
    assert.equal(to.origin + to.pathname, 'https://news.example/save')
    assert.deepEqual(Object.fromEntries(to.searchParams), { url: 'https://a.example/x?y=1&z="2"', title: 'A & B' })
  })
})
