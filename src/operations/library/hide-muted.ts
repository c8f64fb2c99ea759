import { defined } from '../../core/defined.ts'
import type { EntryRow, QuoteHit, SearchHit } from '../../store/store.ts'
import { applyMutes, type MuteCount, type MuteTarget } from '../../story/apply-mutes.ts'
import type { OperationContext } from '../operation.ts'
import type { HiddenView } from './library-views.ts'

/** `show` includes muted items this once. */
type MutedInput = 'show' | undefined

/** Removes muted items from a list. */
export type Sift = <Item>(items: readonly Item[], seen: (item: Item) => MuteTarget) => readonly Item[]

/**
 * Applies a reader's mutes to the lists of one page. Call `sift` for each list; `hidden` returns the total, or nothing if none was
 * hidden.
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

/** A feed entry as mutes match it. It has not been analyzed yet, so a muted name is searched for in its text. */
export function mutableEntry({
  title,
  excerpt,
  sourceId,
  storyId,
}: Pick<EntryRow, 'title' | 'excerpt' | 'sourceId' | 'storyId'>): MuteTarget {
  return { texts: [title, excerpt], sources: [sourceId], ...defined({ story: storyId }) }
}

/** A search result as mutes match it: the excerpt serves as the lead. */
export function mutableHit({
  title,
  snippet,
  sourceId,
  storyId,
}: Pick<SearchHit, 'title' | 'snippet' | 'sourceId' | 'storyId'>): MuteTarget {
  return { texts: [title, snippet], sources: [sourceId], ...defined({ story: storyId }) }
}

/** A quotation as mutes match it: by its words and its speaker. */
export function mutableQuote({ text, speakerName }: Pick<QuoteHit, 'text' | 'speakerName'>): MuteTarget {
  return { texts: [text, speakerName] }
}
