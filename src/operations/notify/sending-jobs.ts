import { createHash } from 'node:crypto'
import { asId, type EntryId, type FeedId, type StoryId } from '../../core/ids.ts'
import type { SenderHttp } from '../../delivery/sender.ts'
import type { SendingJobs } from '../../pipeline/pipeline-context.ts'
import { type EntryRange, readRange } from '../../store/notify/announce-entries.ts'
import type { Destination } from '../../store/notify/destinations.ts'
import type { NewSending } from '../../store/notify/sendings.ts'
import type { Store } from '../../store/store.ts'
import { leaving } from '../for-reader.ts'
import { deliverSendings } from './deliver-sendings.ts'
import { newEntriesPayload, storyChangedPayload } from './event-payloads.ts'
import { storeForAll } from './raise-alerts.ts'
import { sendForRules } from './rule-jobs.ts'
import { inPlace } from './send-marked.ts'

/** Entries per message: a feed that delivers hundreds makes several. */
const MOST_ENTRIES = 25
/** Entry numbers looked up at once. */
const AT_ONCE = 500

/** Queues the messages of webhooks for an event. A message's id is derived from its contents, so a repeated event sends it once. */
async function announce(context: SendingContext, key: string): Promise<void> {
  const range = readRange(key)
  if (range) await announceEntries(context, range)
  else if (key.startsWith('rules:')) await sendForRules(context, key.slice('rules:'.length))
  else if (key.startsWith('story:')) {
    const publicContext = { ...context, store: await storeForAll(context.store) }
    await announceStory(publicContext, asId<StoryId>(key.slice('story:'.length)))
  }
}

async function announceEntries(context: SendingContext, range: EntryRange): Promise<void> {
  const { now, baseUrl } = context
  const feedId = asId<FeedId>(range.feedId)
  for (const destination of await context.store.destinations.listening('new-entries')) {
    const { readerId } = destination
    const { store } = leaving({ ...context, reader: { id: readerId, role: 'reader' } })
    const feed = await store.feeds.find(readerId, feedId)
    if (!feed?.isSubscribed) continue
    for (let first = range.first; first <= range.last; first += AT_ONCE) {
      const last = Math.min(range.last, first + AT_ONCE - 1)
      const ids = Array.from({ length: last - first + 1 }, (_, index) => asId<EntryId>(String(first + index)))
      const entries = (await store.entries.findMany(readerId, ids)).filter((entry) => entry.feedId === feedId)
      for (let start = 0; start < entries.length; start += MOST_ENTRIES) {
        const some = entries.slice(start, start + MOST_ENTRIES)
        const firstId = some[0]?.id ?? ''
        const id = inPlace(Number(firstId), idOf(destination, 'new_entries', feedId, firstId))
        const body = JSON.stringify(await newEntriesPayload(feed, some, baseUrl))
        const message = { id, readerId, destinationId: destination.id, event: 'new_entries' as const }
        await store.sendings.add([{ ...message, title: `${feed.title} (${some.length})`, body }], now().toISOString())
      }
    }
  }
}

/** A story that a reader follows or saved, if it changed since then and since the webhook was added. */
async function announceStory(context: SendingContext, storyId: StoryId): Promise<void> {
  const { store, now, baseUrl } = context
  const [row] = await store.stories.findMany([storyId])
  if (!row?.dossier) return
  const body = JSON.stringify(storyChangedPayload(row, baseUrl))
  const messages: NewSending[] = []
  for (const destination of await store.destinations.listening('story-changed')) {
    const since = await markedSince(context, destination.readerId, row.id)
    if (since === undefined || row.changedAt <= since || row.changedAt <= destination.at) continue
    const id = idOf(destination, 'story_changed', row.id, row.changedAt)
    const { readerId, id: destinationId } = destination
    messages.push({ id, readerId, destinationId, event: 'story_changed', title: row.title, body })
  }
  await store.sendings.add(messages, now().toISOString())
}

async function markedSince({ store }: SendingContext, readerId: string, storyId: StoryId): Promise<string | undefined> {
  const [follows, saves] = await Promise.all([store.follows.list(readerId), store.saves.list(readerId)])
  const [first] = [...follows, ...saves]
    .filter(({ kind, target }) => kind === 'story' && target === storyId)
    .map(({ at }) => at)
    .sort()
  return first
}

function idOf({ id }: Destination, ...parts: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([id, ...parts]))
    .digest('base64url')
}

export type SendingContext = {
  readonly store: Store
  readonly http: SenderHttp
  readonly now: () => Date
  /** Public URL of the server without a trailing slash; absent: links are paths only. */
  readonly baseUrl?: string
}

export function createSendingJobs(context: SendingContext): SendingJobs {
  return {
    announce: (key) => announce(context, key),
    send: (destinationId) => deliverSendings(context, destinationId),
  }
}
