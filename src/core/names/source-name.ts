import { shownHost, speaksFor } from '../feed/own-page.ts'

/** How much a source's name is worth: any feed can give itself any title. */
export const namedBy = {
  /** Only its feed says so. */
  feed: 0,
  /** Whoever runs this server, or one of its starter packs; or it is the name of a host. */
  server: 1,
  /** A page of the outlet names the feed as its own. */
  site: 2,
} as const

export type SourceClaim = {
  readonly feedUrl: string
  /** What the feed calls itself. */
  readonly title: string
  /** The site that the feed says is its own. */
  readonly siteUrl?: string
  /** The addresses its items lead to. */
  readonly links?: readonly (string | undefined)[]
  /** The page of the outlet that names this feed. */
  readonly vouchedBy?: string
}

/** Name and home page of a source, and the host that is shown beside its name where the name alone may be another outlet's. */
export type SourceName = {
  readonly title: string
  readonly homeUrl: string
  readonly host: string
  readonly isBeside: boolean
}

/**
 * What a source may call itself. Its home page is on its own host: a site of others that it names is not its own, nor is the name that
 * it has in common with that site, unless the site names the feed.
 */
export function nameSource({ feedUrl, title, siteUrl, links = [], vouchedBy }: SourceClaim): SourceName {
  const host = shownHost(vouchedBy ?? feedUrl)
  // An import or newsletters: there is no host that could be another's.
  if (host === '') return { title, homeUrl: siteUrl ?? feedUrl, host, isBeside: false }
  const isOwn = (url: string) => speaksFor(vouchedBy ?? feedUrl, url)
  const homeUrl = siteUrl !== undefined && isOwn(siteUrl) ? siteUrl : new URL(vouchedBy ?? feedUrl).origin
  const isForOthers = siteUrl !== undefined && !isOwn(siteUrl)
  const leadsToOthers = links.some((link) => link !== undefined && shownHost(link) !== '' && !isOwn(link))
  return { title, homeUrl, host, isBeside: isForOthers || leadsToOthers || /\([^()\s]+\.[^()\s]+\)\s*$/.test(title) }
}

/** `Aldmere Courier (feeds.example.net)`. */
export function withHost({ title, host }: SourceName): string {
  return title === host || host === '' ? title : `${title} (${host})`
}
