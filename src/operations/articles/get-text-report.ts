import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import type { TextAccount } from '../../core/reading/text-account.ts'
import type { ProblemReport } from '../../store/articles/problem-reports.ts'
import type { StoredArticle } from '../../store/store.ts'
import { articleId, documentId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { TextReportView, ToldView } from './text-report-views.ts'

export const getTextReport = defineOperation({
  name: 'get_text_report',
  least: 'guest',
  summary: 'How the text of an article came about: what of its page was kept and left out, and why',
  input: z.object({ id: articleId, revision: documentId.optional() }),
  async run(context, { id, revision }): Promise<TextReportView | undefined> {
    const { store, sites, reader } = context
    const newest = await store.articles.find(id)
    const shown = revision && revision !== newest?.document.id ? await store.articles.findByDocument(revision) : newest
    if (!newest || !shown || shown.article.id !== newest.article.id) return undefined
    const { article, document, source } = shown
    const mayTell = mayActAs(reader.role, 'reader')
    const [account, rule, told] = await Promise.all([
      accountOf(context, shown),
      sites.rules.ruleFor(article.url),
      mayTell ? store.problemReports.listOf(reader.id, id) : [],
    ])
    const { authors, publishedAt, updatedAt, kind, completeness, removals, url } = article
    return {
      ...{ articleId: id, url, sourceName: source.name, document, authors, publishedAt, kind, completeness, removals },
      ...{ isCurrent: document.id === newest.document.id, mayTell },
      ...defined({ updatedAt, account, rule: rule.article, told: told[0] && toldView(told[0]) }),
    }
  },
})

/** As it was noted; for a text from before there were accounts, made of its page where that is kept and still gives that text. */
async function accountOf(
  { store, sites }: OperationContext,
  { article, document }: StoredArticle,
): Promise<TextAccount | undefined> {
  const noted = await store.textAccounts.find(document.id)
  if (noted) return noted
  const page = await store.problemReports.page(article.id)
  if (!page) return undefined
  const asked = await sites.readPage({ of: 'text', page })
  if (asked.kind !== 'done' || asked.reading.of !== 'text') return undefined
  const { text, account } = asked.reading.extraction
  return text === document.text ? account : undefined
}

/** What somebody told, without who it was. */
export function toldView({ id, wrong, words, state, at }: ProblemReport): ToldView {
  return { id, wrong, words, state, at }
}
