import type { OutlinedStory } from '../../store/stories/stories.ts'
import type { MuteTarget } from '../../story/apply-mutes.ts'

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
