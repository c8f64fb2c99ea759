import type { WordChoice, WordUse } from '../../../src/core/coverage.ts'
import { countReports } from '../../../src/story/count-reports.ts'
import { wordChoices } from '../../../src/story/differences/word-choices.ts'
import { readMembers } from '../../../src/story/story-text.ts'
import { type ArticleRecord, membersOf } from '../citations/story-documents.ts'

/** Two words the product sets side by side, told by their places alone. */
export type Place = { readonly document: string; readonly start: number }
export type Assertion = { readonly story: string; readonly a: Place; readonly b: Place }

/** What the product says of the words of a story. */
export function assertionsIn(articles: readonly ArticleRecord[]): Assertion[] {
  const texts = readMembers(membersOf(articles))
  const { members } = countReports(texts)
  const story = articles[0]?.story ?? ''
  return wordChoices(texts, members, 'en').flatMap((choice) => assertionOf(story, choice))
}

function assertionOf(story: string, { words: [a, b] }: WordChoice): Assertion[] {
  return a && b ? [{ story, a: placeOf(a.uses[0]), b: placeOf(b.uses[0]) }] : []
}

/** Where the word stands; in a headline counted from -1 downwards. */
function placeOf({ documentId, citation, span }: WordUse): Place {
  return { document: documentId, start: citation ? citation.span.start + span.start : -1 - span.start }
}

/** Equal for assertions of the same two words, in whichever order. */
export function keyOf({ story, a, b }: Assertion): string {
  return [story, ...[a, b].map(({ document, start }) => `${document}:${start}`).sort()].join(' ')
}
