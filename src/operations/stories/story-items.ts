import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { asId, type StoryId } from '../../core/ids.ts'
import { readPreferences } from '../../core/preferences.ts'
import { storyIdsOf, storyNumber, storyPlace } from '../../core/reading/story-number.ts'
import { briefStory } from '../../story/summaries/brief-story.ts'
import type { BriefStoryView } from '../day/brief-views.ts'
import { newestDay } from '../day/day-periods.ts'
import { citedDocuments, withAddresses } from '../day/get-brief.ts'
import { storyId } from '../input.ts'
import { mutableOutline, mutedLists } from '../library/hide-muted.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

const DAY_MS = 86_400_000
/** Days that stories read in a feed reader are remembered: by then they are no longer in the news. */
const keptDays = 60

/** A story as an item of a feed reader, where it has a number and is read or unread. */
export type StoryItem = {
  readonly id: StoryId
  /** In decimal; see `storyNumber`. */
  readonly number: string
  /** When the story began; ISO 8601. */
  readonly foundedAt: string
  readonly isRead: boolean
  readonly isSaved: boolean
}

type StoryItemsView = {
  /** False when the reader doesn't want stories in feed readers; `today` is then empty. */
  readonly isOn: boolean
  /** The stories of the newest day, each once, most important first. */
  readonly today: readonly StoryItem[]
  /** All saved stories, newest first. */
  readonly saved: readonly StoryItem[]
}

export const listStoryItems = defineOperation({
  name: 'list_story_items',
  minRole: 'reader',
  summary: 'Today’s stories and saved ones, each once, as items for feed readers',
  input: z.strictObject({}),
  async run(context): Promise<StoryItemsView> {
    const { store, reader } = context
    const [preferences, marks] = await Promise.all([store.preferences.all(reader.id), store.saves.list(reader.id)])
    const isOn = readPreferences(preferences).storiesInApps === 'on'
    const today = isOn ? await idsOfToday(context) : []
    const saved = marks.filter(({ kind }) => kind === 'story').map(({ target }) => asId<StoryId>(target))
    const items = await itemsOf(context, [...new Set([...today, ...saved])], new Set(saved))
    const among = (ids: readonly StoryId[]) => ids.flatMap((id) => items.get(id) ?? [])
    return { isOn, today: among(today), saved: among(saved) }
  },
})

export const findStoryItems = defineOperation({
  name: 'find_story_items',
  minRole: 'reader',
  summary: 'Stories by number; a number without a story is left out',
  input: z.strictObject({ numbers: z.array(z.string().regex(/^\d{1,19}$/)).max(10_000) }),
  async run(context, { numbers }): Promise<Readonly<Record<string, StoryId>>> {
    const found = new Map<string, StoryId>()
    const keep = (ids: readonly StoryId[]) => {
      for (const id of ids) found.set(String(storyNumber(id)), id)
    }
    if (numbers.length === 0) return {}
    // Nearly all are from today, which takes one query.
    keep(await idsOfToday(context))
    const missing = numbers.filter((number) => !found.has(number))
    const times = missing.flatMap((number) => storyPlace(BigInt(number))?.foundedMs ?? [])
    keep(await context.store.stories.idsBetween([...new Set(times)].map(storyIdsOf)))
    return Object.fromEntries(
      numbers.flatMap((number) => {
        const id = found.get(number)
        return id === undefined ? [] : [[number, id] as const]
      }),
    )
  },
})

/** A story in a few sentences, as an item of a feed reader. */
export type DescribedStory = Omit<StoryItem, 'number'> &
  Omit<BriefStoryView, 'isFollowed' | 'followedAs'> & { readonly firstAt: string; readonly changedAt: string }

export const getStoryTexts = defineOperation({
  name: 'get_story_texts',
  minRole: 'reader',
  summary: 'Stories in two or three cited sentences each, as of now; missing ones are left out',
  input: z.strictObject({ ids: z.array(storyId).max(1000) }),
  async run(context, { ids }): Promise<readonly DescribedStory[]> {
    const { store, reader, now } = context
    const saved = new Set((await store.saves.list(reader.id)).map(({ target }) => target))
    const items = await itemsOf(context, ids, saved)
    const until = now().toISOString()
    const described: DescribedStory[] = []
    for (const id of ids) {
      const item = items.get(id)
      // One by one, because a merged story is found under its former ids.
      const row = item && (await store.stories.find(id))
      if (!item || !row?.dossier) continue
      const { title, language, section, firstAt, changedAt, dossier } = row
      const { number: _, ...mark } = item
      described.push({
        ...mark,
        title,
        language,
        firstAt,
        changedAt,
        ...defined({ section }),
        ...briefStory(dossier, { from: firstAt, until }),
        documents: citedDocuments(dossier),
      })
    }
    return withAddresses(context, described)
  },
})

export const markStoryItems = defineOperation({
  name: 'mark_story_items',
  minRole: 'reader',
  summary: 'Marks stories as read or unread for feed readers: some, or all of today up to a time',
  input: z.strictObject({
    ids: z.union([z.array(storyId).max(10_000), z.literal('today')]),
    isRead: z.boolean(),
    /** ISO 8601, UTC. */
    until: z.iso.datetime().optional(),
  }),
  async run(context, { ids, isRead, until }): Promise<void> {
    const { store, reader, now } = context
    const named = ids === 'today' ? await idsOfToday(context) : ids
    const wanted = until === undefined ? named : named.filter((id) => (foundedAt(id) ?? '') <= until)
    const at = now()
    const old = new Date(at.getTime() - keptDays * DAY_MS).toISOString()
    if (isRead) await store.visits.touchMany(reader.id, 'item', wanted, at.toISOString())
    await store.visits.forget(reader.id, 'item', isRead ? [] : wanted, old)
  },
})

/** The unmuted stories of the newest day, most important first. */
async function idsOfToday(context: OperationContext): Promise<readonly StoryId[]> {
  const { store, reader, now } = context
  const at = now().toISOString()
  const day = await newestDay(store, at, 'UTC')
  const period = { from: `${day}T00:00:00.000Z`, until: `${day}T23:59:59.999Z` }
  const [ids, mutes] = await Promise.all([store.stories.listIds(period), store.mutes.list(reader.id, at)])
  const parked = await store.feeds.storiesOnlyOfParked(reader.id, ids)
  const unparked = parked.size === 0 ? ids : ids.filter((id) => !parked.has(id))
  if (mutes.length === 0) return unparked
  const [outlines, lists] = await Promise.all([
    store.stories.listOutlines(period),
    mutedLists(context, undefined, 'stories'),
  ])
  const kept = new Set(lists.sift(outlines, mutableOutline).map(({ id }) => id))
  return unparked.filter((id) => kept.has(id))
}

/** The items of stories that have a number. */
async function itemsOf(
  { store, reader }: OperationContext,
  ids: readonly StoryId[],
  saved: ReadonlySet<string>,
): Promise<ReadonlyMap<StoryId, StoryItem>> {
  const read = await store.visits.lastOf(reader.id, 'item', ids)
  return new Map(
    ids.flatMap((id) => {
      const number = storyNumber(id)
      const at = foundedAt(id)
      if (number === undefined || at === undefined) return []
      const item = { id, number: String(number), foundedAt: at, isRead: read.has(id), isSaved: saved.has(id) }
      return [[id, item] as const]
    }),
  )
}

function foundedAt(id: StoryId): string | undefined {
  const number = storyNumber(id)
  const place = number === undefined ? undefined : storyPlace(number)
  return place && new Date(place.foundedMs).toISOString()
}
