import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const words =
  'harbor council river bridge vote budget school storm report minister engine market field music winter summer train water light stone garden letter morning evening signal border island tower'.split(
    ' ',
  )

/** Feeds on loopback, each on a host of its own, into which more and more entries come. */
export async function growingFeeds(count: number) {
  let length = 0
  const server = createServer((request, response) => {
    const feed = Number(/\d+/.exec(request.url ?? '')?.[0])
    const items = Array.from({ length }, (_, entry) => itemOf(feed, length - 1 - entry)).join('')
    const body = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Outlet ${feed}</title>${items}</channel></rss>`
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as AddressInfo
  const urls = Array.from({ length: count }, (_, feed) => `http://127.0.1.${feed + 1}:${port}/f/${feed}`)
  return {
    opml: `<opml version="2.0"><body>${urls.map((url) => `<outline type="rss" text="${url}" xmlUrl="${url}"/>`).join('')}</body></opml>`,
    urls,
    /** The address of a feed beyond those of the list; it has as many entries as they. */
    urlOf: (feed: number) => `http://127.0.1.${(feed % 200) + 1}:${port}/f/${feed}`,
    /** How many entries each feed has. */
    length: () => length,
    /** How many entries all feeds have together. */
    total: () => length * count,
    grow(by: number) {
      length += by
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function itemOf(feed: number, entry: number): string {
  const at = new Date(Date.now() - 3_600_000 + entry * 1000).toUTCString()
  const text = Array.from({ length: 6 }, (_, index) => `<p>${sentence(feed * 1000 + entry, index)}</p>`).join('')
  return `<item><guid isPermaLink="false">${feed}-${entry}</guid><title>${sentence(feed * 1000 + entry, 99).slice(0, 60)}</title><pubDate>${at}</pubDate><content:encoded><![CDATA[${text}]]></content:encoded></item>`
}

/** Thirty words picked by a small generator. */
function sentence(seed: number, part: number): string {
  let state = (seed * 7919 + part * 104_729 + 1) >>> 0
  const picked = Array.from({ length: 30 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return words[(state >>> 8) % words.length]
  })
  return `The ${picked.join(' ')}.`
}
