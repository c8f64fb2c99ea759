import { createHash } from 'node:crypto'
import { asId, type EntryId, type FeedId, type StoryId } from '../../core/ids.ts'
import type { SenderHttp } from '../../delivery/sender.ts'
import type { SendingJobs } from '../../pipeline/pipeline-context.ts'
import { type EntryRange, readRange } from '../../store/notify/announce-entries.ts'
import type { Destination } from '../../store/notify/destinations.ts'
import type { NewSending } from '../../store/notify/sendings.ts'
import type { Store } from '../../store/store.ts'
import { storeForAll } from './alert-desk.ts'
import { deliverSendings } from './deliver-sendings.ts'
import { newEntriesPayload, storyChangedPayload } from './event-payloads.ts'
import { inPlace } from './send-marked.ts'

/** In one message: a feed that brings hundreds makes several. */
const MOST_ENTRIES = 25
/** Numbers looked up at once. */
const AT_ONCE = 500

/** Puts what webhooks asked to be told into their log, whence it goes out. A message follows from what it tells: told twice it is one. */
async function announce(context: SendingContext, key: string): Promise<void> {
  const range = readRange(key)
  if (range) await announceEntries(context, range)
  else if (key.startsWith('story:')) {
    const told = { ...context, store: await storeForAll(context.store) }
    await announceStory(told, asId<StoryId>(key.slice('story:'.length)))
  }
}

async function announceEntries(context: SendingContext, range: EntryRange): Promise<void> {
  const { store, now, baseUrl } = context
  const feedId = asId<FeedId>(range.feedId)
  for (const destination of await store.destinations.listening('new-entries')) {
    const { readerId } = destination
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

/** Of a story that a reader follows or keeps, when it changed since they do and since the webhook was set. */
async function announceStory(context: SendingContext, storyId: StoryId): Promise<void> {
  const { store, now, baseUrl } = context
  const [row] = await store.stories.findMany([storyId])
  if (!row?.dossier) return
  const body = JSON.stringify(storyChangedPayload(row, baseUrl))
  const told: NewSending[] = []
  for (const destination of await store.destinations.listening('story-changed')) {
    const since = await caresSince(context, destination.readerId, row.id)
    if (since === undefined || row.changedAt <= since || row.changedAt <= destination.at) continue
    const id = idOf(destination, 'story_changed', row.id, row.changedAt)
    const { readerId, id: destinationId } = destination
    told.push({ id, readerId, destinationId, event: 'story_changed', title: row.title, body })
  }
  await store.sendings.add(told, now().toISOString())
}

async function caresSince({ store }: SendingContext, readerId: string, storyId: StoryId): Promise<string | undefined> {
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

/** What sending works with. */
export type SendingContext = {
  readonly store: Store
  readonly http: SenderHttp
  readonly now: () => Date
  /** Public address of the server, without a slash at its end; absent: links are paths alone. */
  readonly baseUrl?: string
}

/** Tells webhooks what happened and sends what waits, for the pipeline. */
export function createSendingJobs(context: SendingContext): SendingJobs {
  return {
    announce: (key) => announce(context, key),
    send: (destinationId) => deliverSendings(context, destinationId),
  }
}
