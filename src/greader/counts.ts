import { listFeeds } from '../operations/list-entries.ts'
import { mustCarryOut } from '../operations/must-carry-out.ts'
import { listStoryItems } from '../operations/story-items.ts'
import { json } from './answers.ts'
import type { Answer } from './call.ts'
import { feedStreamId, labelId, readingList, storiesFeed, storiesLabel } from './stream.ts'

type Count = { readonly id: string; readonly count: number; readonly newestItemTimestampUsec: string }

/** How much is unread, by feed, by folder and in all, with when the newest of each arrived. */
export const unreadCounts: Answer = async ({ context }) => {
  const [{ folders }, { isOn, today }] = await Promise.all([
    mustCarryOut(context, listFeeds, {}),
    mustCarryOut(context, listStoryItems, {}),
  ])
  const feeds = folders.flatMap((folder) => folder.feeds)
  const stories = {
    count: today.filter(({ isRead }) => !isRead).length,
    newestItemTimestampUsec: newest(today.map(({ foundedAt }) => foundedAt)),
  }
  const counts: readonly Count[] = [
    ...(isOn ? [storiesFeed, labelId(storiesLabel)].map((id) => ({ id, ...stories })) : []),
    ...feeds.map(({ id, unreadCount, lastArrivalAt }) => ({
      id: feedStreamId(id),
      count: unreadCount,
      newestItemTimestampUsec: newest([lastArrivalAt]),
    })),
    ...folders
      .filter(({ name }) => name !== '')
      .map(({ name, unreadCount, feeds }) => ({
        id: labelId(name),
        count: unreadCount,
        newestItemTimestampUsec: newest(feeds.map(({ lastArrivalAt }) => lastArrivalAt)),
      })),
  ]
  const count = stories.count + feeds.reduce((sum, { unreadCount }) => sum + unreadCount, 0)
  const all = {
    id: readingList,
    count,
    newestItemTimestampUsec: newest([
      ...feeds.map(({ lastArrivalAt }) => lastArrivalAt),
      ...today.map(({ foundedAt }) => foundedAt),
    ]),
  }
  return json({ max: count, unreadcounts: [...counts, all] })
}

function newest(times: readonly (string | undefined)[]): string {
  const last = times.reduce((latest = '', time = '') => (time > latest ? time : latest), '')
  return last ? `${Date.parse(last)}000` : '0'
}
