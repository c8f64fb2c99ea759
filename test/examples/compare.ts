import { cite } from '../../src/core/citation.ts'
import { asId, type DocumentId } from '../../src/core/ids.ts'
import type { CompareView } from '../../src/operations/stories/compare-articles.ts'
import { alignTexts } from '../../src/operations/stories/compare-articles.ts'
import type { Answers } from './answers.ts'
import { citedDocument, dossier, storyId } from './story.ts'
import { copy, type ExampleText, joinBlocks, own, texts, wire } from './texts.ts'

/** Two example texts side by side, block by block. */
function compared(a: ExampleText, b: ExampleText): CompareView {
  const documentOf = (example: ExampleText) => ({ id: asId<DocumentId>(example.id), text: joinBlocks(example).text })
  const textOf = (example: ExampleText) => ({ text: joinBlocks(example).text, sentences: joinBlocks(example).spans })
  return {
    story: { id: storyId, title: dossier.headline.title },
    a: citedDocument(a),
    b: citedDocument(b),
    rows: alignTexts(textOf(a), textOf(b)).map((row) => ({
      kind: row.kind === 'only-a' || row.kind === 'only-b' ? 'alone' : row.kind,
      ...('a' in row && { a: cite(documentOf(a), row.a) }),
      ...('b' in row && { b: cite(documentOf(b), row.b) }),
    })),
    articles: texts.map(citedDocument),
  }
}

export const comparison = compared(wire, own)
export const copiedComparison = compared(wire, copy)

export const compareOperations = {
  compare_articles: async ({ id, b }) => {
    if (id !== storyId) return undefined
    return b === 'article-copy' ? copiedComparison : comparison
  },
} satisfies Answers
