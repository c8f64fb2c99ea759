import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { findTextQuote } from '../../core/text/text-quote.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { CorrectionsView } from './label-views.ts'

const PAGE = 30

export const listCorrections = defineOperation({
  name: 'list_corrections',
  minRole: 'moderator',
  summary: 'What people corrected, the latest first, and whether its words still stand in the article',
  input: z.object({ cursor: z.string().max(300).optional() }),
  run: (context, { cursor }) => correctionsPage(context, cursor),
})

/** A page of corrections with their articles, also part of the labels page. */
export async function correctionsPage({ store }: OperationContext, cursor?: string): Promise<CorrectionsView> {
  const [page, count] = await Promise.all([store.corrections.list(PAGE, cursor), store.corrections.count()])
  const ids = [...new Set(page.rows.map(({ articleId }) => articleId))]
  const articles = new Map(await Promise.all(ids.map(async (id) => [id, await store.articles.find(id)] as const)))
  return {
    count,
    corrections: page.rows.map((correction) => {
      const stored = articles.get(correction.articleId)
      const doesApply = stored !== undefined && findTextQuote(stored.document.text, correction.selector) !== undefined
      return {
        correction,
        doesApply,
        ...(stored
          ? { title: stored.document.title, sourceName: stored.source.name, language: stored.document.language }
          : {}),
      }
    }),
    ...defined({ next: page.next }),
  }
}
