import { defined } from '../../core/defined.ts'
import type { EntryId } from '../../core/ids.ts'
import { type Rule, ruleLabel } from '../../core/rules/rule.ts'
import type { EntryRow, QuoteHit, SearchHit } from '../../store/store.ts'
import type { OutlinedStory } from '../../store/stories/stories.ts'
import { applyMutes, type MuteTarget } from '../../story/apply-mutes.ts'
import type { OperationContext } from '../operation.ts'
import type { HiddenView } from './library-views.ts'

/** `show` includes muted items this once. */
type MutedInput = 'show' | undefined

/** Removes muted items from a list. */
export type Sift = <Item>(items: readonly Item[], seen: (item: Item) => MuteTarget) => readonly Item[]

/**
 * Applies a reader's mutes to the lists of one page, and what their rules hide to those of entries. Call `sift` for each list; `hidden`
 * returns the total, or nothing if none was hidden.
 */
export async function mutedLists(
  { store, now, reader }: Pick<OperationContext, 'store' | 'now' | 'reader'>,
  muted?: MutedInput,
  of: 'entries' | 'stories' = 'entries',
) {
  const at = now().toISOString()
  const mutes = await store.mutes.list(reader.id, at)
  const byRule = of === 'stories' ? new Map<EntryId, string>() : await store.rules.hidden(reader.id, at)
  const labels = byRule.size === 0 ? [] : (await store.rules.list(reader.id)).map((rule) => [rule.id, rule] as const)
  const rules = new Map<string, Rule>(labels)
  const counts = new Map<string, HiddenCount>()
  const add = (id: string, { label, kind }: Omit<HiddenCount, 'count'>, count: number) =>
    counts.set(id, { label, kind, count: count + (counts.get(id)?.count ?? 0) })
  return {
    sift<Item>(items: readonly Item[], seen: (item: Item) => MuteTarget): readonly Item[] {
      const ruleOf = (item: Item) => byRule.get((seen(item).entry ?? '') as EntryId)
      const left = byRule.size === 0 ? items : items.filter((item) => ruleOf(item) === undefined)
      const { shown, counts: found } = applyMutes(left, mutes, seen)
      for (const { mute, count } of found) add(mute.id, mute, count)
      if (left.length < items.length)
        for (const item of items) {
          const id = ruleOf(item)
          const rule = id === undefined ? undefined : rules.get(id)
          if (id !== undefined) add(id, { label: rule ? ruleLabel(rule) : '', kind: 'rule' }, 1)
        }
      return muted === 'show' ? items : shown
    },
    hidden: (): { readonly hidden?: HiddenView } =>
      counts.size === 0 ? {} : { hidden: hiddenView([...counts.values()], muted) },
  }
}

type HiddenCount = HiddenView['counts'][number]

function hiddenView(counts: readonly HiddenCount[], muted: MutedInput): HiddenView {
  return {
    total: counts.reduce((sum, { count }) => sum + count, 0),
    counts: counts.toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)),
    isShown: muted === 'show',
  }
}

/** A story as mutes match it, from its outline: it is about whom at least half of its articles name. */
export function mutableOutline({ id, title, section, outline }: OutlinedStory): MuteTarget {
  const lead = outline.line?.citation.exact
  return {
    texts: lead === undefined ? [title] : [title, lead],
    sources: outline.sources.map((source) => source.id),
    topics: section === undefined ? [] : [section],
    story: id,
    entities: outline.mainEntityIds,
  }
}

/** Leaves out the stories that came only from feeds the reader parked. */
export async function withoutParked(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  stories: readonly OutlinedStory[],
): Promise<readonly OutlinedStory[]> {
  const ids = stories.map(({ id }) => id)
  const parked = await store.feeds.storiesOnlyOfParked(reader.id, ids)
  return parked.size === 0 ? stories : stories.filter(({ id }) => !parked.has(id))
}

/** A feed entry as mutes match it. It has not been analyzed yet, so a muted name is searched for in its text. */
export function mutableEntry({
  id,
  title,
  excerpt,
  sourceId,
  storyId,
}: Pick<EntryRow, 'id' | 'title' | 'excerpt' | 'sourceId' | 'storyId'>): MuteTarget {
  return { texts: [title, excerpt], sources: [sourceId], entry: id, ...defined({ story: storyId }) }
}

/** A search result as mutes match it: the excerpt serves as the lead. */
export function mutableHit({
  entryId,
  title,
  snippet,
  sourceId,
  storyId,
}: Pick<SearchHit, 'entryId' | 'title' | 'snippet' | 'sourceId' | 'storyId'>): MuteTarget {
  return { texts: [title, snippet], sources: [sourceId], entry: entryId, ...defined({ story: storyId }) }
}

/** A quotation as mutes match it: by its words and its speaker. */
export function mutableQuote({ text, speakerName }: Pick<QuoteHit, 'text' | 'speakerName'>): MuteTarget {
  return { texts: [text, speakerName] }
}
