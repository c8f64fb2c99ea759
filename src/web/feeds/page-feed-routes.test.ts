import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { all, parseMarkup, textOf, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { guest } from '../../core/reader-identity.ts'

const origin = 'http://127.0.0.1:7180'
const { app, changes } = exampleOperations()
const web = exampleWeb(app, { version: '0.1.0' })
const page = 'https%3A%2F%2Fpaper.example%2Fnews%2F'
const get = async (path: string, headers: Record<string, string> = {}) =>
  (await web.request(origin + path, { headers })).text()
const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  web.request(`${origin}/feeds/page`, { method: 'POST', body: new URLSearchParams(fields), headers })

beforeEach(() => {
  changes.length = 0
})

describe('a feed of a page', () => {
  it('is proposed and shown with what it finds; nothing is added', async () => {
    const markup = await get(`/feeds/page?url=${page}`)
    assert.match(markup, /Found on the page: 31/)
    assert.match(markup, /name="items" value="article\.teaser &gt; div\[data-kind=&quot;news&quot;\]"/)
    assert.match(markup, /The Varn Paper &lt;news&gt;/)
    assert.doesNotMatch(markup, /href="javascript:|<script>alert/)
    assert.match(
      markup,
      /<a href="\/feeds\/page\?url=https%3A%2F%2Fpaper\.example%2Fnews%2F&amp;items=aside\.latest\+li">/,
    )
    assert.deepEqual(changes, [])
  })

  it('is looked at again with the fields that were changed', async () => {
    const markup = await get(`/feeds/page?url=${page}&items=li&title=&date=+time+&name=Mine&folder=Town`)
    assert.match(markup, /Found on the page: 2/)
    assert.match(markup, /name="date" value="time"/)
    assert.match(markup, /name="title" value=""/)
    assert.match(markup, /name="name" value="Mine"/)
    assert.match(markup, /name="folder" value="Town"/)
  })

  it('is subscribed to by the same form', async () => {
    const answer = await post({ url: 'https://paper.example/', items: 'li', date: '', name: 'Mine', folder: 'Town' })
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), '/add?added=1&existing=0')
    const input = { url: 'https://paper.example/', rule: { items: 'li' }, title: 'Mine', folder: 'Town' }
    assert.deepEqual(changes, [['addPageFeed', input]])
  })

  it('that cannot be made says why, and which field is wrong', async () => {
    const wrong = await get(`/feeds/page?url=${page}&items=li&date=a%3A%3Ab`)
    assert.match(wrong, /role="alert"/)
    assert.match(wrong, /name="date" value="a::b"[^>]* aria-invalid="true"/)
    assert.match(wrong, /Unknown pseudo-class :&lt;b&gt;/)
    assert.match(await get('/feeds/page?url=https%3A%2F%2Fpaper.example%2Fnone'), /We found no headlines/)
    const refused = await post({ url: 'https://others.example/', items: 'li' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /Somebody here already follows this page with another rule/)
    for (const fields of [{}, { url: 'https://paper.example/' }, { items: 'li' }])
      assert.equal((await post(fields as Record<string, string>)).status, 400)
  })

  it('is not fetched for a link on another site, and not added by one', async () => {
    const markup = await get(`/feeds/page?url=${page}`, { 'sec-fetch-site': 'cross-site' })
    assert.match(markup, /name="url" value="https:\/\/paper\.example\/news\/"/)
    assert.doesNotMatch(markup, /What the rule finds now/)
    const form = { url: 'https://paper.example/', items: 'li' }
    assert.equal((await post(form, { 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.deepEqual(changes, [])
  })

  it('is nothing for a guest', async () => {
    const open = exampleWeb(app, { version: '0.1.0', identify: async () => guest })
    const answer = await open.request(`${origin}/feeds/page?url=${page}`)
    assert.equal(answer.status, 303)
  })
})

describe('adding a site without a feed', () => {
  const added = async (outcome: Awaited<ReturnType<typeof app.add_feed>>, typed: Record<string, string> = {}) => {
    const mine = exampleWeb({ ...app, add_feed: async () => outcome }, { version: '0.1.0' })
    const body = new URLSearchParams({ url: 'paper.example', ...typed })
    return (await mine.request(`${origin}/feeds`, { method: 'POST', body })).text()
  }
  it('leads to making a feed of its page', async () => {
    const pageUrl = 'https://paper.example/?a=1&b=2'
    const markup = await added({ kind: 'refused', reason: 'no-feed', message: 'None', pageUrl })
    assert.match(markup, /href="\/feeds\/page\?url=https%3A%2F%2Fpaper\.example%2F%3Fa%3D1%26b%3D2"/)
  })
  it('says of what stands in for a feed what it is', async () => {
    const candidates = [
      { url: 'https://paper.example/news.xml', title: 'Paper', intake: 'sitemap' as const },
      { url: 'https://bridge.example/?x', title: 'Bridge', isBridged: true as const },
    ]
    const markup = await added({ kind: 'choose', pageUrl: 'https://paper.example/', candidates })
    assert.match(markup, /has no feed, but you can use this/)
    assert.match(markup, /<small>news sitemap/)
    assert.match(markup, /bridge/)
  })
  it('keeps the folder and the headers that were typed, these for feeds of the site alone', async () => {
    const urls = ['https://paper.example/a.xml', 'https://elsewhere.example/b.xml']
    const candidates = urls.map((url) => ({ url, title: url }))
    const typed = { folder: 'Papers', cookie: 'session=a', userAgent: 'Mine/1', headers: 'X-Key: b' }
    const page = parseMarkup(await added({ kind: 'choose', pageUrl: 'https://paper.example/', candidates }, typed))
    const forms = all(page, '.choose form').map((form) =>
      Object.fromEntries(values(form, 'input', 'name').map((name, at) => [name, values(form, 'input', 'value')[at]])),
    )
    assert.deepEqual(forms, [
      { url: urls[0], ...typed },
      { url: urls[1], folder: 'Papers' },
    ])
  })
  it('keeps what was typed where it is refused, without the cookie', async () => {
    const typed = { folder: 'Papers', cookie: 'session=a', userAgent: 'Mine/1', headers: 'X-Key b' }
    const outcome = { kind: 'refused', reason: 'header-value', message: 'No value', header: 'X-Key b' } as const
    const page = parseMarkup(await added(outcome, typed))
    assert.deepEqual(values(page, '[name=url], [name=folder], [name=userAgent]', 'value'), [
      'paper.example',
      'Papers',
      'Mine/1',
    ])
    assert.match(textOf(page.querySelector('[name=headers]')), /X-Key b/)
    assert.deepEqual(values(page, '[name=cookie]', 'value'), [''])
  })
})
