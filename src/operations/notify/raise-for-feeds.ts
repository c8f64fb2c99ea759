import { createHash } from 'node:crypto'
import type { Alert } from '../../core/alert.ts'
import { lastingTrouble } from '../../core/feed/lasting-trouble.ts'
import { readPreferences } from '../../core/preferences.ts'
import type { FeedNotice } from '../../store/notify/feed-notices.ts'
import type { FeedRow } from '../../store/store.ts'
import { quietEnd } from '../../story/alerts/alert-times.ts'
import type { AlertContext } from './alert-jobs.ts'
import { isSuspended } from './alert-links.ts'
import { timeZoneOf } from './raise-alerts.ts'

const DAY_MS = 86_400_000
/** A reader is notified once a week at most. */
const APART_MS = 7 * DAY_MS
/** Feeds named in a notice; the others are counted. */
const NAMED = 3

/**
 * Notifies readers of feeds that fail, or are silent, for long: one alert for all of them, once a week at most, and never again for a
 * feed whose trouble they know. Queues the next day's check. Safe to repeat.
 */
export async function raiseForFeeds(context: AlertContext): Promise<number> {
  const { store, now } = context
  const at = now().toISOString()
  const readers = await store.alerts.readersNotNotified(new Date(Date.parse(at) - APART_MS).toISOString())
  let raised = 0
  for (const readerId of readers) raised += await notifyReader(context, readerId, at)
  await store.jobs.enqueue([{ kind: 'alert', key: 'feeds', runAt: new Date(Date.parse(at) + DAY_MS).toISOString() }])
  return raised
}

async function notifyReader(context: AlertContext, readerId: string, at: string): Promise<number> {
  const { store } = context
  const { feedNotices } = readPreferences(await store.preferences.all(readerId))
  if (feedNotices === 'off' || (await isSuspended(context, readerId))) return 0
  const [feeds, known] = await Promise.all([store.feeds.list(readerId), store.alerts.feedNotices(readerId)])
  const { fresh, over } = newTroubles(feeds, known, at)
  if (fresh.length + over.length === 0) return 0
  const raised = fresh.length === 0 ? 0 : await raiseOne(context, readerId, noticeOf(fresh), at)
  // Afterwards: a crash between both raises the same alert again, which is the same by its key.
  await store.alerts.saveFeedNotices(readerId, { fresh: fresh.map(({ notice }) => notice), over }, at)
  return raised
}

type Fresh = { readonly feed: FeedRow; readonly notice: FeedNotice }

/** Feeds in lasting trouble that the reader doesn't know of, longest first, and known ones whose trouble is over. */
export function newTroubles(
  feeds: readonly FeedRow[],
  known: readonly FeedNotice[],
  at: string,
): { readonly fresh: readonly Fresh[]; readonly over: readonly FeedNotice['feedId'][] } {
  const knownOf = new Map(known.map((notice) => [notice.feedId, notice]))
  const troubled = feeds.flatMap((feed) => {
    const trouble = lastingTrouble(feed, at)
    return trouble ? [{ feed, notice: { feedId: feed.id, ...trouble } }] : []
  })
  const isTroubled = new Set(troubled.map(({ feed }) => feed.id))
  return {
    fresh: troubled
      .filter(({ notice }) => {
        const before = knownOf.get(notice.feedId)
        return before?.kind !== notice.kind || before.since !== notice.since
      })
      .sort((a, b) => (a.notice.since < b.notice.since ? -1 : 1)),
    over: known.flatMap(({ feedId }) => (isTroubled.has(feedId) ? [] : [feedId])),
  }
}

/** One alert for all of them; its label is their number. */
function noticeOf(fresh: readonly Fresh[]): Alert {
  const [only] = fresh
  const named = fresh.slice(0, NAMED).map(({ feed }) => feed.title)
  const rest = fresh.length - named.length
  const key = createHash('sha1')
    .update(fresh.map(({ notice }) => `${notice.feedId} ${notice.kind} ${notice.since}`).join('\n'))
    .digest('hex')
  return {
    key: `feeds:${key}`,
    kind: 'feeds',
    cause: { kind: 'feeds', target: '', label: String(fresh.length) },
    isNewStory: false,
    title: `${named.join(', ')}${rest > 0 ? ` +${rest}` : ''}`,
    language: 'und',
    sourceName: '',
    path: fresh.every(({ notice }) => notice.kind === only?.notice.kind)
      ? `/feeds/all?only=${only?.notice.kind}`
      : '/feeds/all#trouble',
  }
}

async function raiseOne(context: AlertContext, readerId: string, alert: Alert, at: string): Promise<number> {
  const { store } = context
  const settings = await store.alerts.settings(readerId)
  const nextAt = quietEnd(at, settings, await timeZoneOf(store, readerId))
  return store.alerts.raise([{ readerId, alerts: [alert], nextAt, isHeld: nextAt > at }], at)
}
