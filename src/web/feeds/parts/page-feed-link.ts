import type { FoundFeed } from '../../../operations/feeds/found-feed.ts'
import type { FeedHealth } from '../../../operations/views.ts'
import { type Html, html } from '../../layout/html.ts'
import { queryOf } from '../../layout/links.ts'
import { mayMark } from '../../layout/may-mark.ts'
import type { Reader } from '../../reader.ts'

/** Leads to where a feed is made of a page. */
export function pageFeedLink(url: string, { words }: Reader): Html {
  return html`<a class="btn ghost" href="/feeds/page${queryOf({ url })}">${words.pageFeeds.link}</a>`
}

/** What stands in for a feed, where it is none. */
export function foundKind({ intake, isBridged }: Pick<FoundFeed, 'intake' | 'isBridged'>, { words }: Reader): Html {
  const { kinds } = words.pageFeeds
  const kind = isBridged ? kinds.bridge : intake === 'sitemap' || intake === 'page' ? kinds[intake] : undefined
  return kind === undefined ? html`` : html` <small>${kind}</small>`
}

/** That the entries of a feed do not come as a feed; of a page, with the way to its rule for who may see the address. */
export function intakeLine({ intake, url }: FeedHealth, reader: Reader): Html {
  const { pageFeeds: words } = reader.words
  if (intake === 'sitemap') return html`<p class="small">${words.ofSitemap}</p>`
  if (intake !== 'page') return html``
  const link =
    url !== undefined && mayMark(reader) && html` <a href="/feeds/page${queryOf({ url })}">${words.change}</a>`
  return html`<p class="small">${words.madeOf}.${link}</p>`
}
