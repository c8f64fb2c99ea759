import type { FeedsView } from '../../../operations/articles/article-list-views.ts'
import { compareFolders } from '../../../operations/articles/sidebar-folders.ts'
import type { SilentFeed } from '../../../operations/feeds/source-views.ts'
import type { FeedHealth } from '../../../operations/views.ts'
import { folderId, listedWhole } from '../../articles/parts/feed-tree.ts'
import { cutPages, pageLinks } from '../../layout/cut-pages.ts'
import { mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import { articleListPath, hostOf, queryOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'
import { problemOf } from '../parts/feed-trouble.ts'
import { serverFeeds } from '../parts/server-feeds.ts'
import { feedName, troubledFeeds } from '../parts/troubled-feeds.ts'

type Folder = FeedsView['folders'][number]

/** Feeds per page of a list that is too long for one page. */
const perPage = 100
const foldersPerPage = 200
/** Of those that fail, on the page of all. */
const troublesShown = 10

/** Which feeds of the page: of one folder, of one kind of trouble, and the page of a long list. */
type Place = {
  readonly folder?: string | undefined
  readonly page?: string | undefined
  readonly only?: string | undefined
}

/** The feeds whose last poll failed, or that are no longer polled. */
export function failingFeeds(view: FeedsView | undefined): readonly FeedHealth[] {
  // A feed may be in several folders.
  return [...new Set((view?.folders ?? []).flatMap(({ feeds }) => feeds))].filter(isFailing)
}

/** All subscriptions by folder, with unread counts and problems, and the server's other feeds; `query` filters by name or URL. */
export function allFeedsPage(
  view: FeedsView | undefined,
  reader: Reader,
  query = '',
  place: Place = {},
  silent: readonly SilentFeed[] = [],
): string {
  const { folders, offered } = view ?? { folders: [], offered: [] }
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
  const failing = failingFeeds(view)
  const troubled = [...new Set(feeds)].filter(isFailing)
  const only = isReader && (place.only === 'failing' || place.only === 'silent') ? place.only : undefined
  const counts = {
    all: new Set(folders.flatMap((folder) => folder.feeds.map(({ id }) => id))).size,
    failing: failing.length,
    silent: silent.length,
  }
  const body = html`<div class="all-feeds"><header class="pagehead"><h1>${title}</h1></header>
${isReader && html`<p class="acts"><a class="btn main" href="/add">${icon('plus')}${words.frame.places.add}</a><a class="btn" href="/newsletters">${words.letters.title}</a><a class="btn" href="/settings/feeds">${words.feedsOut.title}</a><a class="btn" href="/feeds.opml">${icon('down')}OPML</a></p>`}
<form action="/feeds/all" class="line" role="search" aria-label="${river.findFeed}"><input type="search" name="q" value="${query}" aria-label="${river.findFeed}" placeholder="${river.findFeed}"> <button class="btn">${words.search}</button></form>
${isReader && (only !== undefined || failing.length + silent.length > 0) && filters(counts, only, reader)}
${only !== undefined ? troubledFeeds(only, only === 'failing' ? failing : silent, reader, place.page) : everything()}</div>
`
  return layout(reader, { title, place: 'feeds', body })

  function everything(): Html {
    return html`${troubled.length > 0 && troubleList(troubled, reader)}${kept.length === 0 ? nothing() : feeds.length <= listedWhole ? kept.map((folder) => folderPart(folder, reader)) : parts()}${serverFeeds(
      offered.filter(({ title }) => title.toLowerCase().includes(wanted)),
      reader,
    )}`
  }

  /** Of a long list: the folders, or one page of the feeds of a folder or a search. */
  function parts(): Html {
    const isList = wanted === '' && place.folder === undefined && kept.length > 1
    const pathTo = (page: number) =>
      `/feeds/all${queryOf({ q: query || undefined, folder: place.folder, page: page > 1 ? page : undefined })}`
    if (isList) {
      const cut = cutPages(kept, place.page, foldersPerPage)
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

/** Links to all feeds, and to those in trouble. */
function filters(
  counts: Readonly<Record<'all' | 'failing' | 'silent', number>>,
  only: 'failing' | 'silent' | undefined,
  { words }: Reader,
): Html {
  const link = (which: keyof typeof counts) =>
    html`<a href="/feeds/all${queryOf({ only: which === 'all' ? undefined : which })}"${which === (only ?? 'all') && html` aria-current="page"`}>${words.troubles.filters[which]} <span class="n">${words.number(counts[which])}</span></a>`
  return html`<nav class="seg" aria-label="${words.show}">${(['all', 'failing', 'silent'] as const).map((which) => (which === 'all' || which === only || counts[which] > 0) && link(which))}</nav>`
}

/** The feeds that can't be loaded, each with the reason and what to do. */
function troubleList(feeds: readonly FeedHealth[], reader: Reader): Html {
  const rest = feeds.length - troublesShown
  return html`<section id="trouble"><h2>${reader.words.river.failing(feeds.length)}</h2>
<ul>${feeds.slice(0, troublesShown).map((feed) => {
    const [what, then] = problemOf(feed, reader)
    return html`<li>${feedName(feed, reader)}<small class="bad">${what} ${then}</small></li>
`
  })}</ul>${rest > 0 && html`<p class="small">${reader.words.more(rest)}</p>`}</section>
`
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
