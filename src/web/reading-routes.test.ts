import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers } from '../../test/examples/answers.ts'
import { foundAt } from '../../test/examples/find.ts'
import { parseMarkup, textOf } from '../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { now, river, story, today } from '../../test/examples/views.ts'

/** The example pages, and the input of each operation. */
function served(changed: Answers = {}) {
  const asked: unknown[] = []
  const { app } = exampleOperations()
  const listening: Answers = {
    get_today: async (input) => {
      asked.push(input)
      return today
    },
    get_article: async (input) => {
      asked.push(input)
      return app.get_article(input)
    },
    get_citation: async (input) => {
      asked.push(input)
      return app.get_citation(input)
    },
    list_entries: async (input) => {
      asked.push(input)
      return river
    },
    find: async (input) => {
      asked.push(input)
      return { ...foundAt('stories'), query: input.query ?? '' }
    },
  }
  const web = exampleWeb({ ...app, ...listening, ...changed }, { version: '0.1.0', now: () => now })
  const get = (path: string, headers: Record<string, string> = {}) => web.request(path, { headers })
  return { web, get, asked }
}

it('a story is asked what changed since a time of the reader’s own clock', async () => {
  const asked: unknown[] = []
  const { get } = served({ get_story: async ({ since }) => void asked.push(since) })
  const newYork = { cookie: 'zone=America/New_York' }
  for (const since of ['2026-03-16T22:00', '2026-03-16T22:00:00.000Z', 'x'])
    await get(`/stories/story-1?since=${since}`, newYork)
  await get('/stories/story-1?since=2026-03-16T22:00')
  assert.deepEqual(asked, [
    '2026-03-17T02:00:00.000Z',
    '2026-03-16T22:00:00.000Z',
    undefined,
    '2026-03-16T22:00:00.000Z',
  ])
})

describe('what a page asks for', () => {
  const river = { order: 'chosen' }
  const cases: readonly { readonly path: string; readonly input: unknown }[] = [
    { path: '/', input: { timeZone: 'UTC', hasAside: true } },
    {
      path: '/?language=ar&section=World%20%26%20more',
      input: { language: 'ar', section: 'World & more', timeZone: 'UTC', hasAside: true },
    },
    { path: '/feeds', input: { show: 'unread', ...river } },
    { path: '/feeds?show=starred&folder=', input: { show: 'starred', folder: '', ...river } },
    {
      path: '/feeds?show=everything&feed=a%2Fb&cursor=c&order=x&look=x',
      input: { show: 'unread', feedId: 'a/b', cursor: 'c', ...river },
    },
    {
      path: '/feeds?show=all&order=oldest',
      input: { show: 'all', order: 'oldest' },
    },
    {
      path: '/days/2026-03-16?section=&period=never&page=x',
      input: { day: '2026-03-16', timeZone: 'UTC', hasAside: true },
    },
    {
      path: '/?period=visit&source=3&view=sections&page=2',
      input: { period: 'visit', source: '3', timeZone: 'UTC', hasAside: true, isBySection: true, page: 2 },
    },
    {
      path: '/?view=newest&show=confirmed&month=2026-02',
      input: { timeZone: 'UTC', hasAside: true, isByTime: true, isConfirmedOnly: true, month: '2026-02' },
    },
    {
      path: '/?show=unread&month=2026-13',
      input: { timeZone: 'UTC', hasAside: true, isUnreadOnly: true },
    },
    { path: '/articles/article-wire', input: { id: 'article-wire', reads: true } },
    {
      path: '/articles/a%20b?revision=r&start=3&end=9',
      input: { id: 'a b', revision: 'r', start: 3, end: 9, reads: true },
    },
    { path: '/articles/a?start=-3&end=1e3', input: { id: 'a', reads: true } },
    { path: '/articles/a?start=9999999999&end=x', input: { id: 'a', reads: true } },
    // Back from a form that marked it unread: it stays so.
    { path: '/articles/a?done=unread.e', input: { id: 'a', reads: false } },
    { path: '/articles/a?done=save.x', input: { id: 'a', reads: true } },
    { path: '/citations/doc-wire/007-12', input: { documentId: 'doc-wire', start: 7, end: 12 } },
    { path: '/search?q=a+b&speaker=&cursor=z', input: { query: 'a b', timeZone: 'UTC' } },
  ]
  for (const { path, input } of cases)
    it(`is read from ${path}`, async () => {
      const { get, asked } = served()
      await get(path)
      assert.deepEqual(asked, [input])
    })
})

describe('an answer of nothing', () => {
  const nothing = async () => undefined
  const { get } = served({ get_today: nothing, list_entries: nothing, find: nothing, get_source: nothing })
  for (const path of ['/', '/days/2026-02-30', '/feeds?feed=gone', '/search?q=x&cursor=bad', '/sources/gone'])
    it(`is a page that says so, with a way on: ${path}`, async () => {
      const answer = await get(path)
      assert.equal(answer.status, 404)
      assert.equal(answer.headers.get('cache-control'), 'no-store')
      const page = parseMarkup(await answer.text())
      assert.equal(textOf(page.querySelector('h1')), 'Page not found')
      assert.equal(page.querySelector('main a.btn')?.getAttribute('href'), '/')
    })
})

describe('a story that went into another', () => {
  it('leads there, for as long as it is so', async () => {
    const answer = await served().get('/stories/story-merged')
    assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/stories/story-1'])
  })
})

describe('pages', () => {
  it('are private, checked every time, and vary by reader', async () => {
    const { get } = served()
    for (const path of ['/', '/stories/story-1', '/feeds', '/sources', '/add', '/about']) {
      const { headers } = await get(path)
      assert.equal(headers.get('cache-control'), 'private, no-cache', path)
      assert.match(headers.get('vary') ?? '', /Accept-Language, Cookie/, path)
      assert.match(headers.get('content-type') ?? '', /^text\/html; charset=UTF-8/i, path)
    }
  })

  it('have another tag for another reader, so that none gets the page of another', async () => {
    const { get } = served()
    const tags = await Promise.all(
      [{}, { 'accept-language': 'fr' }, { cookie: 'language=ar' }, { cookie: 'theme=dark' }].map(
        async (headers) => (await get('/about', headers)).headers.get('etag') ?? '',
      ),
    )
    assert.equal(new Set(tags).size, 4)
    const stale = await get('/about', { 'if-none-match': tags[0]!, cookie: 'language=ar' })
    assert.equal(stale.status, 200)
  })

  it('that have not changed keep their headers when they are not sent again', async () => {
    const { get } = served()
    const etag = (await get('/about')).headers.get('etag') ?? ''
    for (const tag of [etag, `W/${etag.replace(/^W\//, '')}`, `"other", ${etag}`]) {
      const answer = await get('/about', { 'if-none-match': tag })
      assert.equal(answer.status, 304, tag)
      assert.equal(answer.headers.get('cache-control'), 'private, no-cache')
      assert.ok(answer.headers.get('content-security-policy'))
    }
  })

  it('answer HEAD as GET, without the page', async () => {
    const { web } = served()
    const answer = await web.request('/about', { method: 'HEAD' })
    assert.equal(answer.status, 200)
    assert.equal(await answer.text(), '')
  })

  it('come back to themselves, query and all', async () => {
    const { get } = served()
    const page = parseMarkup(await (await get('/feeds?show=all&cursor=%22%3E')).text())
    assert.equal(page.querySelector('.fh input[name=back]')?.getAttribute('value'), '/feeds?show=all&cursor=%22%3E')
  })

  it('say what was added, by numbers alone', async () => {
    const { get } = served()
    const notice = async (query: string) =>
      textOf(parseMarkup(await (await get(`/add?${query}`)).text()).querySelector('.notice[role]'))
    assert.match(await notice('added=3&existing=1'), /^Added 3 feeds\. 1 was already here\./)
    assert.match(await notice('added=<b>&existing=-1'), /^Added 0 feeds\.$/)
    assert.equal(await notice('existing=4'), '')
  })
})

describe('files to take away', () => {
  it('are asked for in the formats there are', async () => {
    const asked: unknown[] = []
    const { get } = served({
      export_story: async (input) => {
        asked.push(input)
        // No exporter here or of a plugin has this name.
        if (input.format === 'pdf') return undefined
        return { text: 'x', mediaType: 'text/csv; charset=utf-8', fileName: 'قصة 1\r\nx: y.csv' }
      },
    })
    for (const format of ['md', 'jsonld', 'csv', 'ninjs.json', 'bib', 'csl.json', 'warc'])
      assert.equal((await get(`/stories/${story.id}/export/${format}`)).status, 200)
    for (const format of ['CSV', 'pdf', '..%2fmd']) assert.equal((await get(`/stories/s/export/${format}`)).status, 404)
    assert.deepEqual(asked, [
      ...['md', 'jsonld', 'csv', 'ninjs.json', 'bib', 'csl.json', 'warc'].map((format) => ({ id: story.id, format })),
      { id: 's', format: 'pdf' },
    ])
    const disposition = (await get('/stories/s/export/csv')).headers.get('content-disposition') ?? ''
    assert.match(disposition, /^attachment; filename="___-1-x-y\.csv"; filename\*=UTF-8''%D9%82/)
    assert.doesNotMatch(disposition, /[\r\n]/)
  })

  it('are not shown as pages', async () => {
    const { get } = served()
    const { headers } = await get('/feeds.opml')
    assert.match(headers.get('content-disposition') ?? '', /^attachment/)
    assert.match(headers.get('content-type') ?? '', /^text\/x-opml/)
  })
})
