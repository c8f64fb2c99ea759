import { asId } from '../../src/core/ids.ts'
import { buildDossier } from '../../src/story/build-dossier.ts'
import { type RelationSummary, summarizeForRelation } from '../../src/story/related.ts'
import { type ArticleRecord, membersOf, storiesOf } from '../citations/story-documents.ts'

export type DatedRecord = ArticleRecord & { readonly topic?: string }

/** Half of a story's articles, told as a story of its own. */
export type StoryPart = {
  readonly story: string
  readonly topic: string
  readonly half: 'earlier' | 'later'
  readonly summary: RelationSummary
}

/** Each story cut in two by date: with three articles, the first two are the earlier half. */
export function storyParts(records: readonly DatedRecord[]): StoryPart[] {
  return storiesOf(records).flatMap((story: readonly DatedRecord[]) => {
    if (story.length < 2) return []
    const sorted = [...story].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
    const middle = Math.ceil(sorted.length / 2)
    return [partOf(sorted.slice(0, middle), 'earlier'), partOf(sorted.slice(middle), 'later')]
  })
}

function partOf(articles: readonly DatedRecord[], half: StoryPart['half']): StoryPart {
  const [first] = articles
  const story = first?.story ?? ''
  const members = membersOf(articles)
  const times = members.map(({ document }) => document.publishedAt).sort()
  const dossier = buildDossier({ storyId: asId(`${story}-${half}`), members, now: '2026-01-01T00:00:00Z' })
  return {
    story,
    topic: first?.topic ?? '',
    half,
    summary: summarizeForRelation(dossier, { firstAt: times[0] ?? '', lastAt: times.at(-1) ?? '' }),
  }
}
