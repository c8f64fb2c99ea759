import type { Correction } from '../../src/core/correction.ts'
import { asId, type CorrectionId, type DocumentId } from '../../src/core/ids.ts'
import { selectText } from '../../src/core/text/text-quote.ts'
import type { LabelsView, QuoteToCheck } from '../../src/operations/articles/label-views.ts'
import { articleIdOf, ellind, reyd } from './story.ts'
import { arabic, type ExampleText, hostile, joinBlocks, spanOf, wire } from './texts.ts'

/** A quotation of an example in the block it is in. */
function quoteIn(example: ExampleText, words: string, more: Partial<QuoteToCheck> = {}): QuoteToCheck {
  const { text, spans } = joinBlocks(example)
  const span = spanOf(example, words)
  const block = spans.find(({ start, end }) => start <= span.start && end >= span.end)!
  return {
    articleId: articleIdOf(example),
    documentId: asId<DocumentId>(example.id),
    title: example.title,
    sourceName: example.outlet,
    language: example.language,
    publishedAt: example.at,
    span,
    context: { text: text.slice(block.start, block.end), start: span.start - block.start, end: span.end - block.start },
    isQuote: true,
    kind: 'direct',
    pattern: 'previous-subject',
    confidence: 0.53,
    names: [ellind, reyd],
    ...more,
  }
}

const said = 'I don’t think you need a toll on the bridge,'

export const correction: Correction = {
  id: asId<CorrectionId>('correction-1'),
  articleId: articleIdOf(wire),
  documentId: asId<DocumentId>(wire.id),
  selector: selectText(joinBlocks(wire).text, spanOf(wire, said)),
  verdict: { kind: 'speaker', speaker: ellind },
  at: '2026-03-17T09:10:00.000Z',
}

const other = (id: string, example: ExampleText, words: string, verdict: Correction['verdict']): Correction => ({
  ...correction,
  id: asId<CorrectionId>(id),
  articleId: articleIdOf(example),
  documentId: asId<DocumentId>(example.id),
  selector: selectText(joinBlocks(example).text, spanOf(example, words)),
  verdict,
})

const rowOf = (correction: Correction, { title, outlet, language }: ExampleText, doesApply = true) => ({
  correction,
  doesApply,
  title,
  sourceName: outlet,
  language,
})

const corrections = [
  rowOf(correction, wire),
  rowOf(other('correction-2', wire, 'accept', { kind: 'not-a-quote' }), wire),
  rowOf(other('correction-3', wire, 'Ellind', { kind: 'name', entity: ellind }), wire),
  rowOf(other('correction-4', wire, 'Mara Ellind', { kind: 'name' }), wire, false),
  rowOf(other('correction-5', arabic, 'هذه نتيجة جيدة للجميع', { kind: 'quote' }), arabic),
  { correction: { ...correction, id: asId<CorrectionId>('correction-6') }, doesApply: false },
]

/** The least sure quotations, some of them hostile or right to left. */
export const doubtful: LabelsView = {
  quotes: [
    quoteIn(wire, 'all of us would obviously prefer a fair toll while we work on the ferry', { speaker: ellind }),
    quoteIn(arabic, 'هذه نتيجة جيدة للجميع', { speaker: reyd, pattern: 'pronoun', confidence: 0.72 }),
    quoteIn(hostile, 'Quoted \u202E<!-- sdrawkcab -->', { pattern: 'none', confidence: 0, names: [] }),
  ],
  doubtfulCount: 41,
  corrections,
  count: 12,
  next: 'cursor-2',
}

/** All quotations of one article: found, corrected, and one that is none. */
export const ofArticle: LabelsView = {
  quotes: [
    quoteIn(wire, said, { speaker: ellind, pattern: 'label', confidence: 1, correction }),
    quoteIn(wire, 'accept', { isQuote: false, correction: corrections[1]!.correction }),
  ],
  doubtfulCount: 0,
  corrections: corrections.slice(0, 2),
  count: 12,
  article: { id: articleIdOf(wire), title: wire.title, sourceName: wire.outlet, language: 'en' },
}

export const nothing: LabelsView = { quotes: [], doubtfulCount: 0, corrections: [], count: 0 }
