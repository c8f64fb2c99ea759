import type { FeedSubject } from '../../../core/feed/feed-subject.ts'
import type { FeedFormat } from '../../../core/feed/published-feed.ts'
import { type Html, html } from '../../layout/html.ts'
import { queryOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** URL of a feed for those who may read its page, without a secret. */
export function feedPath({ kind, target }: FeedSubject, format: FeedFormat = 'atom'): string {
  return target === '' ? `/feed/${kind}.${format}` : `/feed/${kind}/${encodeURIComponent(target)}.${format}`
}

export function secretFeedPath(token: string, format: FeedFormat): string {
  return `/feed/secret/${token}.${format}`
}

/** Where a secret URL for a feed is made. */
export function feedSettingsPath({ kind, target }: FeedSubject): string {
  return `/settings/feeds${queryOf({ kind, target: target || undefined })}`
}

/** A link to a feed of what a page shows: to where its URL is made; for a guest to the feed itself. */
export function feedLink(subject: FeedSubject, reader: Reader, mark?: Html): Html {
  const href = reader.identity?.role === 'guest' ? feedPath(subject) : feedSettingsPath(subject)
  return html`<a href="${href}">${mark}${reader.words.find.feed}</a>`
}

/** Autodiscovery of a page's feed. */
export function feedHead(subject: FeedSubject, title: string): Html {
  return html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${feedPath(subject)}">\n`
}
