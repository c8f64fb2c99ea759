import { feedOwnsSite, shownHost } from '../../core/feed/site-ownership.ts'

/** How far a source's name can be trusted: any feed can give itself any title. */
export const namedBy = {
  /** Only the feed says so. */
  feed: 0,
  /** The server's owner or one of its starter packs says so, or the name is a host. */
  server: 1,
  /** The outlet's page links the feed as its own. */
  site: 2,
} as const

export type SourceClaim = {
  readonly feedUrl: string
  /** The feed's title for itself. */
  readonly title: string
  /** The site the feed claims as its own. */
  readonly siteUrl?: string
  /** URLs of its items. */
  readonly links?: readonly (string | undefined)[]
  /** The outlet's page that links this feed. */
  readonly vouchedBy?: string
}

/** Name and home page of a source, and the host shown beside the name if the name alone could be another outlet's. */
type SourceName = {
  readonly title: string
  readonly homeUrl: string
  readonly host: string
  readonly isBeside: boolean
}

/**
 * The name a source may use. Its home page has to be on its own host: it can't claim another site, nor share that site's name,
 * unless the site links the feed.
 */
export function nameSource({ feedUrl, title, siteUrl, links = [], vouchedBy }: SourceClaim): SourceName {
  const host = shownHost(vouchedBy ?? feedUrl)
  // An import or newsletters: there is no host to compare.
  if (host === '') return { title, homeUrl: siteUrl ?? feedUrl, host, isBeside: false }
  const isOwn = (url: string) => feedOwnsSite(vouchedBy ?? feedUrl, url)
  const homeUrl = siteUrl !== undefined && isOwn(siteUrl) ? siteUrl : new URL(vouchedBy ?? feedUrl).origin
  const isForOthers = siteUrl !== undefined && !isOwn(siteUrl)
  const leadsToOthers = links.some((link) => link !== undefined && shownHost(link) !== '' && !isOwn(link))
  return { title, homeUrl, host, isBeside: isForOthers || leadsToOthers || /\([^()\s]+\.[^()\s]+\)\s*$/.test(title) }
}

/** `Aldmere Courier (feeds.example.net)`. */
export function withHost({ title, host }: SourceName): string {
  return title === host || host === '' ? title : `${title} (${host})`
}
