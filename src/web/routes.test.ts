import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { busy, idle, now } from '../../test/examples/views.ts'
import { until } from '../../test/until.ts'

function served(options: { readonly failing?: boolean } = {}) {
  const example = exampleOperations()
  const errors: string[] = []
  const app = options.failing
    ? { ...example.app, get_today: () => Promise.reject(new Error('The disk <is> full')) }
    : example.app
  const onError = (error: Error) => errors.push(error.message)
  const web = exampleWeb(app, { version: '0.1.0', now: () => now, live: example.live, onError })
  const get = (path: string, headers: Record<string, string> = {}) => web.request(path, { headers })
  const post = (
    path: string,
    fields: Record<string, string> | [string, string][],
    headers: Record<string, string> = {},
  ) =>
    web.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    })
  return { ...example, web, get, post, errors }
}

describe('every answer', () => {
  const { get, post } = served()
  const failing = served({ failing: true })
  const answers: Readonly<Record<string, () => Response | Promise<Response>>> = {
    page: () => get('/'),
    'missing page': () => get('/nowhere'),
    'missing story': () => get('/stories/none'),
    asset: () => get('/favicon.svg'),
    redirect: () => post('/entries/read', { entry: 'e', read: '1' }),
    'refused request': () => post('/entries/read', { entry: 'e' }, { 'sec-fetch-site': 'cross-site' }),
    'bad form': () => post('/entries/read', {}),
    'broken page': () => failing.get('/'),
    export: () => get('/feeds.opml'),
    health: () => get('/livez'),
  }
  for (const [name, ask] of Object.entries(answers))
    it(`carries the security headers: ${name}`, async () => {
      const { headers } = await ask()
      const policy = headers.get('content-security-policy') ?? ''
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types twosource',
      ])
        assert.ok(policy.split('; ').includes(part), part)
      assert.doesNotMatch(policy, /unsafe/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('referrer-policy'), 'no-referrer')
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin')
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin')
      assert.ok(headers.get('permissions-policy'))
    })
})

describe('pages over HTTP', () => {
  it('are found or not found', async () => {
    const { get } = served()
    for (const path of [
      '/',
      '/days/2026-03-17',
      '/stories/story-1',
      '/articles/article-wire',
      '/citations/doc-wire/1-5',
      '/entries/entry-1',
      '/feeds',
      '/sources',
      '/sources/source-1',
      '/search',
      '/search?q=x',
      '/add',
      '/settings',
      '/feeds/all',
      '/start',
      '/about',
      '/progress',
      '/livez',
      '/robots.txt',
      '/favicon.svg',
    ])
      assert.equal((await get(path)).status, 200, path)
    for (const path of [
      '/stories/none',
      '/articles/none',
      '/citations/none/1-5',
      '/citations/doc-wire/5',
      '/citations/doc-wire/a-b',
      '/entries/none',
      '/sources/none',
      '/days/yesterday',
      '/assets/x/none.js',
      '/assets/x/..%2froutes.ts',
      '/stories/story-1/export/exe',
    ])
      assert.equal((await get(path)).status, 404, path)
  })

  it('are compressed, and not sent again when they have not changed', async () => {
    const { get } = served()
    const first = await get('/', { 'accept-encoding': 'gzip' })
    assert.equal(first.headers.get('content-encoding'), 'gzip')
    assert.match(gunzipSync(Buffer.from(await first.arrayBuffer())).toString(), /<!doctype html>/)
    const etag = first.headers.get('etag')
    assert.ok(etag)
    const second = await get('/', { 'if-none-match': etag })
    assert.equal(second.status, 304)
    assert.equal(await second.text(), '')
  })

  it('name assets by their content, which may then be kept for good', async () => {
    const { get } = served()
    const page = await (await get('/')).text()
    const sheet = /href="(\/assets\/[^"]+style\.css)"/.exec(page)?.[1] ?? ''
    const answer = await get(sheet)
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/)
    assert.match(answer.headers.get('content-type') ?? '', /^text\/css/)
    const stale = await get('/assets/older/style.css')
    assert.equal(stale.headers.get('cache-control'), 'no-cache')
  })

  it('send a citation alone when asked for the fragment', async () => {
    const { get } = served()
    const fragment = await (await get('/citations/doc-wire/1-5?fragment=1')).text()
    assert.match(fragment, /^<article class="citation">/)
  })

  it('speak the language of the reader', async () => {
    const { get } = served()
    assert.match(await (await get('/', { 'accept-language': 'ar' })).text(), /<html lang="ar" dir="rtl"/)
    assert.match(
      await (await get('/', { cookie: 'language=fr; theme=dark' })).text(),
      /<html lang="fr" dir="ltr" data-theme="dark"/,
    )
    assert.match((await get('/')).headers.get('vary') ?? '', /Accept-Language, Cookie/)
  })

  it('hand out exports as files with a harmless name', async () => {
    const { get } = served()
    const answer = await get('/stories/story-1/export/md')
    assert.equal(await answer.text(), '# Story')
    assert.equal(answer.headers.get('content-disposition'), `attachment; filename="a-b-.md"; filename*=UTF-8''a-b-.md`)
  })

  it('admit a mistake of ours with a reference, and tell the log, not the reader, what it was', async () => {
    const { get, errors } = served({ failing: true })
    const answer = await get('/')
    assert.equal(answer.status, 500)
    assert.doesNotMatch(await answer.text(), /disk/)
    assert.deepEqual(errors, ['The disk <is> full'])
  })

  it('a body that was cut off is no mistake of ours, and fills no log', async () => {
    const { web, errors } = served()
    const body = new ReadableStream({
      start(controller) {
        controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))
      },
    })
    const headers = { 'sec-fetch-site': 'same-origin', 'transfer-encoding': 'chunked' }
    const answer = await web.request('/marks', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
    assert.deepEqual([answer.status, errors], [403, []])
  })
})

describe('forms', () => {
  it('of another site change nothing', async () => {
    const { post, changes } = served()
    const foreign = [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]
    for (const headers of foreign) {
      const answer = await post('/feeds/remove', { feed: 'f', sure: '1' }, headers)
      assert.equal(answer.status, 403)
    }
    assert.deepEqual(changes, [])
  })

  it('send the reader back to a page of ours and nowhere else', async () => {
    const { post } = served()
    const back = async (path: string) =>
      (await post('/entries/read', { entry: 'e', read: '1', back: path })).headers.get('location')
    assert.equal(await back('/feeds?show=all'), '/feeds?show=all&done=read.e')
    for (const path of ['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])
      assert.equal(await back(path), '/feeds?done=read.e')
  })

  it('do one thing each', async () => {
    const { post, changes } = served()
    await post('/entries/read', [
      ['entry', 'a'],
      ['entry', 'b'],
      ['read', '1'],
    ])
    await post('/entries/read', { entry: 'a', read: '0' })
    await post('/entries/star', { entry: 'a', star: '1' })
    await post('/feeds/refresh', { feed: 'f' })
    await post('/feeds/refresh', { all: '1' })
    await post('/feeds/folder', { feed: 'f', folder: ' Region ' })
    await post('/feeds/remove', { feed: 'f', sure: '1' })
    await post('/jobs/retry', { job: '7' })
    await post('/jobs/retry', { all: '1' })
    await post('/packs', [
      ['pack', 'p'],
      ['pack', 'q'],
    ])
    await post('/feeds', { url: ' news.example ', folder: '' })
    assert.deepEqual(changes, [
      ['markRead', { entryIds: ['a', 'b'], isRead: true }],
      ['markRead', { entryIds: ['a'], isRead: false }],
      ['star', { entryId: 'a', isStarred: true }],
      ['refreshFeeds', { ids: ['f'] }],
      ['refreshFeeds', { ids: 'all' }],
      ['setFolder', { id: 'f', folder: 'Region' }],
      ['removeFeed', { id: 'f' }],
      ['retryJobs', { ids: ['7'] }],
      ['retryJobs', { ids: 'all' }],
      ['addPacks', { ids: ['p', 'q'] }],
      ['addByUrl', { url: 'news.example' }],
    ])
  })

  it('with something missing are not understood, and change nothing', async () => {
    const { post, web, changes } = served()
    for (const path of [
      '/feeds',
      '/opml',
      '/feeds/refresh',
      '/feeds/remove',
      '/feeds/folder',
      '/feeds/read',
      '/entries/read',
      '/entries/star',
      '/jobs/retry',
    ])
      assert.equal((await post(path, { other: '1' })).status, 400, path)
    assert.equal((await post('/feeds/remove', { feed: 'f' })).status, 400)
    const json = { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }
    assert.equal((await web.request('/feeds', json)).status, 400)
    assert.deepEqual(changes, [])
  })

  it('add a feed, let the reader choose among several, and say why not', async () => {
    const { post } = served()
    const added = await post('/feeds', { url: 'news.example' })
    assert.equal(added.headers.get('location'), '/add?added=1&existing=0')
    const several = await post('/feeds', { url: 'several.example' })
    assert.equal(several.status, 200)
    assert.match(await several.text(), /https:\/\/site\.example\/sport/)
    const refused = await post('/feeds', { url: 'refused.example' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /No feed was found at &lt;this&gt; address/)
  })

  it('take an OPML file', async () => {
    const { web, changes } = served()
    const body = new FormData()
    body.set('file', new File(['<opml>é</opml>'], 'feeds.opml'))
    const answer = await web.request('/opml', { method: 'POST', body })
    assert.equal(answer.headers.get('location'), '/add?added=3&existing=2')
    assert.deepEqual(changes, [['importOpml', { text: '<opml>é</opml>', name: 'feeds.opml' }]])
  })

  it('refuse a body larger than any OPML file', async () => {
    const { web } = served()
    const body = new FormData()
    body.set('file', new File([new Uint8Array(17 * 1024 * 1024)], 'feeds.opml'))
    const answer = await web.request('/opml', { method: 'POST', body })
    assert.equal(answer.status, 413)
    assert.match(await answer.text(), /limit is 16 MB[\s\S]*<code dir="ltr">npm start import FILE<\/code>/)
  })

  it('keep preferences that exist', async () => {
    const { post } = served()
    const answer = await post('/preferences', { theme: 'dark', language: 'xx', back: '/about' })
    assert.match(answer.headers.get('set-cookie') ?? '', /theme=dark/)
    assert.doesNotMatch(answer.headers.get('set-cookie') ?? '', /language/)
    assert.equal(answer.headers.get('location'), '/about')
  })
})

describe('the event stream', () => {
  it('sends progress at once and when it changes, and lets go of a reader who has left', async () => {
    const { web, announce, listenerCount } = served()
    const leaving = new AbortController()
    const answer = await web.request('/progress/events', { signal: leaving.signal })
    assert.match(answer.headers.get('content-type') ?? '', /^text\/event-stream/)
    assert.equal(answer.headers.get('content-encoding'), null)
    const events = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    const first = await events.read()
    assert.match(first.value ?? '', /event: progress\ndata: \{"rows":\[\{"count":"/)
    assert.ok((first.value ?? '').includes(`"stories":${busy.stories.done}`))
    announce(idle)
    const second = await events.read()
    assert.ok((second.value ?? '').includes(`"stories":${idle.stories.done}`))
    assert.equal(listenerCount(), 1)
    await events.cancel()
    announce(idle)
    await until('nobody listens', () => listenerCount() === 0)
  })
})
