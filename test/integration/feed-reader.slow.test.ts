import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attacks } from '../../lab/prove/bombs/attacks.ts'
import { parseFeed } from '../../src/feeds/reading/parse-feed.ts'
import type { Http } from '../../src/http/client.ts'
import { createFeedReader } from '../../src/pipeline/polls/feed-reader.ts'
import { gatherSitemap, readNewest } from '../../src/pipeline/polls/gather-sitemap.ts'

const from = { contentType: 'application/rss+xml', url: 'https://e.example/feed' }
const item = `<item><guid>1</guid><title>One</title><description>${'word '.repeat(60_000)}</description></item>`
const long = Buffer.from(`<rss version="2.0"><channel><title>T</title>${item}</channel></rss>`)

test('a long document is read in a thread as it would be here, a short one is left to whoever asks', async () => {
  const reader = createFeedReader({ deadlineMs: 60_000 })
  const [read, short] = await Promise.all([reader.read(long, from), reader.read(Buffer.from('<rss/>'), from)])
  assert.deepEqual(read, parseFeed(long, from))
  assert.equal(short, undefined)
  await reader.close()
})

test('one that is given away is not held here while it is read; one that shares its memory is copied', async () => {
  const reader = createFeedReader({ deadlineMs: 60_000 })
  const expected = parseFeed(long, from)
  const given = Buffer.from(new Uint8Array(long).buffer)
  const shared = Buffer.concat([long, Buffer.from('more')]).subarray(0, long.length)
  const reading = [reader.read(given, from, 'given'), reader.read(shared, from, 'given'), reader.read(long, from)]
  assert.equal(given.length, 0)
  for (const read of await Promise.all(reading)) assert.deepEqual(read, expected)
  assert.ok(shared.equals(long))
  await reader.close()
})

test('of many entries the first 2,000 cross over, with the keys they have among all', async () => {
  const items = Array.from(
    { length: 6000 },
    (_, index) => `<item><guid>${index % 5999}</guid><title>${index}</title></item>`,
  )
  const body = Buffer.from(`<rss><channel>${items.join('')}${' '.repeat(300_000)}</channel></rss>`)
  const whole = parseFeed(body, from)
  assert.ok(whole.kind === 'feed')
  const reader = createFeedReader({ deadlineMs: 60_000 })
  const read = await reader.read(body, from)
  assert.deepEqual(read, { ...whole, feed: { ...whole.feed, entries: whole.feed.entries.slice(0, 2000) } })
  assert.match(whole.feed.entries[0]!.key, /^0#/)
  await reader.close()
})

test('one that takes too long is given up, and the next is read all the same', async () => {
  const reader = createFeedReader({ deadlineMs: 1 })
  assert.equal((await reader.read(long, from))?.kind, 'trouble')
  await reader.close()
  const patient = createFeedReader({ deadlineMs: 60_000 })
  assert.equal((await patient.read(long, from))?.kind, 'feed')
  await patient.close()
})

test('a long sitemap is read in the thread as it would be here, its parts too; one that takes too long is not taken for none', async () => {
  const now = new Date('2026-03-12T12:00:00Z')
  const pages = Array.from({ length: 4000 }, (_, index) => {
    const page = `<loc>https://e.example/${index}</loc><lastmod>2026-03-${index % 2 ? '12' : '02'}</lastmod>`
    return `<url>${page}<x>${'x'.repeat(60)}</x></url>`
  })
  const body = Buffer.from(`<urlset>${pages.join('')}</urlset>`)
  const contentType = 'text/xml'
  const since = '2026-03-05T12:00:00.000Z'
  const parts = Array.from(
    { length: 5000 },
    (_, index) => `<sitemap><loc>https://e.example/${index}.xml</loc></sitemap>`,
  )
  const index = Buffer.from(`<sitemapindex>${parts.join('')}${' '.repeat(300_000)}</sitemapindex>`)
  const reader = createFeedReader({ deadlineMs: 60_000 })
  assert.deepEqual(await reader.readSitemap({ body, contentType, since }), readNewest({ body, contentType, since }))
  const newest = await reader.readSitemap({ body: index, contentType, since })
  assert.ok(newest?.kind === 'index')
  assert.deepEqual(
    newest.parts.map(({ url }) => url),
    [4999, 4998, 4997].map((number) => `https://e.example/${number}.xml`),
  )
  assert.deepEqual(await reader.readSitemap({ body: long, contentType, since }), { kind: 'no-sitemap' })
  assert.equal(await reader.readSitemap({ body: Buffer.from('<urlset/>'), contentType, since }), undefined)
  await reader.close()

  const slow = createFeedReader({ deadlineMs: 1 })
  const means = { http: undefined as unknown as Http, now, maxBytes: 16 * 2 ** 20 }
  const fetched = { kind: 'ok', body, contentType, url: 'https://e.example/sitemap.xml', validators: {} } as const
  assert.equal((await gatherSitemap({ ...means, readLong: slow.readSitemap }, fetched as never)).kind, 'trouble')
  assert.equal((await gatherSitemap(means, fetched as never)).kind, 'sitemap')
  await slow.close()
})

test('documents that mean harm are read or refused, each within the deadline and the memory of the thread', async () => {
  const reader = createFeedReader({ deadlineMs: 60_000 })
  for (const { name, make } of attacks) {
    const body = Buffer.from(make())
    const read = (await reader.read(body, from)) ?? parseFeed(body, from)
    assert.notEqual(read.kind, 'trouble', name)
    if (read.kind === 'feed') assert.ok(read.feed.entries.length <= 2000, name)
  }
  assert.equal(({} as { polluted?: unknown }).polluted, undefined)
  await reader.close()
})
