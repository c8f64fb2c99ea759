import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { EntryId, StoryId } from '../../core/ids.ts'
import { type EntryPick, type PickPage, pickSorts } from '../../store/articles/pick-entries.ts'
import { entryId, feedId, folderScope, moment, storyId } from '../input.ts'
import { mutableEntry, mutedLists } from '../library/hide-muted.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

/** Most ids returned at once. */
const mostIds = 200_000
/** Rows read at once to apply mutes. */
const lookedAt = 2_000
const mostRounds = 100

/** `total` counts all pages, muted entries included; only if requested. */
type PickedView = { readonly ids: readonly EntryId[]; readonly total?: number }

export const pickEntries = defineOperation({
  name: 'pick_entries',
  minRole: 'reader',
  summary: 'Ids of entries of the reader’s feeds, filtered and sorted; without muted ones unless starred',
  input: z.strictObject({
    ids: z.array(entryId).max(10_000).optional(),
    afterId: entryId.optional(),
    beforeId: entryId.optional(),
    feedId: feedId.optional(),
    folder: z.string().max(200).optional(),
    folderScope: folderScope.optional(),
    isRead: z.boolean().optional(),
    isStarred: z.boolean().optional(),
    publishedAfter: moment.optional(),
    publishedBefore: moment.optional(),
    changedAfter: moment.optional(),
    changedBefore: moment.optional(),
    /** Without folders that the reader hides from combined lists. */
    isWithoutHidden: z.literal(true).optional(),
    /** Only entries with these words, among the reader's newest. */
    words: z.string().max(500).optional(),
    sort: z.enum(pickSorts).default('number'),
    isDescending: z.boolean().default(false),
    limit: z.number().int().min(0).max(mostIds),
    offset: z.number().int().min(0).max(10_000_000).default(0),
    /** Whether to return the total. */
    counts: z.boolean().default(false),
  }),
  async run(context, { sort, isDescending, limit, offset, counts, ...given }): Promise<PickedView> {
    const { store, reader } = context
    const pick = stated(given) as EntryPick
    const page = { sort, isDescending, limit, offset }
    return {
      ids: await visible(context, pick, page),
      ...defined({ total: counts ? await store.entries.countPicked(reader.id, pick) : undefined }),
    }
  },
})

export const listStoryEntries = defineOperation({
  name: 'list_story_entries',
  minRole: 'reader',
  summary: 'Ids of the entries of stories in the reader’s feeds, by story',
  input: z.strictObject({ ids: z.array(storyId).max(1000) }),
  run: async ({ store, reader }, { ids }): Promise<Readonly<Record<StoryId, readonly EntryId[]>>> =>
    Object.fromEntries(await store.entries.inStories(reader.id, ids)),
})

/**
 * The unmuted entries of a page, which may be fewer than requested. If a whole page in the order of numbers is muted, the next one is
 * read, because most programs take an empty page for the end.
 */
async function visible(context: OperationContext, pick: EntryPick, page: PickPage): Promise<readonly EntryId[]> {
  const { store, reader, now } = context
  const ids = await store.entries.pick(reader.id, pick, page)
  // A star and a request by number override mutes.
  if (ids.length === 0 || pick.isStarred === true || pick.ids !== undefined) return ids
  if ((await store.mutes.list(reader.id, now().toISOString())).length === 0) return ids
  let read = ids
  for (let round = 0; round < mostRounds; round += 1) {
    const left = await withoutMuted(context, read)
    const last = read.at(-1)
    if (left.length > 0 || page.sort !== 'number' || read.length < page.limit || last === undefined) return left
    read = await store.entries.pick(
      reader.id,
      { ...pick, ...(page.isDescending ? { beforeId: last } : { afterId: last }) },
      { ...page, offset: 0 },
    )
  }
  return []
}

async function withoutMuted(context: OperationContext, ids: readonly EntryId[]): Promise<readonly EntryId[]> {
  const lists = await mutedLists(context)
  const left: EntryId[] = []
  for (let at = 0; at < ids.length; at += lookedAt) {
    const rows = await context.store.entries.rows(context.reader.id, ids.slice(at, at + lookedAt))
    left.push(...lists.sift(rows, mutableEntry).map(({ id }) => id))
  }
  return left
}

function stated<Given extends object>(given: Given): Partial<Given> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Given>
}
