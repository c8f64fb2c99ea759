import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { canary } from '../isolation/canary.ts'

/** What opens the private feed: it is in its address. */
export const feedKey = 'SECRETKEY12345'

const bridge =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across. The council pledged to reopen the bridge by 30 April.'
const asides = ['A baker counted her lost customers.', 'The council sits again on Thursday.', 'Gulls sit on the rail.']
const orchard =
  'Gardeners of Elm Hollow moved an orchard wall by four feet on Tuesday, and nobody objected to it. The wall had stood for ninety years beside the mill road.'

/** What opens more of a public feed: a reader sends it with their requests. It is shown to nobody, not even to them. */
export const memberCookie = `member=${canary('membercookie')}`

export type Farm = {
  readonly origin: string
  readonly publicFeeds: readonly string[]
  readonly keyedFeed: string
  readonly close: () => Promise<void>
}

/**
 * Feeds on loopback: three that anybody may read, about one story, and one behind a key. The last brings that story as well, something of
 * its own, and more of a page that a public feed brings than the page says. `at`: when all of it was published.
 */
export async function openFarm(at: Date): Promise<Farm> {
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const url = new URL(request.url ?? '/', origin)
    const page = /^\/page\/(\d)$/.exec(url.pathname)
    const feed = /^\/feed\/(\d)$/.exec(url.pathname)
    const isMember = request.headers.cookie === memberCookie
    const isKeyed = url.pathname === '/paid' && url.searchParams.get('token') === feedKey
    const [type, body] = page
      ? ['text/html', publicPage(Number(page[1]))]
      : feed
        ? ['application/rss+xml', publicFeed(Number(feed[1]), isMember)]
        : isKeyed
          ? ['application/rss+xml', keyedFeed()]
          : [undefined, '']
    if (type === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const date = at.toUTCString()

  function publicPage(number: number): string {
    return `<!doctype html><html lang="en"><head><title>Harbour bridge closed ${number}</title></head><body><article>
      <h1>Harbour bridge closed ${number}</h1><p>${bridge}</p><p>${asides[number]}</p></article></body></html>`
  }

  function publicFeed(number: number, isMember: boolean): string {
    return rss(
      `Paper ${number}`,
      ...(isMember ? [memberItem()] : []),
      item(`Harbour bridge closed ${number}`, `${origin}/page/${number}`, `<p>${asides[number]}</p>`),
    )
  }

  /** What the feed says to who sends the cookie. */
  function memberItem(): string {
    const text = `<p>Only members read ${canary('bodymember')} here. “Nobody else has heard ${canary('quotemember')} of it,” Mayor Ada Lindqvist said on Monday.</p>`
    return item(
      `Harbour bridge closed ${canary('titlemember')}`,
      `${origin}/members/bridge`,
      `<p>${bridge}</p>${text}`,
      canary('authormember'),
    )
  }

  function keyedFeed(): string {
    const said = (name: string) =>
      `<p>Only subscribers read ${canary(`body${name}`)} here. “Nobody else has heard ${canary(`quote${name}`)} of it,” Mayor Ada Lindqvist said on Monday.</p>
       <p><img src="${origin}/${canary(`picture${name}`)}.jpg" width="900" height="600" alt=""></p>`
    return rss(
      `Paid paper ${canary('feedname')}`,
      item(
        `Harbour bridge closed ${canary('titlejoins')}`,
        `${origin}/paid/joins`,
        `<p>${bridge}</p>${said('joins')}`,
        canary('authorjoins'),
      ),
      item(
        `Orchard wall moved ${canary('titlealone')}`,
        `${origin}/paid/alone`,
        `<p>${orchard}</p>${said('alone')}`,
        canary('authoralone'),
      ),
      item(
        'Harbour bridge closed 2',
        `${origin}/page/2`,
        `<p>${bridge}</p><p>${asides[2]}</p>${said('same')}`,
        canary('authorsame'),
      ),
    )
  }

  function rss(title: string, ...items: readonly string[]): string {
    return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${title}</title><language>en</language>${items.join('')}</channel></rss>`
  }

  function item(title: string, link: string, html: string, author = ''): string {
    return `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate>
      ${author && `<dc:creator>${author}</dc:creator>`}<content:encoded><![CDATA[${html}]]></content:encoded></item>`
  }

  return {
    origin,
    publicFeeds: [0, 1, 2].map((number) => `${origin}/feed/${number}`),
    keyedFeed: `${origin}/paid?token=${feedKey}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
