import type { SourceId } from '../core/ids.ts'
import type { OutlinedStory } from '../store/story-store.ts'
import type { Facet, TodayView } from './today-views.ts'

/** What a list of stories can be narrowed by; each is optional and they combine. */
export type StoryChoices = {
  readonly language?: string | undefined
  readonly section?: string | undefined
  readonly source?: SourceId | undefined
}

type Test = (story: OutlinedStory) => boolean

/** Which stories match all choices, and what each other choice would leave: every facet is counted under the others. */
export function facetStories(
  stories: readonly OutlinedStory[],
  { language, section, source }: StoryChoices,
): { readonly matching: readonly OutlinedStory[]; readonly facets: Omit<TodayView['facets'], 'periods'> } {
  const isOfLanguage: Test = (story) => language === undefined || story.language === language
  const isOfSection: Test = (story) => section === undefined || story.section === section
  const isOfSource: Test = ({ outline }) => source === undefined || outline.sources.some(({ id }) => id === source)
  const bySection = stories.filter((story) => isOfLanguage(story) && isOfSource(story))
  const byLanguage = stories.filter((story) => isOfSection(story) && isOfSource(story))
  const bySource = stories.filter((story) => isOfSection(story) && isOfLanguage(story))
  return {
    matching: bySection.filter(isOfSection),
    facets: {
      sections: facetsOf(bySection, ({ section }) => (section === undefined ? [] : [[section, section]])),
      languages: facetsOf(byLanguage, ({ language }) => [[language, language]]),
      sources: facetsOf(bySource, ({ outline }) => outline.sources.map(({ id, name }) => [id, name] as const)),
      all: { sections: bySection.length, languages: byLanguage.length, sources: bySource.length },
    },
  }
}

/** The most frequent first, then by name. */
function facetsOf(
  stories: readonly OutlinedStory[],
  valuesOf: (story: OutlinedStory) => readonly (readonly [value: string, label: string])[],
): readonly Facet[] {
  const found = new Map<string, { label: string; count: number }>()
  for (const story of stories)
    for (const [value, label] of valuesOf(story)) {
      const known = found.get(value)
      if (known) known.count += 1
      else found.set(value, { label, count: 1 })
    }
  return [...found]
    .map(([value, { label, count }]) => ({ value, label, count }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}
