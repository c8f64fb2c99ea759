import { asId } from '../../../src/core/ids.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import { type ArticleRecord, membersOf, storiesOf } from '../citations/story-documents.ts'
import { shuffled } from '../judged.ts'

const SKIPPED = 90
const STORIES = 30

/** A point of a brief, told by its place alone. */
export type Point = {
  readonly story: string
  readonly document: string
  readonly start: number
  readonly outlets: number
}

/**
 * The stories judged: of those with two articles or more, in the order of the SHA-256 of their id, ninety are skipped (their briefs
 * were read while the rules were mended) and the next thirty are taken.
 */
export function storiesToJudge(records: readonly ArticleRecord[]): ArticleRecord[][] {
  const stories = storiesOf(records).filter((articles) => articles.length >= 2)
  return shuffled(stories, ([first]) => `brief ${first?.story}`).slice(SKIPPED, SKIPPED + STORIES)
}

export function pointsOf(articles: readonly ArticleRecord[]): Point[] {
  const { brief } = buildDossier({
    storyId: asId('story'),
    members: membersOf(articles),
  })
  return brief.map(({ citations: [{ documentId, span }], outlets }) => ({
    story: articles[0]?.story ?? '',
    document: documentId,
    start: span.start,
    outlets: outlets.length,
  }))
}

export function keyOf({ story, document, start }: Omit<Point, 'outlets'>): string {
  return `${story} ${document}:${start}`
}
