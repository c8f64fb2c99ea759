import { defined } from '../core/defined.ts'
import type { EntryId, StoryId } from '../core/ids.ts'
import { nth } from '../core/nth.ts'
import { maxLength } from '../core/text/max-length.ts'
import { markAllRead, markRead, starEntries } from '../operations/articles/mark-entries.ts'
import { foldersOf } from '../operations/feeds/folders.ts'
import { save, unsave } from '../operations/library/save.ts'
import { tagMany, tagName, untagMany } from '../operations/library/tags.ts'
import { runRequired, runWithoutView } from '../operations/run-for-program.ts'
import { findStoryItems, markStoryItems } from '../operations/stories/story-items.ts'
import { done, text, unusable } from './answers.ts'
import type { Answer, Call } from './call.ts'
import { feedNamed, feedsOf } from './feeds-of.ts'
import { gather } from './gather.ts'
import { type ItemRef, readItemId, refOf } from './item-id.ts'
import { readLabel, readStream, storiesLabel } from './stream.ts'

const maxItems = 10_000
/** Entries marked in one write. */
const atOnce = 1_000

const maxTags = 20
const isTag = (name: string) => tagName.safeParse(name).success

type Changes = {
  readonly isRead?: boolean
  readonly isStarred?: boolean
  readonly tagsOn: readonly string[]
  readonly tagsOff: readonly string[]
}

type Items = { readonly entries: readonly EntryId[]; readonly stories: readonly StoryId[] }

/** Adds and removes states and labels of items: read, kept unread, starred, and tags. */
export const editTag: Answer = async (call) => {
  const given = call.parameters.all('i')
  if (given.length === 0) return unusable('No item was named')
  if (given.length > maxItems) return unusable(`Change at most ${maxItems} items at once`)
  const numbers = given.map(readItemId)
  const bad = numbers.indexOf(undefined)
  if (bad >= 0) return unusable(`There is no such item id: ${nth(given, bad).slice(0, 80)}`)
  const changes = readChanges(call.parameters.all('a'), call.parameters.all('r'))
  if (!changes) return unusable('An item cannot be both read and unread')
  // Checked before any change, so that a rejected call changes nothing.
  const { tagsOn, tagsOff } = changes
  if (Math.max(tagsOn.length, tagsOff.length) > maxTags || ![...tagsOn, ...tagsOff].every(isTag))
    return unusable(
      `Labels are at most ${maxTags} at once, with a word in each, and not longer than ${maxLength.tag} letters`,
    )
  await change(call, await itemsOf(call, (numbers as bigint[]).map(refOf)), changes)
  return done()
}

/** Undefined for contradictory changes. States we don't have are ignored. */
function readChanges(added: readonly string[], removed: readonly string[]): Changes | undefined {
  const on = added.map(readStream)
  const off = removed.map(readStream)
  const has = (streams: typeof on, kind: string) => streams.some((stream) => stream?.kind === kind)
  const becomesRead = has(on, 'read')
  const becomesUnread = has(on, 'unread') || has(off, 'read')
  if (becomesRead && becomesUnread) return undefined
  const isRead = becomesRead || (has(off, 'unread') && !becomesUnread)
  const isStarred = has(on, 'starred')
  if (isStarred && has(off, 'starred')) return undefined
  const tags = (given: readonly string[]) =>
    given.flatMap((each) => readLabel(each) ?? []).filter((name) => name !== storiesLabel)
  return {
    ...defined({
      isRead: isRead || becomesUnread ? isRead : undefined,
      isStarred: isStarred || has(off, 'starred') ? isStarred : undefined,
    }),
    tagsOn: tags(added),
    tagsOff: tags(removed),
  }
}

async function itemsOf({ context }: Call, refs: readonly ItemRef[]): Promise<Items> {
  const numbers = refs.flatMap((ref) => (ref.kind === 'story' ? [ref.number] : []))
  const named = numbers.length === 0 ? {} : await runRequired(context, findStoryItems, { numbers })
  return {
    entries: [...new Set(refs.flatMap((ref) => (ref.kind === 'entry' ? [ref.id] : [])))],
    stories: [...new Set(Object.values(named))],
  }
}

async function change(call: Call, items: Items, { isRead, isStarred, tagsOn, tagsOff }: Changes): Promise<void> {
  const { context } = call
  if (isRead !== undefined) await setRead(call, items, isRead)
  // Only starred items can have tags, so a tag adds a star.
  const keeps = isStarred ?? (tagsOn.length > 0 ? true : undefined)
  if (keeps !== undefined) {
    for (const entryIds of inParts(items.entries))
      await runWithoutView(context, starEntries, { entryIds, isStarred: keeps })
    // A deleted story can't be saved, and an unsaved one needn't be removed: neither is a failure.
    for (const target of items.stories) await runWithoutView(context, keeps ? save : unsave, { kind: 'story', target })
  }
  const tagged = [
    ...items.entries.map((target) => ({ kind: 'entry' as const, target })),
    ...items.stories.map((target) => ({ kind: 'story' as const, target })),
  ]
  for (const some of inParts(tagged)) {
    if (tagsOn.length > 0) await runWithoutView(context, tagMany, { items: some, names: [...tagsOn] })
    if (tagsOff.length > 0) await runWithoutView(context, untagMany, { items: some, names: [...tagsOff] })
  }
}

async function setRead({ context }: Call, { entries, stories }: Items, isRead: boolean): Promise<void> {
  for (const entryIds of inParts(entries)) await runWithoutView(context, markRead, { entryIds, isRead })
  if (stories.length > 0) await runWithoutView(context, markStoryItems, { ids: [...stories], isRead })
}

function inParts<Item>(items: readonly Item[]): readonly Item[][] {
  return Array.from({ length: Math.ceil(items.length / atOnce) }, (_, part) =>
    items.slice(part * atOnce, (part + 1) * atOnce),
  )
}

/** Marks a stream as read: everything that had arrived by `ts`, or by now. */
export const markAllAsRead: Answer = async (call) => {
  const { context, parameters } = call
  const named = parameters.all('s')
  const streams = named.map(readStream)
  if (streams.length === 0 || streams.includes(undefined)) return unusable('There is no such stream')
  const seen = parameters.one('ts')?.trim() ?? ''
  const until = timeOf(seen)
  // An unreadable time must not count as now, which would mark items nobody has seen. No time, or 0, does mean now.
  if (until === undefined && !/^0*$/.test(seen)) return unusable('That isn’t a time')
  const by = until === undefined ? {} : { until }
  for (const stream of streams) {
    switch (stream!.kind) {
      case 'all':
      case 'unread':
        await runWithoutView(context, markAllRead, by)
        await runWithoutView(context, markStoryItems, { ids: 'today', isRead: true, ...by })
        break
      case 'stories':
        await runWithoutView(context, markStoryItems, { ids: 'today', isRead: true, ...by })
        break
      case 'feed':
      case 'address': {
        const feed = feedNamed(await feedsOf(context), stream)
        if (!feed) return text('Not found', 404)
        await runWithoutView(context, markAllRead, { feedId: feed.id, ...by })
        break
      }
      case 'label': {
        const name = (stream as { readonly name: string }).name
        if ((await feedsOf(context)).some((feed) => foldersOf(feed).includes(name)))
          await runWithoutView(context, markAllRead, { folder: name, ...by })
        else await markGathered(call, { kind: 'label', name }, until)
        break
      }
      case 'starred':
        await markGathered(call, { kind: 'starred' }, until)
        break
      case 'read':
      case 'nothing':
        break
    }
  }
  return done()
}

/** Saved items are marked one by one: there is no read-up-to time for them. */
async function markGathered(
  call: Call,
  stream: { readonly kind: 'starred' } | { readonly kind: 'label'; readonly name: string },
  until: string | undefined,
): Promise<void> {
  let continuation: string | undefined
  do {
    const page = await gather(call.context, {
      stream,
      isUnread: true,
      ...defined({
        isStarred: stream.kind === 'starred' || undefined,
        before: until === undefined ? undefined : new Date(Date.parse(until) + 1).toISOString(),
      }),
      order: 'newest',
      limit: maxItems,
      ...defined({ continuation }),
    })
    await setRead(call, await itemsOf(call, page.refs), true)
    continuation = page.continuation
  } while (continuation !== undefined)
}

/** A time in µs, as the protocol says; short numbers are read as ms or seconds. */
function timeOf(digits: string): string | undefined {
  if (!/^\d{1,17}$/.test(digits)) return undefined
  const ms = Number(digits) / (digits.length > 14 ? 1000 : digits.length > 11 ? 1 : 0.001)
  return ms > 0 && ms < 8.64e15 ? new Date(Math.floor(ms)).toISOString() : undefined
}
