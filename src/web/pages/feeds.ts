import type { FeedHealth, RiverView } from '../../operations/views.ts'
import { feedHealth } from '../parts/feed-health.ts'
import { backField, buttonForm, hidden } from '../parts/forms.ts'
import { hiddenLine } from '../parts/hidden-line.ts'
import { type Html, html, joined } from '../parts/html.ts'
import { foreign } from '../parts/language.ts'
import { layout } from '../parts/layout.ts'
import { hostOf, outLink, riverPath, sourcePath } from '../parts/links.ts'
import { progressBlock } from '../parts/progress.ts'
import { riverRow } from '../parts/river-row.ts'
import type { Reader } from '../reader.ts'

/** The river: entries as they came, newest first, with folders, what is unread, and stars. */
export function feedsPage(view: RiverView, reader: Reader): string {
  const { words } = reader
  const feed = view.folders.flatMap(({ feeds }) => feeds).find(({ id }) => id === view.filter.feedId)
  const title = view.title || (view.filter.folder === '' ? words.noFolder : words.allFeeds)
  const body = html`<div class="cols river">
<aside id="tree" aria-label="${words.feeds}">${tree(view, reader)}
${view.progress.isBusy && progressBlock(view.progress, reader)}
</aside>
<div>
<header class="day">
<p class="jump"><a href="#tree">${words.feeds} ↓</a></p>
<h1>${foreign(title)}</h1>${toolbar(view, reader)}
${hiddenLine(view.hidden, reader)}</header>
${
  feed &&
  html`<div class="health">${feedHealth(feed, reader)}
${feedSettings(feed, view, reader)}
</div>`
}${view.entries.length === 0 ? nothing(view, reader) : view.entries.map((entry) => riverRow(entry, reader))}
${view.next && html`<p class="older"><a class="btn ghost" rel="next" href="${riverPath({ ...view.filter, cursor: view.next })}">${words.olderEntries}</a></p>`}
</div></div>
`
  return layout(reader, { title, place: 'feeds', body })
}

function toolbar({ filter, unreadCount, entries }: RiverView, reader: Reader): Html {
  const { words } = reader
  const { feedId, folder } = filter
  const fields = feedId !== undefined ? { feed: feedId } : folder !== undefined ? { folder } : { all: '1' }
  return html`<div class="tools"><nav aria-label="${words.show}"><ul class="tabs">${(
    ['unread', 'all', 'starred'] as const
  ).map(
    (show) =>
      html`<li><a href="${riverPath({ ...filter, show })}"${show === filter.show && html` aria-current="page"`}>${words.shows[show]}
${show === 'unread' && unreadCount > 0 && html`<span class="n">${words.number(unreadCount)}</span>`}</a></li>
`,
  )}
</ul>
</nav>${entries.length > 0 && buttonForm(reader, { action: '/feeds/read', fields, label: words.markAllRead })}
${buttonForm(
  reader,
  feedId === undefined
    ? { action: '/feeds/refresh', fields: { all: '1' }, label: words.refreshAll }
    : { action: '/feeds/refresh', fields: { feed: feedId }, label: words.refresh },
)}</div>`
}

function tree({ folders, filter, unreadCount }: RiverView, reader: Reader): Html {
  const { words } = reader
  const isAll = filter.feedId === undefined && filter.folder === undefined
  return html`<nav class="tree" aria-label="${words.feeds}">
<ul>
<li>${node({ show: filter.show }, words.allFeeds, unreadCount, isAll)}</li>${folders.map(
    ({ name, unreadCount: unread, feeds }) =>
      html`<li>${node({ folder: name, show: filter.show }, name || words.noFolder, unread, filter.folder === name && filter.feedId === undefined)}
<ul>${feeds.map(
        (feed) =>
          html`<li>${node({ feedId: feed.id, show: filter.show }, feed.title, feed.unreadCount, filter.feedId === feed.id, feed)}</li>`,
      )}</ul></li>`,
  )}
</ul>
</nav>
<p class="small"><a href="/add">${words.addTitle}</a> · <a href="/feeds.opml">${words.exportOpml}</a></p>`

  function node(
    to: Parameters<typeof riverPath>[0],
    label: string,
    unread: number,
    isOn: boolean,
    feed?: FeedHealth,
  ): Html {
    const isFailing = feed !== undefined && (feed.isStopped || feed.lastError !== undefined)
    return html`<a href="${riverPath(to)}"${isOn && html` aria-current="page"`}><span>${foreign(label)}
${isFailing && html` <span class="bad" title="${feed.lastError?.message ?? words.stopped}">!<span class="sr">${words.failed}</span></span>`}</span>${unread > 0 && html`<span class="n">${words.number(unread)}<span class="sr"> ${words.shows.unread}</span></span>`}</a>`
  }
}

/** Folder, source and removal of the one feed that is shown. */
function feedSettings(feed: FeedHealth, view: RiverView, reader: Reader): Html {
  const { words } = reader
  const back = { ...reader, path: '/feeds' }
  return html`<details class="settings">
<summary>${words.feedSettings}</summary>
<p class="small">${joined(
    [
      outLink(feed.url, foreign(feed.url)),
      html`<a href="${sourcePath(feed.sourceId)}">${words.sources}</a>`,
      feed.siteUrl && outLink(feed.siteUrl, foreign(hostOf(feed.siteUrl))),
    ],
    ' · ',
  )}</p>
<form method="post" action="/feeds/folder" class="line">${hidden('feed', feed.id)}
${backField(reader)}
<label>${words.moveTo} <input name="folder" value="${feed.folder}" list="folders" autocomplete="off"></label>
<datalist id="folders">${view.folders.map(({ name }) => html`<option value="${name}"></option>`)}</datalist> <button class="btn ghost">${words.move}</button>
</form>
<form method="post" action="/feeds/remove" class="line">${hidden('feed', feed.id)}
${backField(back)}
<label>
<input type="checkbox" name="sure" value="1" required> ${words.removeSure}</label> <button class="btn danger">${words.remove}</button>
</form>
</details>`
}

function nothing({ filter, folders }: RiverView, reader: Reader): Html {
  const { words } = reader
  if (folders.every(({ feeds }) => feeds.length === 0))
    return html`<div class="empty">
<h2>${words.noFeeds}</h2>
<p><a class="btn" href="/add">${words.addTitle}</a></p>
</div>`
  const title = { unread: words.nothingUnread, starred: words.nothingStarred, all: words.nothingHere }[filter.show]
  return html`<div class="empty">
<h2>${title}</h2>${filter.show !== 'all' && html`<p><a class="btn ghost" href="${riverPath({ ...filter, show: 'all' })}">${words.showEverything}</a></p>`}
</div>`
}
