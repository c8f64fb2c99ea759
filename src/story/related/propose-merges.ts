import type { StoryId } from '../../core/ids.ts'
import type { RelationSummary } from './relation-summary.ts'
import { type StorySimilarity, storySimilarities } from './similarity.ts'

/** Two stories that may be one event, with what they have in common. A person decides. */
export type MergeProposal = {
  readonly a: StoryId
  readonly b: StoryId
  readonly reason: {
    /** Cosine of the words, 0 to 1; 1 if one has a copy of the other's text. */
    readonly score: number
    readonly sharedNames: readonly string[]
    readonly sharedWords: readonly string[]
  }
}

const minScore = 0.55
/** Stories that begin further apart are shown as before and after. */
const sameEventMs = 24 * 3_600_000
const maxShown = 8

/**
 * Pairs of stories that may be the same event: a member of one is a copy of a member of the other, or they are in one language, begin
 * within a day of each other and have very similar words. The most certain first. With `of`, returns only the pairs of that story, as `a`.
 * Thousands of stories take a few milliseconds. Pure.
 */
export function proposeMerges(
  stories: readonly RelationSummary[],
  of?: StoryId,
  likeness: StorySimilarity = storySimilarities(stories),
): MergeProposal[] {
  const proposals: MergeProposal[] = []
  for (const [a, story] of stories.entries()) {
    if (of !== undefined && story.id !== of) continue
    const row = likeness.row(a)
    for (const [b, other] of stories.entries()) {
      if (of === undefined ? b <= a : b === a) continue
      const isCopied = haveCopies(story, other)
      const score = row[b] as number
      if (!isCopied && !isSameEvent(story, other, score)) continue
      const names = sharedNames(story, other).slice(0, maxShown)
      const nameWords = new Set(names.flatMap((name) => name.toLowerCase().split(/\s+/)))
      const words = likeness.sharedWords(a, b).filter((word) => !nameWords.has(word.toLowerCase()))
      proposals.push({
        a: story.id,
        b: other.id,
        reason: {
          score: isCopied ? 1 : Math.round(score * 1000) / 1000,
          sharedNames: names,
          sharedWords: words.slice(0, maxShown),
        },
      })
    }
  }
  return proposals.sort((x, y) => y.reason.score - x.reason.score)
}

/** True when one story has a copy, whole or partial, of a text of the other. */
export function haveCopies(a: RelationSummary, b: RelationSummary): boolean {
  const holds = (copies: RelationSummary['copies'], documents: RelationSummary['documents']) =>
    copies.some((id) => documents.includes(id))
  return holds(a.copies, b.documents) || holds(b.copies, a.documents)
}

/** The names in both stories, ordered by mentions in the first. */
export function sharedNames(a: RelationSummary, b: RelationSummary): string[] {
  const theirs = new Set(b.entities.map(({ id }) => id))
  return a.entities.filter(({ id }) => theirs.has(id)).map(({ name }) => name)
}

/** True when two stories of one language begin within a day of each other and have very similar words (cosine). */
export function isSameEvent(a: RelationSummary, b: RelationSummary, likeness: number): boolean {
  // Times last: parsing them costs most, and few stories come that far.
  return (
    likeness >= minScore &&
    a.language === b.language &&
    Math.abs(Date.parse(a.firstAt) - Date.parse(b.firstAt)) <= sameEventMs
  )
}
