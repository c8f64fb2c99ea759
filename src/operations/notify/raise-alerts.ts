import { alertDays } from '../../core/alert.ts'
import { defined } from '../../core/defined.ts'
import { readPreferences } from '../../core/preferences.ts'
import { guest } from '../../core/reader-identity.ts'
import { lastDayOf } from '../../core/reading/commitment-state.ts'
import type { Dossier } from '../../core/story.ts'
import type { AlertFollower, AlertTarget } from '../../store/notify/alerts.ts'
import type { Store } from '../../store/store.ts'
import type { StoryMember, StoryRow } from '../../store/stories/stories.ts'
import { type AlertChange, alertChanges } from '../../story/alerts/alert-changes.ts'
import { quietEnd } from '../../story/alerts/alert-times.ts'
import { type AlertStory, alertsOf, type RaisedAlert } from '../../story/alerts/alerts-of.ts'
import { applyMutes, type MuteTarget } from '../../story/apply-mutes.ts'
import { topicsOfSection } from '../../story/article-topics.ts'
import { revisedOf } from '../stories/changes-since.ts'
import type { AlertContext } from './alert-jobs.ts'

const DAY_MS = 86_400_000

/**
 * Raises a story's alerts for everyone who follows something in it, with one query however many readers there are. Safe to repeat: a
 * change already raised for a reader isn't raised again.
 */
export async function raiseForStory(context: AlertContext, storyId: string): Promise<number> {
  const { store, now } = context
  const [row] = await store.stories.findMany([storyId as StoryRow['id']])
  if (!row?.dossier) return 0
  const followers = await store.alerts.followersOf(targetsOf(row, row.dossier))
  if (followers.length === 0) return 0
  const at = now().toISOString()
  const changes = await changesOf(context, row, row.dossier, followers, at)
  if (followers.some(({ kind }) => kind === 'story')) await recheckWhenDue(context, row.dossier, at)
  return raise(context, storyOf(row, row.dossier), changes, followers, mutableStory(row, row.dossier))
}

/** Raises changes for followers who don't know them yet and haven't muted the subject. Old news raises no alert. */
export async function raise(
  context: AlertContext,
  story: AlertStory,
  changes: readonly AlertChange[],
  followers: readonly AlertFollower[],
  seen: MuteTarget,
): Promise<number> {
  const { store, now } = context
  const oldestMs = now().getTime() - alertDays * DAY_MS
  const young = changes.filter((change) => Date.parse(change.at) > oldestMs)
  const first = alertsOf(story, young, followers, { isMuted: () => false, sentKeys: () => new Set() })
  if (first.length === 0) return 0
  const at = now().toISOString()
  const readerIds = [...new Set(first.map(({ readerId }) => readerId))]
  const keys = [...new Set(first.map(({ key }) => key))]
  const sent = Map.groupBy(await store.alerts.raisedKeys(readerIds, keys), ({ readerId }) => readerId)
  const muted = new Set<string>()
  for (const readerId of readerIds)
    if (applyMutes([seen], await store.mutes.list(readerId, at), (item) => item).hidden.length > 0) muted.add(readerId)
  const raised = alertsOf(story, young, followers, {
    isMuted: (readerId) => muted.has(readerId),
    sentKeys: (readerId) => new Set(sent.get(readerId)?.map(({ key }) => key)),
  })
  const byReader = [...Map.groupBy(raised, ({ readerId }) => readerId)]
  const timed = await Promise.all(
    byReader.map(async ([readerId, alerts]) => {
      const settings = await store.alerts.settings(readerId)
      const nextAt = quietEnd(at, settings, await timeZoneOf(store, readerId))
      return { readerId, alerts: alerts.map(withoutReader), nextAt, isHeld: nextAt > at }
    }),
  )
  return store.alerts.raise(timed, at)
}

function withoutReader({ readerId: _, knownAt: __, ...alert }: RaisedAlert) {
  return alert
}

/** Everything somebody may follow to get alerts about this story. */
export function targetsOf({ id, section }: StoryRow, { entities = [], members }: Dossier): readonly AlertTarget[] {
  return [
    { kind: 'story', target: id },
    ...entities.map(({ entity }) => ({ kind: 'entity' as const, target: entity.id })),
    ...[...new Set(members.map(({ sourceId }) => sourceId))].map((target) => ({ kind: 'source' as const, target })),
    ...(section === undefined ? [] : topicsOfSection(section)).map((target) => ({ kind: 'topic' as const, target })),
  ]
}

/** A story's changes since the first of its followers began to follow. */
export async function changesOf(
  context: AlertContext,
  { id }: StoryRow,
  dossier: Dossier,
  followers: readonly AlertFollower[],
  now: string,
): Promise<readonly AlertChange[]> {
  const { knownAt, revised } = await arrivalsOf(context, id)
  const since = followers.map((follower) => follower.since).sort()[0] ?? now
  return alertChanges(dossier, knownAt, { since, now, revised })
}

/** When a story's articles arrived here, or their embargo ended, and how they were edited since. */
export async function arrivalsOf(context: Pick<AlertContext, 'store'>, id: StoryRow['id']) {
  const members = await context.store.stories.members(id)
  const opened = await context.store.embargoes.endedOf(members.map(({ article }) => article.id))
  const knownAt = new Map(
    members.map((member) => [member.article.id, opened.get(member.article.id) ?? firstKept(member)]),
  )
  const edited = members.filter(({ revisions }) => revisions.length > 1)
  const revised = await Promise.all(edited.map(async (member) => (await revisedOf(context, member)).revised))
  return { knownAt, revised }
}

export function firstKept({ revisions, article }: Pick<StoryMember, 'revisions' | 'article'>): string {
  return revisions[0]?.at ?? article.publishedAt
}

export function storyOf({ id, title, language, section }: StoryRow, { entities = [] }: Dossier): AlertStory {
  return {
    id,
    title,
    language,
    path: `/stories/${encodeURIComponent(id)}`,
    entityIds: entities.map(({ entity }) => entity.id),
    ...defined({ section }),
  }
}

/** A story as mutes match it, as in lists: it is about whom at least half of its articles name. */
export function mutableStory({ id, title, section }: StoryRow, { brief, members, entities = [] }: Dossier): MuteTarget {
  const lead = brief[0]?.citations[0].exact
  const main = entities.filter(({ documentCount }) => 2 * documentCount >= members.length)
  return {
    texts: lead === undefined ? [title] : [title, lead],
    sources: [...new Set(members.map(({ sourceId }) => sourceId))],
    topics: section === undefined ? [] : [section],
    story: id,
    entities: main.map(({ entity }) => entity.id),
  }
}

/** A promise whose day passes changes the story without an article, so it is checked again when the next day begins. */
export async function recheckWhenDue(
  { store }: AlertContext,
  { storyId, commitments }: Dossier,
  at: string,
): Promise<void> {
  const ends = commitments.flatMap(({ dueDate, changes = [] }) => {
    const day = lastDayOf(changes.at(-1)?.dueDate ?? dueDate ?? '')
    return day === undefined ? [] : [new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString()]
  })
  const [runAt] = ends.filter((end) => end > at).sort()
  if (runAt !== undefined) await store.jobs.enqueue([{ kind: 'alert', key: `story:${storyId}`, runAt }])
}

/** The store without private content, for what goes to many readers at once. */
export async function storeForAll(store: Store): Promise<Store> {
  return (await store.isAlone()) ? store : store.seenBy(guest)
}

/** The time zone for a reader's times: the one they chose, else UTC. */
export async function timeZoneOf({ preferences }: Pick<Store, 'preferences'>, readerId: string): Promise<string> {
  return readPreferences(await preferences.all(readerId)).timeZone || 'UTC'
}
