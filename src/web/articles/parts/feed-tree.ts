import type { ArticleListView, SidebarFeed } from '../../../operations/articles/article-list-views.ts'
import { mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { articleListPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** With more feeds than are listed in full, folders are folded, and the open one shows its busiest feeds. */
const busiest = 15
const foldersShown = 40
/** The page of all feeds lists up to this many by folder; with more, each folder has its own pages. */
export const listedWhole = 400

type Folder = ArticleListView['folders'][number]

/** Folders and feeds with their unread counts. With many feeds only some are sent; the rest is one link away. */
export function feedTree({ folders, filter, unreadCount }: ArticleListView, reader: Reader): Html {
  const { words } = reader
  const feedCount = folders.reduce((sum, folder) => sum + folder.feedCount, 0)
  const isWhole = folders.every((folder) => folder.feeds.length === folder.feedCount)
  const current = folders.find((folder) => holds(folder))
  const named = folders.filter((folder) => folder.name !== '' || folders.length > 1)
  const listed = named.length > foldersShown ? busyFolders(named) : named
  const isAll = filter.feedId === undefined && filter.folder === undefined
  return html`<nav class="tree" aria-label="${words.feeds}">
<ul>
<li>${node({}, words.allFeeds, unreadCount, isAll && filter.show !== 'starred')}</li>
${mayMark(reader) && html`<li>${node({ show: 'starred' }, words.shows.starred, 0, isAll && filter.show === 'starred')}</li>`}${
  named.length === 0
    ? folders.map((folder) => feedList(folder))
    : listed.map(
        (folder) =>
          html`<li>${node({ folder: folder.name }, folder.name || words.noFolder, folder.unreadCount, filter.folder === folder.name && filter.feedId === undefined)}${(isWhole || folder === current) && html`<ul>${feedList(folder)}</ul>`}</li>`,
      )
}${!isWhole && html`<li><a href="/feeds/all"><span>${words.river.everyFeed(words.feedsCount(feedCount))}</span></a></li>`}
</ul>
</nav>`

  function holds({ name, feeds }: Folder): boolean {
    if (filter.feedId !== undefined) return feeds.some(({ id }) => id === filter.feedId)
    return filter.folder === name
  }

  /** The folders with most unread, by name, and the open one. */
  function busyFolders(all: readonly Folder[]): readonly Folder[] {
    const busy = new Set(all.toSorted((a, b) => b.unreadCount - a.unreadCount).slice(0, foldersShown))
    return all.filter((folder) => busy.has(folder) || folder === current)
  }

  function feedList({ name, feeds, feedCount: all }: Folder): Html {
    const busy = new Set(isWhole ? feeds : feeds.toSorted((a, b) => b.unreadCount - a.unreadCount).slice(0, busiest))
    const shown = feeds.filter((feed) => busy.has(feed) || feed.id === filter.feedId)
    const rest = all - shown.length
    return html`${shown.map((feed) => html`<li>${node({ feedId: feed.id }, feed.title, feed.unreadCount, filter.feedId === feed.id, feed)}</li>`)}${
      rest > 0 &&
      html`<li><a href="${feedCount > listedWhole ? `/feeds/all?folder=${encodeURIComponent(name)}` : `/feeds/all#${folderId(name)}`}"><span>${words.river.restOf(rest)}</span></a></li>`
    }`
  }

  function node(
    to: Parameters<typeof articleListPath>[0],
    label: string,
    unread: number,
    isOn: boolean,
    feed?: SidebarFeed,
  ) {
    return html`<a href="${articleListPath(to)}"${isOn && html` aria-current="page"`}><span>${foreign(label)}${feed?.isFailing && html` <span class="bad">!<span class="sr"> ${words.failed}</span></span>`}</span>${unread > 0 && html`<span class="n">${words.number(unread)}<span class="sr"> ${words.shows.unread}</span></span>`}</a>`
  }
}

/** The id of a folder on the page of all feeds. */
export function folderId(name: string): string {
  return `folder-${encodeURIComponent(name)}`
}
