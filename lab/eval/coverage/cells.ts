import type { CoverageMatrix } from '../../../src/core/coverage.ts'
import { asId } from '../../../src/core/ids.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import { type ArticleRecord, membersOf, storiesOf } from '../citations/story-documents.ts'
import { shuffled } from '../judged.ts'

const SKIPPED = 100
const MENDED = 80
const FRESH = 40

/** One cell that says an outlet leaves a point out, told without a word of the articles. */
export type LeftOut = {
  readonly story: string
  /** The document and the place of the point in it. */
  readonly point: string
  readonly outlet: string
}

/** `mended`: the rules were mended by these stories' errors. `fresh`: judged once, after. */
export type Part = 'mended' | 'fresh'

/**
 * The stories judged: of those of three outlets, in the order of the SHA-256 of their id, a hundred are skipped (the rules were
 * drawn up over them), eighty are those by which the rules were mended, and the next forty were judged afterwards.
 */
export function storiesToJudge(
  records: readonly ArticleRecord[],
): { readonly articles: readonly ArticleRecord[]; readonly part: Part }[] {
  const stories = storiesOf(records).filter((articles) => new Set(articles.map(({ publisher }) => publisher)).size >= 3)
  return shuffled(stories, ([first]) => `coverage ${first?.story}`)
    .slice(SKIPPED, SKIPPED + MENDED + FRESH)
    .map((articles, rank) => ({ articles, part: rank < MENDED ? 'mended' : 'fresh' }))
}

/** The matrix of a story whose articles come three hours apart: the set has days only, and whether a text lacks a point is what is judged. */
export function matrixOf(articles: readonly ArticleRecord[]): CoverageMatrix | undefined {
  const timed = articles.map((article, index) => ({
    ...article,
    date: new Date(Date.parse('2020-01-01T06:00:00Z') + index * 3 * 3_600_000).toISOString(),
  }))
  const members = membersOf(timed)
  return buildDossier({ storyId: asId('story'), members }).coverage
}

export function leftOutIn(story: string, matrix: CoverageMatrix | undefined): LeftOut[] {
  return (matrix?.points ?? []).flatMap(({ citations: [{ documentId, span }], cells }) =>
    cells.flatMap((cell, index) =>
      cell.kind === 'left-out'
        ? [{ story, point: `${documentId}:${span.start}-${span.end}`, outlet: matrix?.outlets[index] ?? '' }]
        : [],
    ),
  )
}

/** Equal for cells that say the same. */
export function keyOf({ story, point, outlet }: LeftOut): string {
  return `${story} ${point} ${outlet}`
}
