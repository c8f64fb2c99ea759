import type { FeedsView } from '../../../operations/articles/article-list-views.ts'
import { compareFolders } from '../../../operations/articles/sidebar-folders.ts'
import type { FeedHealth } from '../../../operations/views.ts'
import { folderId, listedWhole } from '../../articles/parts/feed-tree.ts'
import { cutPages, pageLinks } from '../../layout/cut-pages.ts'
import { mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import { articleListPath, hostOf, queryOf } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import type { Reader } from '../../reader.ts'
import { problemOf } from '../parts/feed-trouble.ts'
import { serverFeeds } from '../parts/server-feeds.ts'

type Folder = FeedsView['folders'][number]

/** Feeds per page of a list that is too long for one page. */
const perPage = 200

/** All subscriptions by folder, with unread counts and problems, and the server's other feeds; `query` filters by name or URL. */
export function allFeedsPage(
  { folders, offered }: FeedsView,
  reader: Reader,
  query = '',
  place: { readonly folder?: string | undefined; readonly page?: string | undefined } = {},
): string {
  const { words } = reader
  const { river } = words
  const isReader = mayMark(reader)
  const title = isReader ? river.allTitle : words.allFeeds
  const wanted = query.trim().toLowerCase()
  const kept = inEachFolder(folders)
    .filter(({ name }) => place.folder === undefined || name === place.folder)
    .map((folder) => ({
      ...folder,
      feeds: folder.feeds.filter(({ title, url = '' }) => `${title}\n${url}`.toLowerCase().includes(wanted)),
    }))
    .filter(({ feeds }) => feeds.length > 0)
  const feeds = kept.flatMap((folder) => folder.feeds)
  const troubled = [...new Set(feeds)].filter(isFailing)
  const body = html`<div class="all-feeds"><header class="pagehead"><h1>${title}</h1></header>
${isReader && html`<p class="acts"><a class="btn main" href="/add">${icon('plus')}${words.frame.places.add}</a><a class="btn" href="/newsletters">${words.letters.title}</a><a class="btn" href="/settings/feeds">${words.feedsOut.title}</a><a class="btn" href="/feeds.opml">${icon('down')}OPML</a></p>`}
<form action="/feeds/all" class="line" role="search" aria-label="${river.findFeed}"><input type="search" name="q" value="${query}" aria-label="${river.findFeed}" placeholder="${river.findFeed}"> <button class="btn">${words.search}</button></form>
${troubled.length > 0 && troubleList(troubled, reader)}${kept.length === 0 ? nothing() : feeds.length <= listedWhole ? kept.map((folder) => folderPart(folder, reader)) : parts()}${serverFeeds(
  offered.filter(({ title }) => title.toLowerCase().includes(wanted)),
  reader,
)}</div>
`
  return layout(reader, { title, place: 'feeds', body })

  /** Of a long list: the folders, or one page of the feeds of a folder or a search. */
  function parts(): Html {
    const isList = wanted === '' && place.folder === undefined && kept.length > 1
    const pathTo = (page: number) =>
      `/feeds/all${queryOf({ q: query || undefined, folder: place.folder, page: page > 1 ? page : undefined })}`
    if (isList) {
      const cut = cutPages(kept, place.page, perPage)
      return html`<ul class="plain">${cut.items.map((folder) => folderLine(folder, reader))}</ul>
${pageLinks(cut, pathTo, reader)}`
    }
    const cut = cutPages(
      kept.flatMap((folder) => folder.feeds.map((feed) => ({ folder, feed }))),
      place.page,
      perPage,
    )
    const shown = [...Map.groupBy(cut.items, ({ folder }) => folder)]
    return html`${shown.map(([folder, items]) => folderPart({ ...folder, feeds: items.map(({ feed }) => feed) }, reader))}${pageLinks(cut, pathTo, reader)}`
  }

  function nothing(): Html {
    return html`<div class="empty"><p>${wanted === '' ? words.noFeeds : river.foundNone(query)}</p><p><a class="btn" href="${wanted === '' ? '/add' : '/feeds/all'}">${wanted === '' ? words.frame.places.add : words.showEverything}</a></p></div>`
  }
}

/** The folders with every feed in each of its own. */
function inEachFolder(folders: FeedsView['folders']): FeedsView['folders'] {
  const feeds = folders.flatMap((folder) => folder.feeds)
  if (!feeds.some((feed) => feed.folders)) return folders
  const places = feeds.flatMap((feed) => (feed.folders ?? [feed.folder]).map((name) => ({ name, feed })))
  return [...Map.groupBy(places, ({ name }) => name)]
    .map(([name, own]) => ({ name, feeds: own.map(({ feed }) => feed) }))
    .map((folder) => ({ ...folder, unreadCount: folder.feeds.reduce((sum, feed) => sum + feed.unreadCount, 0) }))
    .toSorted((a, b) => compareFolders(a.name, b.name))
}

function isFailing({ lastError, isStopped }: FeedHealth): boolean {
  return lastError !== undefined || isStopped
}

/** The feeds that can't be loaded, each with the reason and what to do. */
function troubleList(feeds: readonly FeedHealth[], reader: Reader): Html {
  return html`<section id="trouble"><h2>${reader.words.river.failing(feeds.length)}</h2>
<ul>${feeds.slice(0, perPage).map((feed) => {
    const [what, then] = problemOf(feed, reader)
    return html`<li>${feedName(feed, reader)}<small class="bad">${what} ${then}</small></li>
`
  })}</ul></section>
`
}

function feedName({ id, sourceId, title }: FeedHealth, reader: Reader): Html {
  return html`${outletMark({ id: sourceId, name: title }, reader)}<a href="${articleListPath({ feedId: id })}">${foreign(title)}</a>`
}

/** A folder of a long list: a link to its feeds. */
function folderLine({ name, unreadCount, feeds }: Folder, { words }: Reader): Html {
  return html`<li id="${folderId(name)}"><a href="/feeds/all?folder=${encodeURIComponent(name)}">${foreign(name || words.noFolder)}</a> <small>${words.feedsCount(feeds.length)}</small>${unreadCount > 0 && html` <span class="n">${words.number(unreadCount)}</span>`}</li>
`
}

function folderPart({ name, unreadCount, feeds }: Folder, reader: Reader): Html {
  const { words } = reader
  return html`<section id="${folderId(name)}" aria-label="${name || words.noFolder}">
<h2><a href="${articleListPath({ folder: name })}">${foreign(name || words.noFolder)}</a>${unreadCount > 0 && html` <span class="n">${words.number(unreadCount)}</span>`}</h2>
<ul>${feeds.map(
    (feed) =>
      html`<li>${feedName(feed, reader)} <small>${foreign(hostOf(feed.siteUrl ?? feed.url ?? ''))}</small>${isFailing(feed) ? html`<b class="n bad">${words.outlets.healths.failing}</b>` : feed.unreadCount > 0 && html`<span class="n">${words.number(feed.unreadCount)}</span>`}</li>
`,
  )}</ul>
</section>
`
}
