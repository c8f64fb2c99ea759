import { listFeeds } from '../operations/articles/list-entries.ts'
import { carryOut } from '../operations/carry-out.ts'
import { listFeedIcons } from '../operations/feeds/feed-icons.ts'
import { type FolderView, listFolders } from '../operations/feeds/folders.ts'
import type { OperationContext } from '../operations/operation.ts'
import type { FeedHealth } from '../operations/views.ts'
import { seconds, viewOf } from './fever-values.ts'

/** The feeds of the reader. */
export async function feedsOf(context: OperationContext): Promise<readonly FeedHealth[]> {
  const view = viewOf(await carryOut(context, listFeeds, {}))
  return view?.folders.flatMap(({ feeds }) => feeds) ?? []
}

/** The folders of the reader. */
export async function foldersOf(context: OperationContext): Promise<readonly FolderView[]> {
  return viewOf(await carryOut(context, listFolders, {})) ?? []
}

/** `groups`, each with an id and a title. */
export function groups(folders: readonly FolderView[]) {
  return folders.map(({ number, name }) => ({ id: number, title: name }))
}

/** `feeds_groups`, which comes with groups and with feeds; a feed in no folder is in no group. */
export function feedsGroups(folders: readonly FolderView[], feeds: readonly FeedHealth[]) {
  return folders.flatMap(({ number, name }) => {
    const ids = feeds.filter(({ folder }) => folder === name).map(({ id }) => id)
    return ids.length === 0 ? [] : [{ group_id: number, feed_ids: ids.join(',') }]
  })
}

/** `feeds`. The icon of a feed has the number of the feed. */
export function feedList(feeds: readonly FeedHealth[]) {
  return feeds.map(({ id, title, url = '', siteUrl, lastOkAt, lastPolledAt }) => ({
    id: Number(id),
    favicon_id: Number(id),
    title: title || url,
    url,
    site_url: siteUrl ?? '',
    is_spark: 0,
    last_updated_on_time: seconds(lastOkAt ?? lastPolledAt),
  }))
}

/** `favicons`: of the feeds that name a picture that can be shown. */
export async function favicons(context: OperationContext) {
  const icons = viewOf(await carryOut(context, listFeedIcons, {})) ?? []
  return icons.map(({ feedId, mediaType, bytes }) => ({
    id: Number(feedId),
    data: `${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
  }))
}
