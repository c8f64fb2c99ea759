import { parentFolders } from '../../../core/feed/parent-folders.ts'
import type { ArticleListView, SidebarFeed } from '../../../operations/articles/article-list-views.ts'
import { mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { articleListPath } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import type { Reader } from '../../reader.ts'

/** With more feeds than are listed in full, the open folder shows its busiest. */
const busiest = 15
const foldersShown = 40
/** The page of all feeds lists up to this many by folder; with more, each folder has its own pages. */
export const listedWhole = 400

type Folder = ArticleListView['folders'][number]

/**
 * Folders and feeds with their unread counts, a sheet on narrow screens (`#tree`). With many feeds only some are sent; the rest is one link
 * away. The script keeps the counts in `data-n`.
 */
export function feedTree(view: ArticleListView, reader: Reader, foot: Piece = ''): Html {
  const { folders, filter, unreadCount } = view
  const { words } = reader
  const { river } = words
  const feedCount = folders.reduce((sum, folder) => sum + folder.feedCount, 0)
  const isWhole = folders.every((folder) => folder.feeds.length === folder.feedCount)
  const current = folders.find((folder) => holds(folder))
  const named = folders.filter((folder) => folder.name !== '' || folders.length > 1)
  const listed = named.length > foldersShown ? busyFolders(named) : named
  const shownNames = new Set(listed.map(({ name }) => name))
  const isAll = filter.feedId === undefined && filter.folder === undefined
  const isSaved = isAll && filter.show === 'starred'
  return html`<nav class="tree" id="tree" aria-label="${words.frame.places.feeds}"><a class="ic x narrow" href="#list" aria-label="${river.done}">${icon('x')}</a>
<a href="/feeds"${isOn(isAll && !isSaved)}>${icon('feeds')}${words.allFeeds}${count(unreadCount, html` data-all`)}</a>${
    mayMark(reader) &&
    html`<a href="${articleListPath({ show: 'starred' })}"${isOn(isSaved)}>${icon('save')}${words.shows.starred}</a>`
  }${
    named.length === 0
      ? folders.map((folder) => feedList(folder))
      : listed.map(
          (folder) =>
            html`<div class="fl${depthOf(folder) > 0 && ` sub s${Math.min(depthOf(folder), 3)}`}"><a class="fo" href="${articleListPath({ folder: folder.name })}"${isOn(filter.folder === folder.name && filter.feedId === undefined)}><span>${foreign(shortName(folder) || words.noFolder)}</span>${count(folder.unreadCount)}</a>${(isWhole || folder === current) && feedList(folder)}</div>`,
        )
  }
<hr>${mayMark(reader) && html`<a href="/add">${icon('plus')}${words.frame.places.add}</a>`}<a href="/feeds/all">${icon('gear')}${river.allTitle}</a>${foot}</nav>`

  /** How many of the folders around it are listed. */
  function depthOf({ name }: Folder): number {
    return parentFolders(name).filter((parent) => shownNames.has(parent)).length
  }

  /** Its name within the nearest folder around it that is listed. */
  function shortName({ name }: Folder): string {
    const parent = parentFolders(name).find((one) => shownNames.has(one))
    return parent === undefined ? name : name.slice(parent.length + 1)
  }

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
    return html`${shown.map((feed) => feedLink(feed))}${
      rest > 0 &&
      html`<a href="${feedCount > listedWhole ? `/feeds/all?folder=${encodeURIComponent(name)}` : `/feeds/all#${folderId(name)}`}"><span>${river.restOf(rest)}</span></a>`
    }`
  }

  function feedLink({ id, sourceId, title, unreadCount: unread, isFailing }: SidebarFeed): Html {
    const mark = outletMark({ id: sourceId, name: title }, reader)
    return html`<a href="${articleListPath({ feedId: id })}" data-feed="${id}"${isOn(filter.feedId === id)}>${mark}<span>${foreign(title)}</span>${isFailing ? html`<span class="err">${words.outlets.healths.failing}</span>` : count(unread)}</a>`
  }

  function count(unread: number, attributes?: Html): Html {
    return html`<span class="n" data-n="${unread}"${attributes}>${unread > 0 && words.number(unread)}</span>`
  }
}

function isOn(isCurrent: boolean): Html | false {
  return isCurrent && html` aria-current="page"`
}

/** The id of a folder on the page of all feeds. */
export function folderId(name: string): string {
  return `folder-${encodeURIComponent(name)}`
}
