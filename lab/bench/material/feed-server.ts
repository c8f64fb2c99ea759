import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { likeNews } from './like-news.ts'

/**
 * Serves many feeds on loopback from a process of its own: `node lab/bench/material/feed-server.ts FEEDS ENTRIES [like-news]`. Prints its
 * port. `POST /bump` puts one new entry into every feed; answers are gzipped and conditional. With `like-news` words are as many
 * and as rare as those of a language, which is what a search index costs by; otherwise few.
 */
const [feeds = 1000, entries = 30] = process.argv.slice(2, 4).map(Number)
const isLikeNews = process.argv[4] === 'like-news'
const WORDS =
  'harbor council river bridge vote budget school storm report minister engine market field music winter summer train water light stone garden letter morning evening signal border island tower'.split(
    ' ',
  )
let revision = 0
let bodies = new Map<number, { readonly etag: string; readonly body: Buffer }>()

const server = createServer((request, response) => {
  if (request.method === 'POST' && request.url === '/bump') {
    revision += 1
    bodies = new Map()
    response.end('ok')
    return
  }
  const index = Number(/^\/f\/(\d+)\.xml$/.exec(request.url ?? '')?.[1] ?? Number.NaN)
  if (!(index < feeds)) {
    response.writeHead(404).end()
    return
  }
  const { etag, body } = bodyOf(index)
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end()
    return
  }
  response
    .writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', 'content-encoding': 'gzip', etag })
    .end(body)
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  for (let index = 0; index < feeds; index += 1) bodyOf(index)
  console.log(JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 }))
})

function bodyOf(index: number) {
  const known = bodies.get(index)
  if (known) return known
  const items = Array.from({ length: entries }, (_, position) => item(index, revision + entries - 1 - position))
  const xml = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bench ${index}</title><link>http://127.0.0.1/${index}</link>${items.join('')}</channel></rss>`
  const made = { etag: `"${createHash('sha1').update(xml).digest('hex')}"`, body: gzipSync(xml, { level: 1 }) }
  bodies.set(index, made)
  return made
}

function item(feed: number, serial: number): string {
  const at = new Date(Date.UTC(2026, 0, 1) + serial * 6 * 3_600_000)
  const { title, paragraphs } = isLikeNews ? likeNews(feed, serial) : fewWords(feed, serial)
  const html = paragraphs.map((text) => `<p>${text}</p>`).join('')
  return `<item><title>${title}</title><link>http://127.0.0.1/a/${feed}/${serial}</link><guid>${feed}-${serial}</guid><pubDate>${at.toUTCString()}</pubDate><content:encoded><![CDATA[${html}]]></content:encoded></item>`
}

function fewWords(feed: number, serial: number) {
  const paragraphs = Array.from({ length: 12 }, (_, paragraph) => sentence(feed, serial, paragraph))
  return { title: sentence(feed, serial, 99).slice(0, 70), paragraphs }
}

/** Forty words picked by a small generator, so that texts differ and repeat as news does. */
function sentence(feed: number, serial: number, paragraph: number): string {
  let state = (feed * 7919 + serial * 104_729 + paragraph * 1_299_709) >>> 0
  const words = Array.from({ length: 48 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const word = WORDS[state % WORDS.length] ?? ''
    return state % 11 === 0 ? `${word}${state % 997}` : word
  })
  return `${words.join(' ')}.`
}
