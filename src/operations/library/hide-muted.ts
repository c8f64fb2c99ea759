import { defined } from '../../core/defined.ts'
import type { EntryRow, QuoteHit, SearchHit } from '../../store/store.ts'
import { applyMutes, type MuteCount, type MuteTarget } from '../../story/apply-mutes.ts'
import type { OperationContext } from '../operation.ts'
import type { HiddenView } from './mine-views.ts'

/** How a list is asked for with what mutes hide: `show` shows it for once. */
export type MutedInput = 'show' | undefined

/** Leaves out of a list what is muted. */
export type Sift = <Item>(items: readonly Item[], seen: (item: Item) => MuteTarget) => readonly Item[]

/**
 * What a reader's mutes leave of some lists that stand on one page, and what they hid of all of them. `sift` is called for
 * each list; `hidden` tells the sum, and is absent when nothing was hidden.
 */
export async function mutedLists(
  { store, now, reader }: Pick<OperationContext, 'store' | 'now' | 'reader'>,
  muted?: MutedInput,
) {
  const mutes = await store.mutes.list(reader.id, now().toISOString())
  const counts = new Map<string, MuteCount>()
  return {
    sift<Item>(items: readonly Item[], seen: (item: Item) => MuteTarget): readonly Item[] {
      const { shown, counts: found } = applyMutes(items, mutes, seen)
      for (const { mute, count } of found)
        counts.set(mute.id, { mute, count: count + (counts.get(mute.id)?.count ?? 0) })
      return muted === 'show' ? items : shown
    },
    hidden: (): { readonly hidden?: HiddenView } =>
      counts.size === 0 ? {} : { hidden: hiddenView([...counts.values()], muted) },
  }
}

function hiddenView(counts: readonly MuteCount[], muted: MutedInput): HiddenView {
  return {
    total: counts.reduce((sum, { count }) => sum + count, 0),
    counts: counts
      .map(({ mute: { label, kind }, count }) => ({ label, kind, count }))
      .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)),
    isShown: muted === 'show',
  }
}

/** An entry of a feed to a mute. Whom it is about is not known before it is read: a muted name is looked for. */
export function mutableEntry({
  title,
  excerpt,
  sourceId,
  storyId,
}: Pick<EntryRow, 'title' | 'excerpt' | 'sourceId' | 'storyId'>): MuteTarget {
  return { texts: [title, excerpt], sources: [sourceId], ...defined({ story: storyId }) }
}

/** A result of a search to a mute: what of its text is shown is the lead here. */
export function mutableHit({
  title,
  snippet,
  sourceId,
  storyId,
}: Pick<SearchHit, 'title' | 'snippet' | 'sourceId' | 'storyId'>): MuteTarget {
  return { texts: [title, snippet], sources: [sourceId], ...defined({ story: storyId }) }
}

/** A quotation to a mute: by its words, and by who said it. */
export function mutableQuote({ text, speakerName }: Pick<QuoteHit, 'text' | 'speakerName'>): MuteTarget {
  return { texts: [text, speakerName] }
}
