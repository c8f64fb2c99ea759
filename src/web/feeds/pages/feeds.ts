import type { FeedSubject } from '../../../core/feed/feed-subject.ts'
import type { ArticleListView } from '../../../operations/articles/article-list-views.ts'
import type { FeedHealth } from '../../../operations/views.ts'
import {
  articleListHead,
  changedListPath,
  markRows,
  scopeUnread,
  selectionBar,
} from '../../articles/parts/article-list-tools.ts'
import { articleRows } from '../../articles/parts/article-rows.ts'
import { marksStart } from '../../articles/parts/entry-marks.ts'
import { feedTree } from '../../articles/parts/feed-tree.ts'
import { mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articleListPath } from '../../layout/links.ts'
import { progressBlock } from '../../layout/progress.ts'
import type { Reader } from '../../reader.ts'
import type { FeedsLook } from '../feeds-look.ts'
import { feedHealth as healthOf } from '../parts/feed-health.ts'
import { feedSettings } from '../parts/feed-settings.ts'
import { feedTrouble } from '../parts/feed-trouble.ts'
import { removeForAll, subscribeToAll, subscribeToOne } from '../parts/server-feeds.ts'

/** The article list: articles as they arrived, with folders, unread counts, and the article beside the list in the split layout. */
export function feedsPage(
  view: ArticleListView,
  reader: Reader,
  options: { readonly look?: FeedsLook; readonly said?: string } = {},
): string {
  const { words } = reader
  const look = options.look ?? { layout: reader.preferences.riverLook, isCompact: false }
  const { feed, filter, entries } = view
  const title =
    view.title ||
    (filter.folder === '' ? words.noFolder : filter.show === 'starred' ? words.shows.starred : words.allFeeds)
  const unread = scopeUnread(view)
  const isMarked = entries.length > 0 && mayMark(reader) && !view.offered
  // In pieces, since each row knows which sheets it needs.
  const head = html`<div class="feeds look-${look.layout}${look.isCompact && ' compact'}">${feedTree(view, reader, view.progress && progressBlock(view.progress, reader))}
<div id="list">${articleListHead(view, title, look, reader)}${options.said && html`<p class="notice" role="status">${options.said}</p>`}
${feed && aboutFeed(view, feed, reader)}${view.offered && html`${subscribeToOne(view.offered, reader)}${forAll(view, reader)}`}
`
  const rows = entries.length === 0 ? [nothing(view, reader)] : articleRows(view, look, reader)
  const foot = html`${entries.length > 0 && end(view, reader)}${isMarked && selectionBar(reader)}
</div>${look.layout === 'split' && html`<article class="reader" aria-live="polite"><p class="small">${words.river.choose}</p></article>`}</div></mark-read>
`
  return layout(reader, {
    title: `${unread > 0 ? `(${words.number(unread)}) ` : ''}${title} · ${words.frame.places.feeds}`,
    place: 'feeds',
    ...feedIn(view),
    body: [marksStart(reader), head, ...rows, foot],
  })
}

/** Everything, a folder, or what is starred; a single feed has its own feed already. */
function feedIn({ filter: { feedId, folder, show } }: ArticleListView): { readonly feed?: FeedSubject } {
  if (feedId !== undefined || folder === '') return {}
  if (folder !== undefined) return { feed: { kind: 'folder', target: folder } }
  return { feed: { kind: show === 'starred' ? 'starred' : 'feeds', target: '' } }
}

/** The end of the page: the next one, or the next feed with something unread. */
function end(view: ArticleListView, reader: Reader): Html {
  const { river } = reader.words
  const below =
    view.filter.show === 'unread' && !reader.path.includes('cursor=') ? scopeUnread(view) - view.entries.length : 0
  const isMarked = mayMark(reader) && !view.offered
  return html`<div class="fin">${below > 0 && html`<p>${river.below(below)}</p>`}<div class="acts">${view.next && html`<a class="btn" rel="next" href="${changedListPath(view, reader, { cursor: view.next })}">${river.more}</a>`}${isMarked && markRows(view, reader)}</div>${!view.next && next(view, reader)}</div>`
}

/** The state of a feed; its readers can rename it and unsubscribe. */
function aboutFeed(view: ArticleListView, feed: FeedHealth, reader: Reader): Html {
  if (!mayMark(reader)) return html`<div class="health">${healthOf(feed, reader)}</div>`
  return html`<div class="health">${feedTrouble(feed, reader) || ''}${!feed.lastError && healthOf(feed, reader)}${feedSettings(feed, view, reader)}${forAll(view, reader)}</div>`
}

/** Whether others read this feed, too. */
function forAll({ filter, readerCount = 0, offered }: ArticleListView, reader: Reader): Html {
  const isForAll = filter.feedId !== undefined && readerCount > (offered ? 0 : 1)
  return isForAll ? removeForAll(filter.feedId, readerCount, reader) : html``
}

/** The next feed or folder in the list with unread articles, if any. */
function next({ nextUnread }: ArticleListView, reader: Reader): Html {
  if (!nextUnread) return html``
  const to = 'feedId' in nextUnread ? { feedId: nextUnread.feedId } : { folder: nextUnread.folder }
  const label = nextUnread.title || reader.words.noFolder
  return html`<p>${reader.words.river.nextUnread}${reader.words.colon}<a class="btn" href="${articleListPath(to)}">${foreign(label)} <span class="n">${reader.words.number(nextUnread.unreadCount)}</span></a></p>`
}

/** An empty list says why it is empty: everything is read, nothing came, or the feeds can't be loaded. */
function nothing(view: ArticleListView, reader: Reader): Html {
  const { words } = reader
  const { river } = words
  const { folders, filter, failingCount } = view
  if (folders.every(({ feedCount }) => feedCount === 0)) return noFeeds(view, reader)
  if (failingCount !== undefined && filter.show !== 'starred')
    return html`<div class="empty">
<h2>${river.failing(failingCount)}</h2>
<p><a class="btn" href="/feeds/all#trouble">${river.seeWhy}</a>${showAll(filter, reader)}</p>
</div>`
  const title = { unread: river.caughtUp, starred: river.noStars, all: river.emptyFeed }[filter.show]
  return html`<div class="empty">
<h2>${title}</h2>${scopeUnread(view) === 0 && next(view, reader)}<p>${showAll(filter, reader)}</p>
</div>`
}

function showAll(filter: ArticleListView['filter'], { words }: Reader): Html | false {
  return (
    filter.show === 'unread' &&
    html` <a class="btn" href="${articleListPath({ ...filter, show: 'all' })}">${words.showEverything}</a>`
  )
}

/** Without subscriptions: the server's feeds are offered first, then other sources. */
function noFeeds({ instanceFeedCount = 0 }: ArticleListView, reader: Reader): Html {
  const { words } = reader
  const { river } = words
  if (!mayMark(reader)) return html`<div class="empty"><h2>${words.noFeeds}</h2></div>`
  if (instanceFeedCount === 0)
    return html`<div class="empty">
<h2>${words.noFeeds}</h2>
<p>${words.firstRun.feedsNote}</p>
<p><a class="btn main" href="/add">${words.frame.places.add}</a></p>
</div>`
  return html`<div class="empty">
<h2>${river.noneYours}</h2>
<p>${river.noneYoursNote(words.feedsCount(instanceFeedCount))}</p>
${subscribeToAll(instanceFeedCount, reader)}
<p class="acts"><a class="btn" href="/feeds/all#house">${river.chooseSome}</a> <a class="btn" href="/add">${words.frame.places.add}</a></p>
</div>`
}
