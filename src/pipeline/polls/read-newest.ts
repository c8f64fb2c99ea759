import { newestParts, readSitemap, type Sitemap } from '../../feeds/read-sitemap.ts'

/** Of an index. */
const MAX_PARTS = 3

export type SitemapBytes = { readonly body: Uint8Array; readonly contentType: string; readonly since: string }

/** Reads a sitemap as `readSitemap` does; of an index, the few parts that are worth fetching. */
export function readNewest({ body, contentType, since }: SitemapBytes): Sitemap | undefined {
  const sitemap = readSitemap(body, contentType, since)
  return sitemap?.kind === 'index' ? { ...sitemap, parts: newestParts(sitemap.parts, MAX_PARTS) } : sitemap
}
