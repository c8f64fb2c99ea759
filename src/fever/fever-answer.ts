import { carryOut } from '../operations/carry-out.ts'
import { sumUpFeeds } from '../operations/manage-feeds.ts'
import type { OperationContext } from '../operations/operation.ts'
import { idList, items } from './fever-items.ts'
import { links } from './fever-links.ts'
import { favicons, feedList, feedsGroups, feedsOf, foldersOf, groups } from './fever-lists.ts'
import type { Arguments } from './fever-request.ts'
import { seconds, viewOf } from './fever-values.ts'

/** All parts of an answer that were asked for, in one: the protocol lets them be asked for together. */
export async function feverAnswer(context: OperationContext, given: Arguments, baseUrl: string) {
  const sum = viewOf(await carryOut(context, sumUpFeeds, {}))
  const hasGroups = given.has('groups')
  const hasFeeds = given.has('feeds')
  const [folders, feeds] = hasGroups || hasFeeds ? await Promise.all([foldersOf(context), feedsOf(context)]) : [[], []]
  return {
    api_version: 3,
    auth: 1,
    last_refreshed_on_time: seconds(sum?.lastPolledAt),
    ...(hasGroups && { groups: groups(folders) }),
    ...(hasFeeds && { feeds: feedList(feeds) }),
    ...((hasGroups || hasFeeds) && { feeds_groups: feedsGroups(folders, feeds) }),
    ...(given.has('favicons') && { favicons: await favicons(context) }),
    ...(given.has('items') && { total_items: sum?.entryCount ?? 0, items: await items(context, given, baseUrl) }),
    ...(given.has('links') && { links: await links(context, given, baseUrl) }),
    ...(given.has('unread_item_ids') && { unread_item_ids: await idList(context, 'unread') }),
    ...(given.has('saved_item_ids') && { saved_item_ids: await idList(context, 'saved') }),
  }
}
