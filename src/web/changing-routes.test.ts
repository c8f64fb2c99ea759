import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, textOf, values } from '../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { now } from '../../test/examples/views.ts'

const forms: readonly { readonly path: string; readonly fields: Record<string, string>; readonly to: string }[] = [
  { path: '/packs', fields: { pack: 'p' }, to: '/start' },
  { path: '/feeds', fields: { url: 'news.example' }, to: '/add?added=1&existing=0' },
  { path: '/feeds/refresh', fields: { all: '1' }, to: '/feeds' },
  { path: '/feeds/remove', fields: { feed: 'f', sure: '1' }, to: '/feeds' },
  { path: '/feeds/remove', fields: { feed: 'f', sure: '1', forAll: '1' }, to: '/feeds' },
  { path: '/feeds/subscribe', fields: { all: '1' }, to: '/feeds' },
  { path: '/feeds/subscribe', fields: { feed: 'f' }, to: '/feeds' },
  { path: '/feeds/folder', fields: { feed: 'f', folder: '' }, to: '/feeds' },
  { path: '/feeds/edit', fields: { feed: 'f', title: 'T' }, to: '/feeds' },
  { path: '/feeds/copy-settings', fields: { feed: 'f', to: 'g' }, to: '/feeds' },
  { path: '/entries/read', fields: { entry: 'e' }, to: '/feeds?done=read.e' },
  { path: '/entries/read', fields: { entry: 'e', read: '0' }, to: '/feeds?done=unread.e' },
  { path: '/stories/read', fields: { story: 's' }, to: '/?done=read-story.s' },
  { path: '/stories/read', fields: { story: 's', read: '0' }, to: '/?done=unread-story.s' },
  { path: '/stories/read-all', fields: { stories: 's,t' }, to: '/?done=read-stories.s%2Ct' },
  { path: '/stories/read-all', fields: { stories: 's,t', read: '0' }, to: '/' },
  { path: '/entries/star', fields: { entry: 'e', star: '0' }, to: '/feeds?done=unstar.e' },
  { path: '/jobs/retry', fields: { all: '1' }, to: '/server' },
  { path: '/preferences', fields: { theme: 'light' }, to: '/' },
]

function served(baseUrl?: string) {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0.1.0', now: () => now, ...(baseUrl && { baseUrl }) })
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}, method = 'POST') =>
    web.request(`http://news.example:7180${path}`, { method, body: new URLSearchParams(fields), headers })
  return { ...example, web, post }
}

describe('every form', () => {
  for (const { path, fields, to } of forms) {
    it(`sends the reader on after ${path} with ${JSON.stringify(fields)}`, async () => {
      const { post } = served()
      const answer = await post(path, fields, { origin: 'http://news.example:7180' })
      assert.equal(answer.status, 303)
      assert.equal(answer.headers.get('location'), to)
    })

    it(`tells a script that ${path} with ${JSON.stringify(fields)} was done, without leading it anywhere`, async () => {
      const { post } = served()
      const answer = await post(path, fields, { origin: 'http://news.example:7180', 'x-purpose': 'change' })
      assert.deepEqual([answer.status, answer.headers.get('location'), await answer.text()], [204, null, ''])
      assert.ok(answer.headers.get('content-security-policy'))
    })

    it(`refuses ${path} with ${JSON.stringify(fields)} from elsewhere, whatever the browser says of it`, async () => {
      const { post, changes } = served()
      const foreign: readonly Record<string, string>[] = [
        { 'sec-fetch-site': 'cross-site', origin: 'http://news.example:7180' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': '' },
        { origin: 'null' },
        { origin: 'http://news.example' },
        { origin: 'http://news.example:7180.evil.example' },
        { origin: 'http://evil.example/news.example:7180' },
      ]
      for (const headers of foreign) {
        const answer = await post(path, fields, headers)
        assert.equal(answer.status, 403, JSON.stringify(headers))
        assert.equal(answer.headers.get('location'), null)
        assert.equal(answer.headers.get('set-cookie'), null)
        assert.equal(textOf(parseMarkup(await answer.text()).querySelector('h1')), 'Request refused')
      }
      assert.deepEqual(changes, [])
    })
  }

  it('of a server behind a proxy is known by its public address', async () => {
    const { post } = served('https://read.example')
    const ask = (origin: string) => post('/feeds/refresh', { all: '1' }, { origin })
    assert.equal((await ask('https://read.example')).status, 303)
    assert.equal((await ask('https://read.example.evil.example')).status, 403)
  })

  it('comes back to where it was, and never to another origin', async () => {
    const { post } = served()
    for (const { path, fields } of forms.filter(({ path }) => path !== '/packs' && path !== '/feeds')) {
      const back = async (to: string) => (await post(path, { ...fields, back: to })).headers.get('location') ?? ''
      assert.equal((await back('/stories/s?x=1#said')).replace(/&done=[^#]+/, ''), '/stories/s?x=1#said')
      for (const evil of [
        '//evil.example/a',
        'http:evil.example',
        '/\\/evil.example',
        '/a/..//evil.example',
        '/\r\nx: y',
      ])
        assert.equal(new URL(await back(evil), 'https://news.example').origin, 'https://news.example', evil)
    }
  })

  it('is for POST alone: other methods find nothing and change nothing', async () => {
    const { post, web, changes } = served()
    for (const { path, fields } of forms)
      for (const method of ['PUT', 'PATCH', 'DELETE'])
        assert.equal((await post(path, fields, {}, method)).status, 404, `${method} ${path}`)
    for (const path of [
      '/packs',
      '/opml',
      '/feeds/remove?feed=f&sure=1',
      '/jobs/retry?all=1',
      '/preferences?theme=dark',
    ])
      assert.equal((await web.request(path)).status, 404, path)
    assert.deepEqual(changes, [])
  })
})

describe('unusable bodies', () => {
  const { web, changes } = served()
  const bodies: Readonly<Record<string, RequestInit>> = {
    'no body': {},
    'an empty form': { body: new URLSearchParams() },
    'a broken multipart form': { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
    'no boundary': { body: 'x', headers: { 'content-type': 'multipart/form-data' } },
    JSON: { body: '{"feed":"f","sure":"1"}', headers: { 'content-type': 'application/json' } },
    'plain text': { body: 'feed=f&sure=1', headers: { 'content-type': 'text/plain' } },
    bytes: { body: new Uint8Array([255, 254, 0]), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  }
  for (const [name, request] of Object.entries(bodies))
    it(`such as ${name} are not understood, and change nothing`, async () => {
      const answer = await web.request('/feeds/remove', { method: 'POST', ...request })
      assert.equal(answer.status, 400)
      const said = textOf(parseMarkup(await answer.text()).querySelector('h1'))
      assert.match(said, /^Something(?:’s| is) missing$/)
      assert.deepEqual(changes, [])
    })

  it('put no file where words are wanted', async () => {
    const body = new FormData()
    body.set('url', new File(['x'], 'x.txt'))
    assert.equal((await web.request('/feeds', { method: 'POST', body })).status, 400)
  })
})

describe('adding an address', () => {
  it('takes it and its folder without the space around them', async () => {
    const { post, changes } = served()
    await post('/feeds', { url: ' news.example\t', folder: ' Region ' })
    assert.deepEqual(changes, [['addByUrl', { url: 'news.example', folder: 'Region' }]])
  })

  it('that is refused keeps what was typed, and comes back to a page that can be read', async () => {
    const { post } = served()
    const answer = await post('/feeds', { url: 'refused.example"><script>' })
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    const page = parseMarkup(await answer.text())
    assert.equal(page.querySelector('#url')?.getAttribute('value'), 'refused.example"><script>')
    // POST /feeds answers with the page of /add: its forms must return to a page that GET can show.
    for (const back of values(page, 'input[name=back]', 'value')) assert.equal(back, '/add')
    assert.match(textOf(page.querySelector('[data-address]')), /^\/add$/)
    assert.equal(
      textOf(page.querySelector('[role=alert]')),
      'Not added: This page links to no feed. Look for “RSS” or “Feed” on the site and use that link. DetailsNo feed was found at <this> address',
    )
  })
})

describe('preferences', () => {
  it('are kept for a year, for this site, and are sent along by links from elsewhere only as reading needs it', async () => {
    const { post } = served()
    const answer = await post('/preferences', { theme: 'dark', language: 'ar' })
    const cookies = answer.headers.getSetCookie()
    assert.deepEqual(
      cookies.map((cookie) => cookie.split(';')[0]),
      ['theme=dark', 'language=ar'],
    )
    for (const cookie of cookies) assert.match(cookie, /Max-Age=31536000; Path=\/; SameSite=Lax/)
  })

  it('that are unknown become the system’s look, and no language', async () => {
    const { post } = served()
    const answer = await post('/preferences', { theme: 'pink; Domain=evil', language: 'klingon' })
    assert.deepEqual(
      answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]),
      ['theme=auto'],
    )
  })
})
