import { defined } from '../../core/defined.ts'
import type { ParsedFeed } from '../../core/entry.ts'
import type { FetchResult } from '../../core/fetch-result.ts'
import { feedOfSitemap, newestParts, readSitemap, type Sitemap } from '../../feeds/read-sitemap.ts'
import type { Http } from '../../http/client.ts'
import { decodeBody } from '../../http/decode-body.ts'
import { hashOfBody } from '../document-id.ts'
import type { FeedReader, FeedTrouble } from './feed-reader.ts'
import type { SitemapRead } from './feed-reader-worker.ts'

const DAY_MS = 86_400_000
/** A news sitemap covers two days by definition; others may be older, and a server may have been offline. */
const NEWS_DAYS = 7

type Answer = Extract<FetchResult, { readonly kind: 'ok' }>
type SitemapResult =
  /**
   * `fetched` is the answer. For an index its body is replaced by the hashes of the index and its parts, and it has no validators: a part
   * changes without its index.
   */
  | { readonly kind: 'sitemap'; readonly feed: ParsedFeed; readonly fetched: Answer }
  | { readonly kind: 'no-sitemap' }
  | FeedTrouble

type SitemapOptions = {
  readonly http: Http
  readonly now: Date
  /** Size limit of a file, packed or not. */
  readonly maxBytes: number
  /** Reads long ones in a thread. Absent: all are read on this thread. */
  readonly readLong?: FeedReader['readSitemap'] | undefined
}

/**
 * Reads a sitemap with the newest of its parts, also packed ones, long ones in the thread for feeds. A part that is unavailable or
 * unreadable is left out this time.
 */
export async function gatherSitemap(means: SitemapOptions, fetched: Answer): Promise<SitemapResult> {
  const { http, maxBytes } = means
  const whole = await unpacked(fetched, maxBytes)
  const sitemap = whole && (await readOne(means, whole, fetched.contentType))
  if (whole === undefined || sitemap === undefined) return { kind: 'no-sitemap' }
  if (sitemap.kind === 'no-sitemap' || sitemap.kind === 'trouble') return sitemap
  if (sitemap.kind === 'pages') return { kind: 'sitemap', feed: feedOfSitemap(sitemap, fetched.url), fetched }
  const pages: Extract<Sitemap, { kind: 'pages' }>[] = []
  // Of up to 64 MB only the hashes are kept, to see whether they changed.
  const hashes = [hashOfBody(whole)]
  for (const { url } of sitemap.parts) {
    const part = await http.get(url, { accept: 'application/xml, text/xml, */*;q=0.5', maxBytes })
    const body = part.kind === 'ok' ? await unpacked(part, maxBytes) : undefined
    const read = part.kind === 'ok' && body ? await readOne(means, body, part.contentType) : undefined
    if (body === undefined || read?.kind !== 'pages') continue
    hashes.push(hashOfBody(body))
    pages.push(read)
  }
  const entries = new Map(pages.flatMap((page) => page.entries.map((entry) => [entry.key, entry] as const)))
  const publication = pages.find((page) => page.publication !== undefined)?.publication
  const joined = {
    kind: 'pages',
    entries: [...entries.values()],
    ...defined({ publication }),
  } as const
  return {
    kind: 'sitemap',
    feed: feedOfSitemap(joined, fetched.url),
    fetched: { ...fetched, body: Buffer.from(hashes.join('\n')), validators: {} },
  }
}

async function readOne(
  { now, readLong }: SitemapOptions,
  body: Uint8Array,
  contentType: string,
): Promise<SitemapRead | FeedTrouble> {
  const since = new Date(now.getTime() - NEWS_DAYS * DAY_MS).toISOString()
  const sitemap = { body, contentType, since }
  return (await readLong?.(sitemap)) ?? readNewest(sitemap) ?? { kind: 'no-sitemap' }
}

/** A file that is packed itself (`sitemap.xml.gz`), not by the server. */
async function unpacked({ body }: Answer, maxBytes: number): Promise<Uint8Array | undefined> {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body
  const decoded = await decodeBody(Buffer.from(body), 'gzip', maxBytes)
  return decoded.kind === 'body' ? decoded.body : undefined
}

/** Of an index. */
const MAX_PARTS = 3

export type SitemapBytes = { readonly body: Uint8Array; readonly contentType: string; readonly since: string }

/** Reads a sitemap as `readSitemap` does; of an index, the few parts that are worth fetching. */
export function readNewest({ body, contentType, since }: SitemapBytes): Sitemap | undefined {
  const sitemap = readSitemap(body, contentType, since)
  return sitemap?.kind === 'index' ? { ...sitemap, parts: newestParts(sitemap.parts, MAX_PARTS) } : sitemap
}
