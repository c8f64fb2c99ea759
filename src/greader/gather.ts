import { defined } from '../core/defined.ts'
import type { FeedId } from '../core/ids.ts'
import { storyNumber } from '../core/reading/story-number.ts'
import { getEntries } from '../operations/articles/get-entries.ts'
import { listArrivals } from '../operations/articles/list-arrivals.ts'
import { foldersOf } from '../operations/feeds/folders.ts'
import { listSaved } from '../operations/library/list-saved.ts'
import type { OperationContext } from '../operations/operation.ts'
import { runRequired } from '../operations/run-for-program.ts'
import { listStoryItems, type StoryItem } from '../operations/stories/story-items.ts'
import { feedsOf } from './feeds-of.ts'
import type { ItemRef } from './item-id.ts'
import type { Selection } from './selection.ts'

export type Gathered = { readonly refs: readonly ItemRef[]; readonly continuation?: string }

const none: Gathered = { refs: [] }

/**
 * The items of a selection: first the stories of the day, if the stream has any, then entries in order of arrival. The
 * continuation encodes the position: in stories, how many and the last one (`s40.…`); in entries `e…`; or a page of a tag, `t2`.
 */
export async function gather(context: OperationContext, selection: Selection): Promise<Gathered> {
  const { stream } = selection
  switch (stream.kind) {
    case 'nothing':
      return none
    case 'stories':
      return storiesOf(context, selection)
    case 'all':
    case 'read':
    case 'unread':
    case 'starred':
      return storiesThenEntries(context, selection)
    case 'feed':
      return entriesOf(context, selection, { feedId: stream.id })
    case 'address': {
      const feed = (await feedsOf(context)).find(({ url }) => url === stream.url)
      return feed ? entriesOf(context, selection, { feedId: feed.id }) : none
    }
    case 'label': {
      const isFolder = (await feedsOf(context)).some((feed) => foldersOf(feed).includes(stream.name))
      return isFolder
        ? entriesOf(context, selection, { folder: stream.name })
        : taggedWith(context, selection, stream.name)
    }
  }
}

async function storiesThenEntries(context: OperationContext, selection: Selection): Promise<Gathered> {
  if (selection.continuation?.startsWith('e')) return entriesOf(context, selection, {})
  const stories = await storiesOf(context, selection)
  const room = selection.limit - stories.refs.length
  if (stories.continuation !== undefined) return stories
  if (room === 0) return { ...stories, continuation: 'e' }
  const { continuation: _, ...first } = selection
  const entries = await entriesOf(context, { ...first, limit: room }, {})
  return { ...entries, refs: [...stories.refs, ...entries.refs] }
}

async function storiesOf(context: OperationContext, selection: Selection): Promise<Gathered> {
  const { continuation, limit } = selection
  const { isOn, today, saved } = await runRequired(context, listStoryItems, {})
  if (!isOn) return none
  const all = selection.stream.kind === 'starred' ? saved : today
  const [, told = '0', last] = /^s(\d{1,9})(?:\.(\d{1,19}))?$/.exec(continuation ?? '') ?? []
  // Continue after the last item sent, wherever it is now, so that changes in between skip nothing.
  const lastAt = all.findIndex(({ number }) => number === last)
  const wanted = all.slice(lastAt + 1).filter((item) => isWanted(item, selection))
  const left = lastAt < 0 ? wanted.slice(Number(told)) : wanted
  const page = left.slice(0, limit)
  const end = Number(told) + page.length
  return {
    refs: page.map(({ number }) => ({ kind: 'story', number })),
    ...defined({ continuation: page.length < left.length ? `s${end}.${page.at(-1)!.number}` : undefined }),
  }
}

function isWanted(
  { isRead, isSaved, foundedAt }: StoryItem,
  { isUnread, isStarred, from, before }: Selection,
): boolean {
  return (
    (isUnread === undefined || isRead !== isUnread) &&
    (isStarred === undefined || isSaved === isStarred) &&
    (from === undefined || foundedAt >= from) &&
    (before === undefined || foundedAt < before)
  )
}

async function entriesOf(
  context: OperationContext,
  { isUnread, isStarred, from, before, order, limit, continuation }: Selection,
  scope: { readonly feedId?: FeedId; readonly folder?: string },
): Promise<Gathered> {
  const cursor = continuation?.startsWith('e') ? continuation.slice(1) : ''
  const { ids, next } = await runRequired(context, listArrivals, {
    ...scope,
    ...defined({ isUnread, isStarred, from, before, cursor: cursor !== '' ? cursor : undefined }),
    order,
    limit,
  })
  return {
    refs: ids.map((id) => ({ kind: 'entry', id })),
    ...defined({ continuation: next === undefined ? undefined : `e${next}` }),
  }
}

/** Items with a tag, read one page of the saved list at a time. */
async function taggedWith(context: OperationContext, selection: Selection, tag: string): Promise<Gathered> {
  const { continuation } = selection
  const asked = /^t\d{1,4}$/.test(continuation ?? '') ? Number(continuation!.slice(1)) : 1
  const { items, page, pageCount } = await runRequired(context, listSaved, {
    tag: tag.slice(0, 200),
    page: Math.max(1, asked),
  })
  if (page !== asked) return none
  const refs = items.flatMap(({ kind, target }): readonly ItemRef[] => {
    if (kind === 'entry') return [{ kind, id: target as never }]
    const number = kind === 'story' ? storyNumber(target) : undefined
    return number === undefined ? [] : [{ kind: 'story', number: String(number) }]
  })
  return {
    refs: await narrowed(context, refs, selection),
    ...defined({ continuation: page < pageCount ? `t${page + 1}` : undefined }),
  }
}

/** Filters by read state and arrival time, if requested. */
async function narrowed(
  context: OperationContext,
  refs: readonly ItemRef[],
  { isUnread, from, before }: Selection,
): Promise<readonly ItemRef[]> {
  if (isUnread === undefined && from === undefined && before === undefined) return refs
  const ids = refs.flatMap((ref) => (ref.kind === 'entry' ? [ref.id] : []))
  const [rows, { today, saved }] = await Promise.all([
    runRequired(context, getEntries, { ids }),
    runRequired(context, listStoryItems, {}),
  ])
  const known = [
    ...rows.map(({ id, isRead, arrivedAt }) => ({ id, isRead, at: arrivedAt })),
    ...[...today, ...saved].map(({ number, isRead, foundedAt }) => ({ id: number, isRead, at: foundedAt })),
  ]
  const wanted = known.filter(
    ({ isRead, at }) =>
      (isUnread === undefined || isRead !== isUnread) &&
      (from === undefined || at >= from) &&
      (before === undefined || at < before),
  )
  const found = new Set(wanted.map(({ id }) => id))
  return refs.filter((ref) => found.has(ref.kind === 'entry' ? ref.id : ref.number))
}
