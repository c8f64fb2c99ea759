import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { type ArticleRule, maxSelectorLength } from '../../core/feed/page-rule.ts'
import type { ArticleId } from '../../core/ids.ts'
import { selectorProblem } from '../../extract/markup/select.ts'
import { countWords } from '../../extract/words.ts'
import type { ProblemReport, ReportedPage } from '../../store/articles/problem-reports.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { problemReportView } from './get-text-report.ts'
import type { ProblemReportsView, ReportedArticle, ReportedPageView, RulePreview } from './text-report-views.ts'

const mostListed = 200
const id = z.string().min(1).max(100)
const selector = z.string().trim().max(maxSelectorLength)

export const listTextReports = defineOperation({
  name: 'list_text_reports',
  minRole: 'owner',
  summary: 'Open reports of problems with texts, and the extraction rules made from reports',
  input: z.strictObject({}),
  async run({ store }): Promise<ProblemReportsView> {
    const open = await store.problemReports.list('open', mostListed)
    const groups = Map.groupBy(open, ({ articleId }) => articleId)
    const articles = await Promise.all([...groups].map(([articleId, reports]) => articleOf(store, articleId, reports)))
    const rules = await store.siteRules.list()
    return {
      open: articles.filter((article) => article !== undefined),
      rules: rules.map(({ articleId: _, ...rule }) => rule),
    }
  },
})

export const previewTextReport = defineOperation({
  name: 'preview_text_report',
  minRole: 'owner',
  summary: 'A reported page, block by block, and what a rule would make of it and of other pages of its site',
  input: z.strictObject({
    id,
    inText: z.array(z.number().int().min(0).max(100_000)).max(5_000).optional(),
    keep: selector.optional(),
    remove: selector.optional(),
  }),
  async run(context, { id: wanted, inText, keep, remove }): Promise<ReportedPageView | undefined> {
    const { store } = context
    const report = await store.problemReports.find(wanted)
    const all = report && (await store.problemReports.list(report.state, mostListed))
    const own = all?.filter(({ articleId }) => articleId === report?.articleId) ?? []
    const article = report && (await articleOf(store, report.articleId, own))
    if (!report || !article) return undefined
    const kept = await store.problemReports.page(report.articleId)
    const written = defined({ keep: keep || undefined, remove: remove || undefined })
    const page = kept && (await pageView(context, kept, inText, keep || remove ? written : undefined))
    return { ...article, state: report.state, ...defined({ page }) }
  },
})

export const closeTextReport = defineOperation({
  name: 'close_text_report',
  minRole: 'owner',
  summary: 'Closes the reports about an article without a rule',
  input: z.strictObject({ id }),
  async run({ store, now }, { id: wanted }): Promise<true | undefined> {
    const report = await store.problemReports.find(wanted)
    if (!report) return undefined
    await store.problemReports.settle(report.articleId, 'closed', now().toISOString())
    return true
  },
})

async function articleOf(
  store: OperationContext['store'],
  articleId: ArticleId,
  reports: readonly ProblemReport[],
): Promise<ReportedArticle | undefined> {
  const known = await store.articles.find(articleId)
  if (!known) return undefined
  const { article, document, source } = known
  return {
    ...{ articleId, title: document.title, language: document.language, sourceName: source.name, url: article.url },
    told: reports.map(problemReportView),
  }
}

async function pageView(
  context: OperationContext,
  page: ReportedPage,
  inText: readonly number[] | undefined,
  written: ArticleRule | undefined,
): Promise<ReportedPageView['page']> {
  const asked = await context.sites.readPage({
    ...{ of: 'article-rule', page },
    ...defined({ ticks: inText && { inText } }),
  })
  if (asked.kind !== 'done' || asked.reading.of !== 'article-rule') return undefined
  const { blocks, rule: proposed, unmet } = asked.reading.proposal
  const problem = written && problemOf(written)
  const rule = written ?? proposed
  const ticked = inText && new Set(inText)
  const previews = rule && !problem ? await previewsOf(context, page, rule) : []
  const asItIs = await previewOf(context, page, undefined)
  return {
    ...{ url: page.url, at: page.at, unmet: written ? [] : unmet },
    blocks: blocks.map((block) => ({ ...block, isTicked: ticked ? ticked.has(block.at) : block.isKept })),
    ...defined({ rule, problem: problem || undefined }),
    previews: rule && !problem ? previews : asItIs ? [asItIs] : [],
  }
}

/** Why selectors can't be used, in English. */
export function problemOf({ keep, remove }: ArticleRule): string | undefined {
  for (const [name, written] of Object.entries({ keep, remove })) {
    const why = written === undefined || written === '' ? undefined : selectorProblem(written)
    if (why !== undefined) return `“${name}: ${written}”: ${why}`
  }
  return undefined
}

const mostOthers = 5
const mostLines = 12
const longestLine = 200

/** What a rule extracts from a page and from up to five other stored pages of its site, one after the other. */
async function previewsOf(
  context: OperationContext,
  page: ReportedPage,
  rule: ArticleRule,
): Promise<readonly RulePreview[]> {
  const others = await context.store.problemReports.pagesOf(page.host, page.articleId, mostOthers)
  const previews: RulePreview[] = []
  for (const one of [page, ...others]) {
    const preview = await previewOf(context, one, rule)
    if (preview) previews.push(preview)
  }
  return previews
}

/** The same for one page; undefined if reading it takes too long. */
export async function previewOf(
  context: OperationContext,
  page: ReportedPage,
  rule: ArticleRule | undefined,
): Promise<RulePreview | undefined> {
  const before = await textBy(context, page, undefined)
  const after = rule ? await textBy(context, page, rule) : before
  if (!before || !after) return undefined
  return {
    ...{ url: page.url, title: before.title, before: countWords(before.text), after: countWords(after.text) },
    gone: linesOnlyIn(before.text, after.text),
    come: linesOnlyIn(after.text, before.text),
  }
}

async function textBy({ sites }: OperationContext, page: ReportedPage, rule: ArticleRule | undefined) {
  const asked = await sites.readPage({ ...{ of: 'text', page }, ...defined({ rule }) })
  return asked.kind === 'done' && asked.reading.of === 'text' ? asked.reading.extraction : undefined
}

function linesOnlyIn(one: string, other: string): readonly string[] {
  const known = new Set(other.split('\n'))
  const own = one.split('\n').filter((line) => line !== '' && !known.has(line))
  return own.slice(0, mostLines).map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line))
}
