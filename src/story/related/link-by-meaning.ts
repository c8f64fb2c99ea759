import type { StoryId } from '../../core/ids.ts'
import { cosineSimilarity, type TextVector } from '../../core/text-vector.ts'
import { areNear, type LanguageLink, linkOf } from './link-languages.ts'
import type { RelationSummary } from './relation-summary.ts'

/** A link whose stories a model holds for close in meaning, with how close. */
export type MeaningLink = LanguageLink & { readonly closeness: number }

/** By how many standard deviations the nearest story of a language has to be nearer than its like: models differ in what is near. */
const leastStandsOut = 2
/** How much nearer than the second nearest. */
const leastAhead = 0.05
/** Below it nothing is close, whatever stands out. */
const leastCloseness = 0.5
/** Of fewer stories of a language nothing can stand out. */
const leastStories = 4

/**
 * Links a story to one of another language that is close to it in meaning: as evidence beside the words, never alone. Both must
 * be near in time, share at least one name or number that reads the same in both languages, and each be by far the other's
 * nearest in its language. It links and never merges. Pure.
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
    .filter((other) => other.language === language && other.id !== story.id && areNear(story, other))
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
