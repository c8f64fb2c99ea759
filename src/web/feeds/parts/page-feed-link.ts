import type { FoundFeed } from '../../../operations/feeds/found-feed.ts'
import type { FeedHealth } from '../../../operations/views.ts'
import { mayMark } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { queryOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** A link to creating a feed from a web page. */
export function pageFeedLink(url: string, { words }: Reader): Html {
  return html`<a class="btn" href="/feeds/page${queryOf({ url })}">${words.pageFeeds.link}</a>`
}

/** What is read instead of a feed, when it isn't one. */
export function foundKind({ intake, isBridged }: Pick<FoundFeed, 'intake' | 'isBridged'>, { words }: Reader): Html {
  const { kinds } = words.pageFeeds
  const kind = isBridged ? kinds.bridge : intake === 'sitemap' || intake === 'page' ? kinds[intake] : undefined
  return kind === undefined ? html`` : html` <small>${kind}</small>`
}

/** Says that the entries do not come from a feed; for a page, with a link to its rule if the reader may see the URL. */
export function intakeLine({ intake, url }: FeedHealth, reader: Reader): Html {
  const { pageFeeds: words } = reader.words
  if (intake === 'sitemap') return html`<p class="small">${words.ofSitemap}</p>`
  if (intake !== 'page') return html``
  const link =
    url !== undefined && mayMark(reader) && html` <a href="/feeds/page${queryOf({ url })}">${words.change}</a>`
  return html`<p class="small">${words.madeOf}.${link}</p>`
}
