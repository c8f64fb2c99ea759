import type { FeedSubject } from '../../../core/feed/feed-subject.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { ArticleListView } from '../../../operations/articles/article-list-views.ts'
import type { FeedHealth } from '../../../operations/views.ts'
import {
  type ArticleListLook,
  articleListTools,
  changedListPath,
  scopeUnread,
} from '../../articles/parts/article-list-tools.ts'
import { articleRow } from '../../articles/parts/article-row.ts'
import { feedTree } from '../../articles/parts/feed-tree.ts'
import { backField, hidden, mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articleListPath, hostOf, outLink, sourcePath } from '../../layout/links.ts'
import { hiddenLine } from '../../layout/plain-line.ts'
import { progressBlock } from '../../layout/progress.ts'
import type { Reader } from '../../reader.ts'
import { feedHealth as healthOf } from '../parts/feed-health.ts'
import { feedTrouble } from '../parts/feed-trouble.ts'
import { removeForAll, subscribeToAll, subscribeToOne } from '../parts/server-feeds.ts'

/** Name, folder and removal of one feed. */
function feedEdit(feed: FeedHealth, folders: ArticleListView['folders'], reader: Reader): Html {
  const { words } = reader
  const { river } = words
  const names = folders.map(({ name }) => name).filter((name) => name !== '')
  return html`<details class="settings">
<summary>${river.edit}</summary>
<p class="small">${joined(
    [
      feed.url !== undefined && outLink(feed.url, foreign(feed.url)),
      html`<a href="${sourcePath(feed.sourceId)}">${words.sources}</a>`,
      feed.siteUrl && outLink(feed.siteUrl, foreign(hostOf(feed.siteUrl))),
    ],
    ' · ',
  )}</p>
<form method="post" action="/feeds/edit" class="line">${hidden('feed', feed.id)}
${backField(reader)}
<label>${river.name} <input name="title" value="${feed.title}" maxlength="${maxLength.feedName}" autocomplete="off" aria-describedby="name-note"></label>
<label>${river.folder} <input name="folder" value="${feed.folder}" list="folders" maxlength="${maxLength.folder}" autocomplete="off"></label>
<datalist id="folders">${names.map((name) => html`<option value="${name}"></option>`)}</datalist> <button class="btn ghost">${words.save}</button>
<p class="note" id="name-note">${river.nameNote}</p>
</form>
<form method="post" action="/feeds/remove" class="line">${hidden('feed', feed.id)}
${hidden('back', '/feeds')}
<label><input type="checkbox" name="sure" value="1" required> ${words.removeSure}</label> <button class="btn danger">${river.removal}</button>
<p class="note">${river.removalNote}</p>
</form>
</details>`
}

/** The article list: entries as they arrived, with folders, unread counts and stars. */
export function feedsPage(
  view: ArticleListView,
  reader: Reader,
  options: { readonly look?: ArticleListLook; readonly said?: string } = {},
): string {
  const { words } = reader
  const look = options.look ?? reader.preferences.riverLook
  const { feed } = view
  const title = view.title || (view.filter.folder === '' ? words.noFolder : words.allFeeds)
  // In pieces, since each row knows which sheets it needs.
  const head = html`<div class="cols river look-${look}">
<div>
<header class="day">
<p class="jump"><a href="#tree">${words.feeds} ↓</a></p>
<h1>${foreign(title)}</h1>${options.said && html`<p class="notice" role="status">${options.said}</p>`}${articleListTools(view, look, reader)}
${hiddenLine(view.hidden, reader)}</header>${feed && aboutFeed(view, feed, reader)}${view.offered && html`${subscribeToOne(view.offered, reader)}${forAll(view, reader)}`}
`
  const rows =
    view.entries.length === 0
      ? nothing(view, reader)
      : view.entries.map((entry) => articleRow(entry, reader, { look, text: view.texts?.[entry.id] }))
  const foot = html`
${view.next && view.entries.length > 0 && html`<p class="older"><a class="btn ghost" rel="next" href="${changedListPath(view, look, reader, { cursor: view.next })}">${view.order === 'newest' ? words.olderEntries : words.river.newerEntries}</a></p>`}
${view.entries.length > 0 && !view.next && next(view, reader)}
</div>
<aside id="tree" aria-label="${words.feeds}">${feedTree(view, reader)}
${view.progress && progressBlock(view.progress, reader)}
</aside></div>
`
  return layout(reader, {
    title: `${title} · ${words.feeds}`,
    place: 'feeds',
    ...feedIn(view),
    body: [head, rows, foot],
  })
}

/** Everything, a folder, or what is starred; a single feed has its own feed already. */
function feedIn({ filter: { feedId, folder, show } }: ArticleListView): { readonly feed?: FeedSubject } {
  if (feedId !== undefined || folder === '') return {}
  if (folder !== undefined) return { feed: { kind: 'folder', target: folder } }
  return { feed: { kind: show === 'starred' ? 'starred' : 'feeds', target: '' } }
}

/** The state of a feed; its readers can rename it and unsubscribe. */
function aboutFeed(view: ArticleListView, feed: FeedHealth, reader: Reader): Html {
  if (!mayMark(reader)) return html`<div class="health">${healthOf(feed, reader)}</div>`
  return html`<div class="health">${feedTrouble(feed, reader) || ''}${!feed.lastError && healthOf(feed, reader)}${feedEdit(feed, view.folders, reader)}${forAll(view, reader)}</div>`
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
  return html`<p>${reader.words.river.nextUnread}${reader.words.colon}<a class="btn ghost" href="${articleListPath(to)}">${foreign(label)} <span class="n">${reader.words.number(nextUnread.unreadCount)}</span></a></p>`
}

function nothing(view: ArticleListView, reader: Reader): Html {
  const { words } = reader
  const { river } = words
  const { folders, filter } = view
  if (folders.every(({ feedCount }) => feedCount === 0)) return noFeeds(view, reader)
  const [title, note] = {
    unread: [river.caughtUp, river.caughtUpNote],
    starred: [river.noStars, river.noStarsNote],
    all: [river.emptyFeed, river.emptyFeedNote],
  }[filter.show] as [string, string]
  return html`<div class="empty">
<h2>${title}</h2>
<p>${note}</p>${scopeUnread(view) === 0 && next(view, reader)}${filter.show !== 'all' && html`<p><a class="btn ghost" href="${articleListPath({ ...filter, show: 'all' })}">${words.showEverything}</a></p>`}
</div>`
}

/** Without subscriptions: the server's feeds are offered first, then other sources. */
function noFeeds({ houseFeedCount = 0 }: ArticleListView, reader: Reader): Html {
  const { words } = reader
  const { river } = words
  if (!mayMark(reader)) return html`<div class="empty"><h2>${words.noFeeds}</h2></div>`
  if (houseFeedCount === 0)
    return html`<div class="empty">
<h2>${words.noFeeds}</h2>
<p>${words.firstRun.feedsNote}</p>
<p><a class="btn" href="/add">${words.addTitle}</a></p>
</div>`
  return html`<div class="empty">
<h2>${river.noneYours}</h2>
<p>${river.noneYoursNote(words.feedsCount(houseFeedCount))}</p>
${subscribeToAll(houseFeedCount, reader)}
<p><a class="btn ghost" href="/feeds/all#house">${river.chooseSome}</a> <a class="btn ghost" href="/add">${words.addTitle}</a></p>
</div>`
}
