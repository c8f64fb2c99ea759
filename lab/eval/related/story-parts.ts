import { createHash } from 'node:crypto'
import { asId } from '../../../src/core/ids.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import { type RelationSummary, summarizeForRelation } from '../../../src/story/related/relation-summary.ts'
import { type ArticleRecord, membersOf, storiesOf } from '../citations/story-documents.ts'

/** The time that a text without one is given. */
export const undatedAt = '2020-01-01T12:00:00Z'

/** Half of a story's articles, told as a story of its own. */
export type StoryPart = {
  readonly story: string
  readonly half: 'earlier' | 'later'
  /** What is learned or tuned is so on the stories that are not held out; figures come from those that are. */
  readonly isHeldOut: boolean
  readonly summary: RelationSummary
}

/** Each story cut in two by date: with three articles, the first two are the earlier half. */
export function storyParts(records: readonly ArticleRecord[]): StoryPart[] {
  return storiesOf(records).flatMap((story) => {
    if (story.length < 2) return []
    const sorted = [...story].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
    const middle = Math.ceil(sorted.length / 2)
    return [partOf(sorted.slice(0, middle), 'earlier'), partOf(sorted.slice(middle), 'later')]
  })
}

/** By hash of its name, half of the stories. */
export function isHeldOut(name: string): boolean {
  return Number.parseInt(createHash('sha1').update(name).digest('hex').slice(0, 4), 16) % 2 === 1
}

function partOf(articles: readonly ArticleRecord[], half: StoryPart['half']): StoryPart {
  const story = articles[0]?.story ?? ''
  const members = membersOf(articles)
  const times = members.map(({ document }) => document.publishedAt).sort()
  const dossier = buildDossier({ storyId: asId(`${story}-${half}`), members })
  return {
    story,
    half,
    isHeldOut: isHeldOut(story),
    summary: summarizeForRelation(dossier, { firstAt: times[0] ?? '', lastAt: times.at(-1) ?? '' }),
  }
}
