import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import type { TextAccount } from '../../core/reading/text-account.ts'
import type { ProblemReport } from '../../store/articles/problem-reports.ts'
import type { StoredArticle } from '../../store/store.ts'
import { articleId, documentId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { ProblemReportView, TextReportView } from './text-report-views.ts'

export const getTextReport = defineOperation({
  name: 'get_text_report',
  minRole: 'guest',
  summary: 'How an article’s text was extracted: which parts of the page were kept or left out, and why',
  input: z.strictObject({ id: articleId, revision: documentId.optional() }),
  async run(context, { id, revision }): Promise<TextReportView | undefined> {
    const { store, sites, reader } = context
    const newest = await store.articles.find(id)
    const shown = revision && revision !== newest?.document.id ? await store.articles.findByDocument(revision) : newest
    if (!newest || !shown || shown.article.id !== newest.article.id) return undefined
    const { article, document, source } = shown
    const mayTell = mayActAs(reader.role, 'reader')
    const [account, rule, reports] = await Promise.all([
      accountOf(context, shown),
      sites.rules.ruleFor(article.url),
      mayTell ? store.problemReports.listOf(reader.id, id) : [],
    ])
    const { authors, publishedAt, updatedAt, kind, completeness, removals, url } = article
    return {
      ...{ articleId: id, url, sourceName: source.name, document, authors, publishedAt, kind, completeness, removals },
      ...{ isCurrent: document.id === newest.document.id, mayTell },
      ...defined({ updatedAt, account, rule: rule.article, told: reports[0] && problemReportView(reports[0]) }),
    }
  },
})

/** The stored account of the text's extraction; for older texts, computed from the stored page if that still gives the same text. */
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

/** A problem report without its author. */
export function problemReportView({ id, wrong, words, state, at }: ProblemReport): ProblemReportView {
  return { id, wrong, words, state, at }
}
