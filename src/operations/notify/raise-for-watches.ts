import { alertDays } from '../../core/alert.ts'
import { defined } from '../../core/defined.ts'
import type { Watch, WatchedEvent, WatchRecipient } from '../../store/notify/watches.ts'
import type { StoryRow } from '../../store/stories/stories.ts'
import { quietEnd } from '../../story/alerts/alert-times.ts'
import { citationPathOf } from '../../story/alerts/alerts-of.ts'
import { type WatchEvent, watchEvents } from '../../story/alerts/watch-events.ts'
import { applyMutes, type MuteTarget } from '../../story/apply-mutes.ts'
import { leaving } from '../for-reader.ts'
import type { AlertContext } from './alert-jobs.ts'
import {
  arrivalsOf,
  mutableStory,
  recheckWhenDue,
  storeForAll,
  storyOf,
  targetsOf,
  timeZoneOf,
} from './raise-alerts.ts'

const DAY_MS = 86_400_000

/**
 * Tells watches what is new in a story: shared ones from what everybody here may read, others from what their reader may read, private
 * feeds included, except what is under embargo. Safe to repeat.
 */
export async function raiseForWatches(context: AlertContext, storyId: string): Promise<void> {
  const { store } = context
  const id = storyId as StoryRow['id']
  const hasPrivate = !(await store.isAlone()) && (await store.stories.privateFeedSetsOf(id)).length > 0
  const open = { ...context, store: await storeForAll(store) }
  await raiseIn(open, id, (watch) => watch.isShared || !hasPrivate)
  if (!hasPrivate) return
  for (const readerId of await store.watches.ownersOfUnshared()) {
    const own = leaving({ ...context, reader: { id: readerId, role: 'reader' } })
    await raiseIn(own, id, (watch) => !watch.isShared && watch.readerId === readerId)
  }
}

async function raiseIn(context: AlertContext, id: StoryRow['id'], isMeant: (watch: Watch) => boolean): Promise<void> {
  const { store, now } = context
  const [row] = await store.stories.findMany([id])
  if (!row?.dossier) return
  const { dossier } = row
  const watches = (await store.watches.on(targetsOf(row, dossier))).filter(isMeant)
  if (watches.length === 0) return
  const at = now().toISOString()
  if (watches.some(({ occasions }) => occasions.includes('promise'))) await recheckWhenDue(context, dossier, at)
  const { knownAt, revised } = await arrivalsOf(context, id)
  const oldestMs = now().getTime() - alertDays * DAY_MS
  const events = watchEvents(dossier, knownAt, { now: at, revised }).filter((event) => Date.parse(event.at) > oldestMs)
  const articleIds = dossier.members.map(({ articleId }) => articleId)
  const seen = mutableStory(row, dossier)
  for (const watch of watches) {
    const told = events.map((event) => toldBy(watch, event, storyOf(row, dossier)))
    const readerIds = [...new Set([watch.readerId, ...(watch.taken ? [watch.taken.by] : [])])]
    const recipients = await Promise.all(readerIds.map((readerId) => recipientOf(context, readerId, seen, at)))
    await store.watches.tell(watch, { id, articleIds }, told, recipients, at)
  }
}

function toldBy(watch: Watch, event: WatchEvent, story: ReturnType<typeof storyOf>): WatchedEvent {
  const { occasion, token, at, knownFrom, key, kind, isNewStory, sourceName, citation, words } = event
  const { title, language, path } = story
  const cause = { kind: 'watch' as const, target: watch.id, label: watch.label }
  const cited = citation && { words: citation.exact, citationPath: citationPathOf(citation) }
  const alert = { key, kind, cause, isNewStory, title, language, sourceName, path, ...defined({ words }), ...cited }
  return { occasion, token, at, knownFrom, alert }
}

async function recipientOf(
  { store }: AlertContext,
  readerId: string,
  seen: MuteTarget,
  at: string,
): Promise<WatchRecipient> {
  const nextAt = quietEnd(at, await store.alerts.settings(readerId), await timeZoneOf(store, readerId))
  const { hidden } = applyMutes([seen], await store.mutes.list(readerId, at), (item) => item)
  return { readerId, nextAt, isHeld: nextAt > at, isMuted: hidden.length > 0 }
}
