import { z } from 'zod'
import { placeCorrections } from '../../analyze/corrections/place-corrections.ts'
import { type ArticleId, asId } from '../../core/ids.ts'
import type { StoredArticle } from '../../store/store.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { ArticleQuotesView } from './label-views.ts'
import { checkedQuotes, quoteToCheck } from './quotes-to-check.ts'

export const listQuotes = defineOperation({
  name: 'list_quotes',
  minRole: 'guest',
  summary: 'The quotations of an article, by its id or URL, with its manual corrections',
  input: z.strictObject({ article: z.string().min(1).max(4000) }),
  async run(context, { article }): Promise<ArticleQuotesView | undefined> {
    const stored = await findArticle(context, article.trim())
    if (!stored) return undefined
    const corrections = await context.store.corrections.listOf([stored.article.id])
    const placed = placeCorrections(stored.document, corrections)
    return {
      articleId: stored.article.id,
      documentId: stored.document.id,
      title: stored.document.title,
      sourceName: stored.source.name,
      language: stored.document.language,
      text: stored.document.text,
      quotes: checkedQuotes(stored, corrections).map(quoteToCheck),
      names: corrections.filter(({ id, verdict }) => verdict.kind === 'name' && placed.some((one) => one.id === id)),
      waiting: corrections.filter(({ id }) => !placed.some((one) => one.id === id)),
    }
  },
})

/** Finds an article by its id, its URL at the outlet, or the URL of its page here. */
async function findArticle({ store }: OperationContext, text: string): Promise<StoredArticle | undefined> {
  const url = URL.parse(text)
  if (!url) return store.articles.find(asId<ArticleId>(text))
  const page = /^\/articles\/([\w.~-]+)$/.exec(url.pathname)?.[1]
  url.hash = ''
  return (
    (await store.articles.findByUrl(text)) ??
    (await store.articles.findByUrl(url.href)) ??
    (page === undefined ? undefined : await store.articles.find(asId<ArticleId>(page)))
  )
}
