import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Script } from 'node:vm'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { now } from '../../test/examples/views.ts'
import { defaultPreferences } from '../core/preferences.ts'
import { readPictureHeader } from '../extract/pictures/picture-header.ts'
import { picturePath } from './layout/picture.ts'
import { interfaceLanguages } from './reader.ts'

const example = exampleOperations()
const web = exampleWeb(example.app, { version: '0.1.0', now: () => now })
const of = { articleId: 'article-wire' }

describe('pictures', () => {
  it('are handed out as the kind their bytes are, where nothing in them may run', async () => {
    const answer = await web.request(picturePath('https://pictures.example/quay.jpg', of))
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'image/png')
    assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; sandbox")
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(answer.headers.get('cross-origin-resource-policy'), 'same-origin')
    assert.match(answer.headers.get('cache-control')!, /^private, max-age=\d+, immutable$/)
    assert.deepEqual([...new Uint8Array(await answer.arrayBuffer())].slice(1, 4), [...Buffer.from('PNG')])
    const again = await web.request(picturePath('https://pictures.example/quay.jpg', of), {
      headers: { 'if-none-match': answer.headers.get('etag')! },
    })
    assert.equal(again.status, 304)
  })

  it('that cannot be had are said so, and not kept by the browser', async () => {
    const cases = { 'https://pictures.example/gone.jpg': 502, 'https://pictures.example/none.jpg': 404 }
    for (const [url, status] of Object.entries(cases)) {
      const answer = await web.request(picturePath(url, of))
      assert.equal(answer.status, status)
      assert.equal(answer.headers.get('cache-control'), 'no-store')
    }
  })

  it('need a place they stand in, and are for our own pages alone', async () => {
    const path = picturePath('https://pictures.example/quay.jpg', of)
    assert.equal((await web.request(path.split('?')[0]!)).status, 404)
    assert.equal((await web.request('/images/short?article=a')).status, 404)
    const foreign = await web.request(path, { headers: { 'sec-fetch-site': 'cross-site' } })
    assert.equal(foreign.status, 404)
  })

  it('have one of three widths, and no other can be asked for', async () => {
    const path = picturePath('https://pictures.example/quay.jpg', of)
    const tags = new Set<string | null>()
    for (const width of ['', '&w=200', '&w=520', '&w=960']) {
      const answer = await web.request(path + width)
      assert.equal(answer.status, 200, width)
      tags.add(answer.headers.get('etag'))
    }
    assert.equal(tags.size, 4)
    for (const width of ['', '0', '201', '0200', '200.0', '-200', '9600', '1e3', '200&w=201x', '%32%30%30x'])
      assert.equal((await web.request(`${path}&w=${width}`)).status, width.startsWith('200&') ? 200 : 404, width)
  })

  it('are not fetched for a reader who wants none', async () => {
    const none = { ...example.app, get_preferences: async () => ({ ...defaultPreferences, images: 'off' as const }) }
    const quiet = exampleWeb(none, { version: '0.1.0', now: () => now })
    assert.equal((await quiet.request(picturePath('https://pictures.example/quay.jpg', of))).status, 404)
  })

  it('are shown always once that is chosen, and the page comes back', async () => {
    example.changes.length = 0
    const body = new URLSearchParams({ back: '/articles/article-wire' })
    const answer = await web.request('/images/always', { method: 'POST', body })
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), '/articles/article-wire')
    assert.deepEqual(example.changes, [['setPreferences', { preferences: { images: 'on' } }]])
  })
})

describe('icons of outlets', () => {
  it('are handed out for long under a version of their own, where nothing in them may run', async () => {
    const answer = await web.request('/favicons/7?v=abc')
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'image/png')
    assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; sandbox")
    assert.match(answer.headers.get('cache-control')!, /^private, max-age=\d+, immutable$/)
    assert.equal((await web.request('/favicons/7')).headers.get('cache-control'), 'private, no-cache')
  })

  it('are not there where none is kept, and never for pages of others', async () => {
    for (const path of ['/favicons/8', '/favicons/x', '/favicons/..%2f7', '/favicons/'])
      assert.equal((await web.request(path)).status, 404, path)
    assert.equal((await web.request('/favicons/7', { headers: { 'sec-fetch-site': 'cross-site' } })).status, 404)
  })
})

describe('the installed app', () => {
  it('has a manifest in the language of the reader', async () => {
    for (const [language, dir] of [
      ['en', 'ltr'],
      ['fr', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      const page = await (await web.request('/about', { headers: { cookie: `language=${language}` } })).text()
      const [, href = ''] = /<link rel="manifest" href="([^"]*)">/.exec(page) ?? []
      const answer = await web.request(href)
      assert.match(answer.headers.get('content-type')!, /^application\/manifest\+json/)
      const made = JSON.parse(await answer.text())
      assert.deepEqual([made.lang, made.dir, made.id, made.display], [language, dir, '/', 'standalone'])
      assert.equal(made.shortcuts[0].name, language === 'en' ? 'Today' : made.shortcuts[0].name)
      for (const { src, sizes } of made.icons) {
        const icon = await web.request(src)
        assert.equal(icon.status, 200, src)
        const bytes = new Uint8Array(await icon.arrayBuffer())
        const header = readPictureHeader(bytes)
        if (src.endsWith('.png')) assert.equal(`${header?.width}x${header?.height}`, sizes)
      }
    }
    assert.equal((await web.request('/icons/other-9.png')).status, 404)
  })

  it('has a worker whose version follows from what it keeps, all of which is there', async () => {
    const answer = await web.request('/sw.js')
    assert.match(answer.headers.get('content-type')!, /^text\/javascript/)
    assert.equal(answer.headers.get('cache-control'), 'no-cache')
    const script = await answer.text()
    const { version, assets } = JSON.parse(/^self\.twosource = (.*)$/m.exec(script)![1]!)
    assert.match(version, /^[\w-]{12}$/)
    for (const path of assets) assert.equal((await web.request(path)).status, 200, path)
    const { serviceWorker } = await import('./service-worker.ts')
    assert.notEqual(serviceWorker('0.1.1'), serviceWorker('0.1.0'))
    assert.doesNotThrow(() => new Script(script))
  })

  it('has a page that stands for those that are not kept, in every language', async () => {
    for (const { code: language } of interfaceLanguages) {
      const page = await (await web.request(`/offline?language=${language}`)).text()
      assert.match(page, new RegExp(`<html lang="${language}"`))
      assert.match(page, /data-not-kept hidden>/)
      assert.match(page, /data-not-sent hidden>/)
    }
  })

  it('lets a page show that it is a copy: the worker finds the places it writes to', async () => {
    const page = await (await web.request('/')).text()
    assert.match(page, /<section class="offline" aria-label="[^"]+" data-locale="[\w-]+" data-zone="[\w/+-]+" hidden>/)
    assert.equal(page.split('<span data-kept></span>').length, 2)
  })
})

describe('what is shared with this reader', () => {
  const share = (fields: Record<string, string>) => web.request(`/share?${new URLSearchParams(fields)}`)
  const send = (url: string) => web.request('/share', { method: 'POST', body: new URLSearchParams({ url }) })

  it('opens the article when it is here', async () => {
    const answer = await share({ title: 'T', text: 'https://wire.example/harbor-talks' })
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), '/articles/article-wire')
  })

  it('is offered to be read, or its feed to be added, when it is not; nothing is fetched before that', async () => {
    example.changes.length = 0
    const page = await (await share({ url: 'https://site.example/<news>' })).text()
    assert.match(page, /name="url" value="https:\/\/site\.example\/&lt;news&gt;"/)
    assert.equal(page.split('<form method="post" action="/share"').length, 2)
    assert.equal(page.split('<form method="post" action="/feeds"').length, 2)
    assert.deepEqual(example.changes, [])
    const answer = await send('https://site.example/news')
    assert.equal(answer.headers.get('location'), '/articles/article-wire')
    assert.deepEqual(example.changes, [['readPage', { url: 'https://site.example/news' }]])
  })

  it('is said to be no address, or unreadable, in words', async () => {
    assert.match(await (await share({ text: 'Look' })).text(), /No web address was shared/)
    const answer = await send('https://broken.example/')
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /The server says &lt;no&gt;\./)
  })
})

describe('a shared address', () => {
  const head = async (path: string, baseUrl?: string) => {
    const served = exampleWeb(example.app, { version: '0.1.0', now: () => now, ...(baseUrl ? { baseUrl } : {}) })
    const page = await (await served.request(path)).text()
    return Object.fromEntries(
      [...page.matchAll(/<meta property="og:(\w+)" content="([^"]*)">/g)].map(([, name, value]) => [name, value]),
    )
  }

  it('has a card of our own words once the server knows where it is', async () => {
    const card = await head('/stories/story-1?since=2026-03-16', 'https://news.example')
    assert.equal(card.url, 'https://news.example/stories/story-1')
    assert.equal(card.image, 'https://news.example/icons/icon-512.png')
    assert.match(card.description!, /^\d+ independent reports in \d+ articles$/)
    const article = await head('/articles/article-wire?start=1&end=9', 'https://news.example')
    assert.equal(article.url, 'https://news.example/articles/article-wire')
    assert.match(article.description!, /^Northern Wire · /)
  })

  it('has none before, and no other page has any', async () => {
    assert.deepEqual(await head('/stories/story-1'), {})
    for (const path of ['/', '/feeds', '/citations/doc-wire/163-224', '/settings'])
      assert.deepEqual(await head(path, 'https://news.example'), {}, path)
  })

  it('has a picture of the story as SVG, in which nothing may run', async () => {
    const answer = await web.request('/stories/story-1/card.svg')
    assert.match(answer.headers.get('content-type')!, /^image\/svg\+xml/)
    assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; sandbox")
    assert.match(await answer.text(), /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg /)
    assert.equal((await web.request('/stories/nothing/card.svg')).status, 404)
  })
})
