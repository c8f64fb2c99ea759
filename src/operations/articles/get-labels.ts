import { z } from 'zod'
import { articleId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import type { LabelsView } from './label-views.ts'
import { correctionsPage } from './list-corrections.ts'
import { listDoubtfulQuotes } from './list-doubtful-quotes.ts'
import { listQuotes } from './list-quotes.ts'

export const getLabels = defineOperation({
  name: 'get_labels',
  minRole: 'moderator',
  summary: 'Quotations to check, of one article or the least sure of the newest ones, and what was corrected',
  input: z.object({ articleId: articleId.optional(), cursor: z.string().max(300).optional() }),
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
