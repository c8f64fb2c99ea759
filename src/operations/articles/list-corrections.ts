import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { findTextQuote } from '../../core/text/text-quote.ts'
import { articleId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { CorrectionsView, LabelsView } from './label-views.ts'
import { listDoubtfulQuotes } from './list-doubtful-quotes.ts'
import { listQuotes } from './list-quotes.ts'

const PAGE = 30

export const listCorrections = defineOperation({
  name: 'list_corrections',
  minRole: 'moderator',
  summary: 'Manual corrections, newest first, and whether their words are still in the article',
  input: z.strictObject({ cursor: z.string().max(300).optional() }),
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

export const getLabels = defineOperation({
  name: 'get_labels',
  minRole: 'moderator',
  summary: 'Quotations to check, of one article or the least certain of the newest ones, and what was corrected',
  input: z.strictObject({ articleId: articleId.optional(), cursor: z.string().max(300).optional() }),
  async run(context, { articleId, cursor }): Promise<LabelsView | undefined> {
    const page = await correctionsPage(context, cursor)
    if (articleId === undefined) {
      const { quotes, count } = await listDoubtfulQuotes.run(context, { limit: 20 })
      return { ...page, quotes, doubtfulCount: count }
    }
    const view = await listQuotes.run(context, { article: articleId })
    if (!view) return undefined
    const { quotes, title, sourceName, language } = view
    return { ...page, quotes, doubtfulCount: 0, article: { id: view.articleId, title, sourceName, language } }
  },
})
