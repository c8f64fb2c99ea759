import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers } from '../../../test/examples/answers.ts'
import { parseMarkup, textOf } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'
import { parseFeed } from '../../feeds/reading/parse-feed.ts'

function served() {
  const example = exampleOperations()
  const asked: unknown[] = []
  const find: Required<Answers>['find'] = (input) => {
    asked.push(input)
    return example.app.find(input)
  }
  const web = exampleWeb({ ...example.app, find }, { version: '0.1.0', now: () => now })
  const post = (path: string, fields: Record<string, string> = {}) =>
    web.request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { ...example, asked, web, post }
}

describe('the evidence pack of a check', () => {
  it('is shown with its fingerprint, then sent only if it is still that one', async () => {
    const { post } = served()
    const text = 'It “is <so>”\r\nhere'
    assert.match(await (await post('/check', { text })).text(), /action="\/check\/pack"/)
    const page = await (await post('/check/pack', { text })).text()
    assert.match(page, /name="text" value="It “is &lt;so&gt;”\nhere"/)
    const [, fingerprint = ''] = /name="fingerprint" value="(\w+)"/.exec(page) ?? []
    const sent = await post('/check/pack.zip', { text, fingerprint })
    assert.equal(sent.headers.get('content-type'), 'application/zip')
    const other = await post('/check/pack.zip', { text, fingerprint: '00' })
    assert.match(await other.text(), /role="status"/)
    for (const path of ['/check/pack', '/check/pack.zip']) assert.equal((await post(path, { text: ' ' })).status, 400)
  })
})

describe('the address of a search', () => {
  it('says all of it', async () => {
    const { web, asked } = served()
    await web.request('/search?q=a+said%3AB&tab=quotes&sort=newest&page=3')
    await web.request('/search?q=a&tab=nowhere&page=0')
    assert.deepEqual(asked, [
      { query: 'a said:B', timeZone: 'UTC', tab: 'quotes', sort: 'newest', page: 3 },
      { query: 'a', timeZone: 'UTC' },
    ])
  })

  it('is written by the form of fields in the same words', async () => {
    const { web } = served()
    const to = async (path: string) => decodeURIComponent((await web.request(path)).headers.get('location') ?? '')
    assert.equal(
      await to('/search?words=bridge+-toll&said=Mara+Ellind&from=Echo&after=2026-03-01&before=&lang=ar&section=&in='),
      '/search?q=bridge+-toll+said:"Mara+Ellind"+from:Echo+after:2026-03-01+lang:ar',
    )
    assert.equal(await to('/search?q=bridge&speaker=Ada'), '/search?q=bridge+said:Ada')
    assert.equal(await to('/search?words=&said='), '/search')
  })
})

describe('a kept search', () => {
  it('is saved and followed, renamed and removed by forms, and removing can be taken back', async () => {
    const { post, changes, web } = served()
    assert.equal(
      (await post('/searches', { query: 'ferry', back: '/search?q=ferry' })).headers.get('location'),
      '/search?q=ferry',
    )
    assert.equal((await post('/searches', {})).status, 400)
    assert.equal((await post('/searches/search-1/rename', { name: ' Boats ' })).status, 303)
    assert.equal((await post('/searches/search-1/rename', { name: ' ' })).status, 400)
    const to = (await post('/searches/search-1/remove')).headers.get('location') ?? ''
    assert.deepEqual(changes, [
      ['saveSearch', { query: 'ferry' }],
      ['follow', { kind: 'search', target: 'ferry said:Ellind', label: 'The ferry' }],
      ['renameSearch', { id: 'search-1', name: 'Boats' }],
      ['removeSearch', { id: 'search-1' }],
      ['unfollow', { kind: 'search', target: 'ferry said:Ellind' }],
    ])
    const page = parseMarkup(await (await web.request(to)).text())
    const undo = page.querySelector('.notice form')
    assert.match(textOf(undo), /Search deleted: The ferry/)
    assert.equal(undo?.querySelector('[name=query]')?.getAttribute('value'), 'ferry said:Ellind')
  })

  it('is a feed of its own', async () => {
    const { web } = served()
    const response = await web.request('/searches/search-1.atom')
    assert.match(response.headers.get('content-type') ?? '', /^application\/atom\+xml/)
    const parsed = parseFeed(new TextEncoder().encode(await response.text()), { url: 'http://localhost/' })
    assert.ok(parsed.kind === 'feed')
    assert.equal(parsed.feed.title, 'The ferry · Twosource')
    assert.equal(parsed.feed.entries[0]?.url, 'http://localhost/articles/article-wire')
    assert.equal((await web.request('/searches/gone.atom')).status, 404)
  })
})
