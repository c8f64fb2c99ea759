import type { ParsedFeed } from '../core/entry.ts'
import type { Fetched } from '../core/fetched.ts'
import { feedOfSitemap, newestParts, readSitemap, type Sitemap } from '../feeds/read-sitemap.ts'
import type { Http } from '../http/client.ts'
import { decodeBody } from '../http/decode-body.ts'

const DAY_MS = 86_400_000
/** A sitemap for news holds two days by its definition; others may be older, and a server may have been away. */
const NEWS_DAYS = 7
/** Of an index. */
const MOST_PARTS = 3

type Answer = Extract<Fetched, { readonly kind: 'ok' }>
export type Gathered =
  /** `fetched` is the answer, with the bodies of its parts behind its own and then without validators: a part changes without its index. */
  { readonly kind: 'sitemap'; readonly feed: ParsedFeed; readonly fetched: Answer } | { readonly kind: 'no-sitemap' }

/** Reads a sitemap with the newest of its parts, packed ones too. A part that cannot be had is left out this time. */
export async function gatherSitemap(http: Http, fetched: Answer, now: Date, maxBytes: number): Promise<Gathered> {
  const since = new Date(now.getTime() - NEWS_DAYS * DAY_MS).toISOString()
  const whole = await unpacked(fetched, maxBytes)
  const sitemap = whole && readSitemap(whole, fetched.contentType, since)
  if (whole === undefined || sitemap === undefined) return { kind: 'no-sitemap' }
  if (sitemap.kind === 'pages') return { kind: 'sitemap', feed: feedOfSitemap(sitemap, fetched.url), fetched }
  const pages: Extract<Sitemap, { kind: 'pages' }>[] = []
  const bodies: Uint8Array[] = [whole]
  for (const { url } of newestParts(sitemap.parts, MOST_PARTS)) {
    const part = await http.get(url, { accept: 'application/xml, text/xml, */*;q=0.5', maxBytes })
    const body = part.kind === 'ok' ? await unpacked(part, maxBytes) : undefined
    const read = part.kind === 'ok' && body ? readSitemap(body, part.contentType, since) : undefined
    if (body === undefined || read?.kind !== 'pages') continue
    bodies.push(body)
    pages.push(read)
  }
  const entries = new Map(pages.flatMap((page) => page.entries.map((entry) => [entry.key, entry] as const)))
  const publication = pages.find((page) => page.publication !== undefined)?.publication
  const joined = {
    kind: 'pages',
    entries: [...entries.values()],
    ...(publication !== undefined && { publication }),
  } as const
  return {
    kind: 'sitemap',
    feed: feedOfSitemap(joined, fetched.url),
    fetched: { ...fetched, body: Buffer.concat(bodies), validators: {} },
  }
}

/** A file that is packed by itself (`sitemap.xml.gz`), not by the server. */
async function unpacked({ body }: Answer, maxBytes: number): Promise<Uint8Array | undefined> {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body
  const decoded = await decodeBody(Buffer.from(body), 'gzip', maxBytes)
  return decoded.kind === 'body' ? decoded.body : undefined
}
