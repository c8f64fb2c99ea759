import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { readPictureHeader } from '../../extract/pictures/picture-header.ts'
import { discoverIcons } from '../../feeds/discover-icons.ts'
import { loadEdition, revisionAt } from './edition.ts'
import { outlets } from './outlets.ts'
import { pictureAt, picturePathOf, pictureWidths } from './pictures.ts'
import { type ServedEdition, serveEdition } from './serve-edition.ts'

const now = new Date('2025-05-16T18:00:00Z')
const edition = loadEdition(now)
let served: ServedEdition

before(async () => {
  served = await serveEdition({ now })
})
after(() => served.close())

async function read(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(path.startsWith('http') ? path : `${served.url}${path}`, { headers })
  return { response, text: await response.text() }
}

/** Throws when tags do not nest, an entity is unknown or there is a bare ampersand. */
function assertWellFormed(xml: string): void {
  const open: string[] = []
  const bare = xml.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').replace(/^<\?xml[^>]*\?>/, '')
  assert.doesNotMatch(bare, /&(?!(?:amp|lt|gt|quot|#39);)/)
  for (const [tag, slash, name, end] of bare.matchAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>|<[^>]*>?/g)) {
    assert.ok(name, `Not a tag: ${tag}`)
    if (slash) assert.equal(open.pop(), name)
    else if (!end) open.push(name)
  }
  assert.deepEqual(open, [])
}

test('every feed is well-formed and has every article of its outlet', async () => {
  assert.equal(served.feeds.length, 9)
  for (const feed of served.feeds) {
    const { response, text } = await read(feed.url)
    assert.equal(response.status, 200)
    const outlet = outlets.find((candidate) => candidate.name === feed.title)
    const count = edition.articles.filter((article) => article.outlet.id === outlet?.id).length
    if (response.headers.get('content-type')?.includes('json')) {
      assert.equal(JSON.parse(text).items.length, count)
      continue
    }
    assertWellFormed(text)
    assert.equal(text.match(/<(item|entry)[ >]/g)?.length, count, feed.title)
  }
})

test('the OPML names every feed in its folder, and is served as well', async () => {
  assertWellFormed(served.opml)
  for (const feed of served.feeds) assert.ok(served.opml.includes(`xmlUrl="${feed.url}"`))
  assert.equal((await read('/feeds.opml')).text, served.opml)
})

test('every article has a page with its title and every paragraph, and no slot is left open', async () => {
  for (const article of edition.articles) {
    const { response, text } = await read(article.path)
    assert.equal(response.status, 200, article.path)
    assert.doesNotMatch(text, /\{\{|\}\}|undefined/)
    assert.equal(text.match(/<h1|class="post-title"/g)?.length, 1, article.path)
    const paragraphs = revisionAt(article, 0).blocks.length
    assert.ok((text.match(/<p>|<h2>/g)?.length ?? 0) >= paragraphs, article.path)
  }
})

test('a second request with the ETag or the date is answered 304 without a body', async () => {
  const [feed] = served.feeds
  const { response } = await read(feed!.url)
  const byTag = await read(feed!.url, { 'if-none-match': response.headers.get('etag')! })
  assert.equal(byTag.response.status, 304)
  assert.equal(byTag.text, '')
  const byDate = await read(feed!.url, { 'if-modified-since': response.headers.get('last-modified')! })
  assert.equal(byDate.response.status, 304)
})

test('answers are zipped for those who ask, and not for others', async () => {
  const zipped = await read('/feeds.opml', { 'accept-encoding': 'gzip' })
  assert.equal(zipped.response.headers.get('content-encoding'), 'gzip')
  assert.equal(zipped.text, served.opml)
  const plain = await read('/feeds.opml', { 'accept-encoding': 'identity' })
  assert.equal(plain.response.headers.get('content-encoding'), null)
})

test('the paywalled, live and video pages say so to machines', async () => {
  const pageOf = async (id: string) => (await read(edition.articles.find((article) => article.id === id)!.path)).text
  assert.match(await pageOf('meridian/rail-deal-fares'), /"isAccessibleForFree": false/)
  assert.match(await pageOf('meridian/rail-deal-fares'), /Subscribe to read on/)
  assert.match(await pageOf('radio-corran/live-sella-dam'), /"LiveBlogPosting"/)
  assert.match(await pageOf('radio-corran/video-dam-from-above'), /"VideoObject"/)
})

test('pictures of all articles are there in every width, and weigh little', async () => {
  for (const { picture } of edition.articles)
    for (const width of picture ? pictureWidths : []) {
      const bytes = pictureAt(picturePathOf(picture!.name, width))
      const header = bytes && readPictureHeader(bytes)
      assert.deepEqual(header, { type: 'image/webp', width, height: Math.round((width * 9) / 16) }, picture!.name)
    }
  const folder = new URL('./pictures/', import.meta.url)
  const files = readdirSync(folder).map((name) => statSync(new URL(name, folder)).size)
  assert.ok(files.reduce((sum, size) => sum + size, 0) < 400_000)
  const response = await fetch(`${served.url}${picturePathOf('sella-dam', 520)}`)
  assert.equal(response.headers.get('content-type'), 'image/webp')
  for (const path of ['/pictures/sella-dam-521.webp', '/pictures/nothing-520.webp', '/pictures/../edition.ts'])
    assert.equal(pictureAt(path), undefined)
})

test('every story has a picture, and every outlet an icon', async () => {
  const stories = Map.groupBy(edition.articles, ({ story, outlet }) => story && `${outlet.language} ${story}`)
  const without = [...stories].filter(([, articles]) => articles.every(({ picture }) => !picture)).map(([key]) => key)
  assert.deepEqual(without, [undefined])
  for (const { siteUrl } of served.feeds) {
    const [icon = ''] = discoverIcons(await (await fetch(siteUrl)).text(), siteUrl)
    const header = readPictureHeader(new Uint8Array(await (await fetch(icon)).arrayBuffer()))
    assert.deepEqual(header, { type: 'image/png', width: 64, height: 64 }, icon)
  }
})

test('an unknown address is 404 and another method is 405', async () => {
  assert.equal((await read('/aldmere-courier/nothing')).response.status, 404)
  assert.equal((await read('/%')).response.status, 404)
  assert.equal((await fetch(served.url, { method: 'POST' })).status, 405)
})

test('revise publishes each round of edits, in the page and in the feed', async () => {
  const own = await serveEdition({ now })
  try {
    const courier = own.feeds.find((feed) => feed.title === 'Aldmere Courier')!
    const article = edition.articles.find((candidate) => candidate.id === 'aldmere-courier/dam-warning')!
    const look = async () => {
      const feed = await fetch(courier.url)
      const page = await fetch(`${own.url}${article.path}`)
      return { etag: feed.headers.get('etag'), feed: await feed.text(), page: await page.text() }
    }
    const first = await look()
    own.revise(1)
    const second = await look()
    own.revise(2)
    const third = await look()
    assert.equal(new Set([first.etag, second.etag, third.etag]).size, 3)
    assert.match(second.feed, /and refused twice/)
    assert.match(second.page, /found the report in an archive on Friday afternoon/)
    assert.match(third.feed, /<atom:updated>2025-05-16T17:40:00.000Z<\/atom:updated>/)
    assert.match(third.page, /passed to two ministries/)
    assert.match(third.page, /"dateModified": "2025-05-16T17:40:00.000Z"/)
  } finally {
    await own.close()
  }
})
