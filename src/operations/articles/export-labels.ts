import { z } from 'zod'
import { correctGiven } from '../../analyze/corrections/correct-given.ts'
import { coreOf, placeCorrections } from '../../analyze/corrections/place-corrections.ts'
import type { Correction } from '../../core/correction.ts'
import { defined } from '../../core/defined.ts'
import type { StoredArticle } from '../../store/store.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { type LabelRecord, pairOf } from './label-record.ts'

const PAGE = 500

export const exportLabels = defineOperation({
  name: 'export_labels',
  minRole: 'moderator',
  summary: 'What people corrected, as JSON lines that an import takes back in',
  input: z.object({}),
  async run(context): Promise<{ readonly text: string; readonly labels: number; readonly withoutText: number }> {
    const corrections = await allCorrections(context)
    const lines: string[] = []
    let withoutText = 0
    for (const [documentId, given] of Map.groupBy(corrections, (correction) => correction.documentId)) {
      const stored = await context.store.articles.findByDocument(documentId)
      if (stored) lines.push(`${JSON.stringify(recordOf(stored, given))}\n`)
      else withoutText += given.length
    }
    return { text: lines.join(''), labels: corrections.length - withoutText, withoutText }
  },
})

async function allCorrections({ store }: OperationContext): Promise<readonly Correction[]> {
  const all: Correction[] = []
  let cursor: string | undefined
  do {
    const page = await store.corrections.list(PAGE, cursor)
    all.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined)
  return all.reverse()
}

/** A text with its corrections, on the revision they were made on. */
function recordOf({ document, annotations }: StoredArticle, corrections: readonly Correction[]): LabelRecord {
  const quotes = correctGiven(document, annotations, corrections).quotes?.items ?? []
  const placed = placeCorrections(document, corrections).filter(({ verdict }) => verdict.kind !== 'name')
  const attributions = placed.flatMap(({ core, verdict }) => {
    const quote = quotes.find(({ span }) => isSameCore(coreOf(document.text, span), core))
    if (!quote || verdict.kind === 'not-a-quote') return []
    return [
      {
        source: quote.source ? [pairOf(quote.source)] : [],
        cue: quote.cue ? [pairOf(quote.cue)] : [],
        content: [pairOf(quote.span)],
        kind: quote.kind,
        ...defined({ speaker: quote.speaker?.name }),
      },
    ]
  })
  return {
    id: document.articleId,
    document: document.id,
    title: document.title,
    text: document.text,
    date: document.publishedAt.slice(0, 10),
    language: document.language,
    attributions,
    checked: placed.map(({ span }) => pairOf(span)),
    corrections: corrections.map(({ id, selector, verdict, at, note }) => ({
      id,
      span: pairOf(selector.span),
      verdict,
      at,
      ...defined({ note }),
    })),
  }
}

function isSameCore(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start === b.start && a.end === b.end
}
