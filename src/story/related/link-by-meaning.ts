import type { StoryId } from '../../core/ids.ts'
import { cosineSimilarity, type TextVector } from '../../core/text-vector.ts'
import { areCloseInTime, type LanguageLink, linkOf } from './link-languages.ts'
import type { RelationSummary } from './relation-summary.ts'

/** A link between stories that a model finds close in meaning, with the closeness. */
export type MeaningLink = LanguageLink & { readonly closeness: number }

/** How many standard deviations nearer the nearest story of a language must be than the others, because models differ in scale. */
const leastStandsOut = 2
/** How much nearer it must be than the second. */
const leastAhead = 0.05
/** Below this nothing counts as close. */
const leastCloseness = 0.5
/** With fewer stories of a language, none can be an outlier. */
const leastStories = 4

/**
 * Links a story to one in another language that is close in meaning. Meaning alone is not enough: both must be near in time, share at least
 * one name or number that reads the same in both languages, and be by far each other's nearest in the other language. Links, never merges.
 * Pure.
 */
export function linkByMeaning(
  stories: readonly RelationSummary[],
  meanings: ReadonlyMap<StoryId, TextVector>,
  of: StoryId,
): readonly MeaningLink[] {
  const story = stories.find(({ id }) => id === of)
  if (!story) return []
  const languages = new Set(stories.map(({ language }) => language))
  languages.delete(story.language)
  return [...languages].flatMap((language) => {
    const found = nearestOf(story, language, stories, meanings)
    if (!found || nearestOf(found.other, story.language, stories, meanings)?.other.id !== of) return []
    const link = linkOf(story, found.other, found.closeness)
    const isShared = link.names.length > 0 || link.numbers.length > 0
    return isShared ? [{ ...link, closeness: Math.round(found.closeness * 1000) / 1000 }] : []
  })
}

function nearestOf(
  story: RelationSummary,
  language: string,
  stories: readonly RelationSummary[],
  meanings: ReadonlyMap<StoryId, TextVector>,
): { readonly other: RelationSummary; readonly closeness: number } | undefined {
  const own = meanings.get(story.id)
  if (!own) return undefined
  const all = stories
    .filter((other) => other.language === language && other.id !== story.id && areCloseInTime(story, other))
    .flatMap((other) => {
      const theirs = meanings.get(other.id)
      return theirs ? [{ other, closeness: cosineSimilarity(own, theirs) }] : []
    })
    .sort((a, b) => b.closeness - a.closeness)
  const [first, second, ...rest] = all
  if (!first || !second || all.length < leastStories || first.closeness < leastCloseness) return undefined
  const others = [second, ...rest].map(({ closeness }) => closeness)
  const mean = others.reduce((sum, value) => sum + value, 0) / others.length
  const deviation = Math.sqrt(others.reduce((sum, value) => sum + (value - mean) ** 2, 0) / others.length)
  const isFirst = first.closeness - second.closeness >= leastAhead
  return isFirst && first.closeness - mean >= leastStandsOut * deviation ? first : undefined
}
