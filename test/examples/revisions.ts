import { cite } from '../../src/core/citation.ts'
import { asId, type DocumentId } from '../../src/core/ids.ts'
import { countDiff } from '../../src/core/reading/revision-diff.ts'
import type { RevisionRow, RevisionsView } from '../../src/operations/articles/compare-revisions.ts'
import { compareRevisions } from '../../src/story/changes/compare-revisions.ts'
import type { Answers } from './answers.ts'
import { citedDocument } from './story.ts'
import { arabic, type ExampleText, joinBlocks, wire } from './texts.ts'

/** An example text as it was before: some of its paragraphs in other words, gone, or not there yet. */
function earlier(now: ExampleText, blocks: readonly string[], title: string): ExampleText {
  return { ...now, id: `${now.id}-earlier`, title, blocks }
}

function compared(before: ExampleText, after: ExampleText): RevisionsView {
  const textOf = (example: ExampleText) => {
    const { text, spans } = joinBlocks(example)
    const quotes = [...text.matchAll(/“([^”]+)”/g)].map((match) => ({
      start: match.index + 1,
      end: match.index + match[0].length - 1,
    }))
    return { title: example.title, text, sentences: spans, quotes }
  }
  const documentOf = (example: ExampleText) => ({ id: asId<DocumentId>(example.id), text: joinBlocks(example).text })
  const diff = compareRevisions(textOf(before), textOf(after))
  return {
    before: { ...citedDocument(before), articleId: citedDocument(after).articleId },
    after: citedDocument(after),
    revisions: [
      { documentId: asId<DocumentId>(before.id), title: before.title, at: before.at },
      { documentId: asId<DocumentId>(after.id), title: after.title, at: '2026-03-17T07:20:00Z' },
    ],
    currentId: asId<DocumentId>(after.id),
    cause: 'outlet',
    counts: countDiff(diff),
    ...(diff.headline && { headline: diff.headline }),
    rows: diff.rows.map(
      (row): RevisionRow => ({
        kind: row.kind,
        ...('before' in row && { before: cite(documentOf(before), row.before) }),
        ...('after' in row && { after: cite(documentOf(after), row.after) }),
        ...('words' in row && { words: row.words }),
        ...('weighty' in row && row.weighty.length > 0 && { weighty: row.weighty }),
      }),
    ),
  }
}

const before = wire.blocks.map((block) =>
  block.replace('Around 140', 'Around 120').replace('a real sense of unity', 'a great sense of unity'),
)
const [first = '', second = '', ...rest] = before

/** A headline, a figure, a quotation and two sentences that an outlet changed. */
export const revised = compared(
  earlier(
    wire,
    [first, 'It was a historic day for the strait.', second.replace('“accept”', '"accept"'), ...rest.slice(0, -1)],
    'Harbor talks end with historic plan',
  ),
  wire,
)

export const revisedArabic: RevisionsView = {
  ...compared(
    earlier(arabic, [arabic.blocks[0]!.replace('الاثنين', 'الأحد'), ...arabic.blocks.slice(1)], arabic.title),
    arabic,
  ),
  cause: 'reader',
}

export const revisionOperations = {
  compare_revisions: async ({ id }) => {
    if (id === revisedArabic.after.articleId) return revisedArabic
    return id === revised.after.articleId ? revised : undefined
  },
} satisfies Answers
