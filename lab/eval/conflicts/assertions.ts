import { createHash } from 'node:crypto'
import { asId } from '../../../src/core/ids.ts'
import type { Difference } from '../../../src/core/story.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import { type ArticleRecord, membersOf, storiesOf } from '../citations/story-documents.ts'
import { shuffled } from '../judged.ts'

const STORIES = 500

/** Where one side of an assertion stands: offsets into the text as the set's reader joins it. */
export type Place = { readonly document: string; readonly start: number; readonly end: number }

/** A difference the product asserts, told without a word of the articles. */
export type Assertion = {
  readonly story: string
  readonly kind: Difference['kind']
  readonly a: Place
  readonly b: Place
  readonly signal?: Place
  /** Of the names of the two speakers: the same spans laid at another's door are another assertion. */
  readonly speakers: string
}

/** `mended`: the rules were mended by these stories' errors. `fresh`: judged once, after. */
export type Part = 'mended' | 'fresh'

/**
 * The stories judged: of those with two articles or more, in the order of the SHA-256 of their id, the first 500, by which the
 * rules were mended, and the next 500, which were judged afterwards.
 */
export function storiesToJudge(
  records: readonly ArticleRecord[],
): { readonly articles: readonly ArticleRecord[]; readonly part: Part }[] {
  const stories = storiesOf(records).filter((articles) => articles.length >= 2)
  return shuffled(stories, ([first]) => first?.story ?? '')
    .slice(0, 2 * STORIES)
    .map((articles, rank) => ({ articles: byDate(articles), part: rank < STORIES ? 'mended' : 'fresh' }))
}

/** The differences of a story's dossier, as the pipeline would make it. */
export function differencesOf(articles: readonly ArticleRecord[]): readonly Difference[] {
  const members = membersOf(articles)
  return buildDossier({ storyId: asId('story'), members }).differences
}

export function assertionOf(story: string, { kind, a, b, signal }: Difference): Assertion {
  return {
    story,
    kind,
    a: placeOf(a.citation),
    b: placeOf(b.citation),
    ...(signal ? { signal: placeOf(signal) } : {}),
    speakers: hashOf(`${a.speaker ?? ''}|${b.speaker ?? ''}`).slice(0, 8),
  }
}

/** Equal for assertions that say the same. */
export function keyOf({ story, kind, a, b, speakers }: Assertion): string {
  const places = [a, b].map(({ document, start, end }) => `${document}:${start}-${end}`)
  return [story, kind, ...places, speakers].join(' ')
}

function placeOf({ documentId, span }: Difference['a']['citation']): Place {
  return { document: documentId, start: span.start, end: span.end }
}

/** Articles come to a dossier in order of publication. */
function byDate(articles: readonly ArticleRecord[]): ArticleRecord[] {
  return [...articles].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
