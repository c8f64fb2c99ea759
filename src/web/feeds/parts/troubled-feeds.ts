import type { SilentFeed } from '../../../operations/feeds/source-views.ts'
import type { FeedHealth } from '../../../operations/views.ts'
import { cutPages, pageLinks } from '../../layout/cut-pages.ts'
import { backField, buttonForm } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { articleListPath, queryOf } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { shortWhen, timeApart } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { problemOf } from './feed-trouble.ts'

const perPage = 30
const formId = 'troubled'

/** A feed's mark and name, as a link to its articles. */
export function feedName({ id, sourceId, title }: FeedHealth, reader: Reader): Html {
  return html`${outletMark({ id: sourceId, name: title }, reader)}<a href="${articleListPath({ feedId: id })}">${foreign(title)}</a>`
}

/** Feeds in trouble with boxes: selected ones can be tried again or unsubscribed from, a failing one can get a new address. */
export function troubledFeeds(
  only: 'failing' | 'silent',
  feeds: readonly (FeedHealth | SilentFeed)[],
  reader: Reader,
  page: string | undefined,
): Html {
  const { troubles: words } = reader.words
  if (feeds.length === 0) return html`<div class="empty" role="status"><p>${words.none[only]}</p></div>`
  const cut = cutPages(feeds, page, perPage)
  return html`<section id="trouble" aria-label="${words.filters[only]}"><ul>${cut.items.map((feed) => row(feed, reader))}</ul>
<form id="${formId}" class="acts" method="post" action="/feeds/unsubscribe">${backField(reader)}<button class="btn" formaction="/feeds/refresh">${words.tryAgain}</button><button class="btn danger">${words.unsubscribe}</button>${cut.pageCount > 1 && html`<button class="btn danger" name="all" value="${only}">${words.unsubscribeAll(feeds.length)}</button>`}</form>
${pageLinks(cut, (number) => `/feeds/all${queryOf({ only, page: number > 1 ? number : undefined })}`, reader)}</section>`
}

function row(feed: FeedHealth | SilentFeed, reader: Reader): Html {
  return html`<li data-item><label class="pick"><input type="checkbox" form="${formId}" name="feed" value="${feed.id}"><span class="sr">${feed.title}</span></label>${feedName(feed, reader)}${'silentSince' in feed ? silence(feed, reader) : failure(feed, reader)}</li>
`
}

function silence({ silentSince, usualGapMinutes }: SilentFeed, reader: Reader): Html {
  const { troubles: words, colon } = reader.words
  const gap = timeApart(Math.max(1, usualGapMinutes) * 60_000, reader)
  return html`<small>${joined([html`${words.lastArticle}${colon}${shortWhen(silentSince, reader)}`, gap && words.usually(gap)], ' · ')}</small>`
}

function failure(feed: FeedHealth, reader: Reader): Html {
  const { troubles: words, river, colon } = reader.words
  const [what, then] = problemOf(feed, reader)
  const { lastOkAt, intake } = feed
  return html`${lastOkAt && html`<small>${river.lastGood}${colon}${shortWhen(lastOkAt, reader)}</small>`}${
    intake === undefined &&
    buttonForm(reader, {
      action: '/feeds/address/find',
      fields: { feed: feed.id },
      label: words.findAddress,
      button: html` aria-label="${words.findAddress}${colon}${feed.title}"`,
    })
  }<small class="bad">${what} ${then}</small>`
}
