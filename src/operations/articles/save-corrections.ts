import { createHash } from 'node:crypto'
import { correctGiven } from '../../analyze/corrections/correct-given.ts'
import { placeCorrections } from '../../analyze/corrections/place-corrections.ts'
import type { Correction, Verdict } from '../../core/correction.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import { type ArticleId, asId, type CorrectionId } from '../../core/ids.ts'
import type { Span } from '../../core/span.ts'
import { selectText } from '../../core/text/text-quote.ts'
import type { QuotesToIndex } from '../../store/stories/corrections.ts'
import { laterThan } from '../later-than.ts'
import type { OperationContext } from '../operation.ts'

/** Saves corrections, updates the quotations in the search index, and has their stories rebuilt. */
export async function saveCorrections(context: OperationContext, corrections: readonly Correction[]): Promise<void> {
  const { store, now, wake } = context
  const found: QuotesToIndex[] = []
  for (const [articleId, given] of Map.groupBy(corrections, (correction) => correction.articleId)) {
    const kept = new Map((await store.corrections.listOf([articleId])).map((correction) => [correction.id, correction]))
    for (const correction of given)
      if (correction.at >= (kept.get(correction.id)?.at ?? '')) kept.set(correction.id, correction)
    found.push(...(await quotesToFind(context, articleId, [...kept.values()])))
  }
  await store.corrections.save(corrections, found, now().toISOString())
  wake()
}

/** The searchable quotations of an article under these corrections; empty when the article is not stored. */
export async function quotesToFind(
  { store }: OperationContext,
  articleId: ArticleId,
  corrections: readonly Correction[],
): Promise<readonly QuotesToIndex[]> {
  const stored = await store.articles.find(articleId)
  if (!stored) return []
  const { quotes } = correctGiven(stored.document, stored.annotations, corrections)
  return [{ document: stored.document, quotes: quotes?.items ?? [] }]
}

/** A correction of a span of a document. It reuses the id of an earlier one on the same span, and so replaces it. */
export function correctionOf(
  document: Document,
  span: Span,
  verdict: Verdict,
  options: { readonly at: string; readonly note?: string | undefined; readonly others: readonly Correction[] },
): Correction {
  const isOfName = (kind: Verdict['kind']) => kind === 'name'
  const same = placeCorrections(document, options.others).find(
    (other) =>
      other.span.start === span.start &&
      other.span.end === span.end &&
      isOfName(other.verdict.kind) === isOfName(verdict.kind),
  )
  const note = options.note?.trim()
  return {
    id: same?.id ?? newId(document, span, isOfName(verdict.kind)),
    articleId: document.articleId,
    documentId: document.id,
    selector: selectText(document.text, span),
    verdict,
    at: same ? laterThan(same.at, options.at) : options.at,
    ...defined({ note: note || undefined }),
  }
}

/** The same place in the same document gets the same id on every machine. */
function newId(document: Document, { start, end }: Span, isOfName: boolean): CorrectionId {
  const parts = [document.articleId, document.id, start, end, isOfName ? 'mentions' : 'quotes']
  return asId<CorrectionId>(createHash('sha256').update(parts.join('\u0000')).digest('base64url').slice(0, 20))
}
