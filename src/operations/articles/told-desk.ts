import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { type ArticleRule, maxSelectorLength } from '../../core/feed/page-rule.ts'
import type { ArticleId } from '../../core/ids.ts'
import { selectorProblem } from '../../extract/markup/select.ts'
import type { KeptPage, ToldPage } from '../../store/articles/told-pages.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { toldView } from './get-text-report.ts'
import { previewOf, previewsOf } from './preview-rule.ts'
import type { ToldArticle, ToldDesk, ToldPageView } from './text-report-views.ts'

const mostListed = 200
const id = z.string().min(1).max(100)
const selector = z.string().trim().max(maxSelectorLength)

export const listTold = defineOperation({
  name: 'list_told',
  least: 'owner',
  summary: 'The texts that readers say are wrong and that nobody looked at yet, and the rules made of such',
  input: z.object({}),
  async run({ store }): Promise<ToldDesk> {
    const open = await store.toldPages.list('open', mostListed)
    const groups = Map.groupBy(open, ({ articleId }) => articleId)
    const articles = await Promise.all([...groups].map(([articleId, told]) => articleOf(store, articleId, told)))
    const rules = await store.houseRules.list()
    return {
      open: articles.filter((article) => article !== undefined),
      rules: rules.map(({ articleId: _, ...rule }) => rule),
    }
  },
})

export const getTold = defineOperation({
  name: 'get_told',
  least: 'owner',
  summary: 'A page that was told of, block by block, and what a rule would make of it and of others of its site',
  input: z.object({
    id,
    inText: z.array(z.number().int().min(0).max(100_000)).max(5_000).optional(),
    keep: selector.optional(),
    remove: selector.optional(),
  }),
  async run(context, { id: wanted, inText, keep, remove }): Promise<ToldPageView | undefined> {
    const { store } = context
    const told = await store.toldPages.find(wanted)
    const all = told && (await store.toldPages.list(told.state, mostListed))
    const own = all?.filter(({ articleId }) => articleId === told?.articleId) ?? []
    const article = told && (await articleOf(store, told.articleId, own))
    if (!told || !article) return undefined
    const kept = await store.toldPages.page(told.articleId)
    const written = defined({ keep: keep || undefined, remove: remove || undefined })
    const page = kept && (await pageView(context, kept, inText, keep || remove ? written : undefined))
    return { ...article, state: told.state, ...defined({ page }) }
  },
})

export const closeTold = defineOperation({
  name: 'close_told',
  least: 'owner',
  summary: 'Puts aside what was told of an article, without a rule',
  input: z.object({ id }),
  async run({ store, now }, { id: wanted }): Promise<true | undefined> {
    const told = await store.toldPages.find(wanted)
    if (!told) return undefined
    await store.toldPages.settle(told.articleId, 'closed', now().toISOString())
    return true
  },
})

async function articleOf(
  store: OperationContext['store'],
  articleId: ArticleId,
  told: readonly ToldPage[],
): Promise<ToldArticle | undefined> {
  const known = await store.articles.find(articleId)
  if (!known) return undefined
  const { article, document, source } = known
  return {
    ...{ articleId, title: document.title, language: document.language, sourceName: source.name, url: article.url },
    told: told.map(toldView),
  }
}

async function pageView(
  context: OperationContext,
  page: KeptPage,
  inText: readonly number[] | undefined,
  written: ArticleRule | undefined,
): Promise<ToldPageView['page']> {
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

/** Why selectors cannot be used, in English. */
export function problemOf({ keep, remove }: ArticleRule): string | undefined {
  for (const [name, written] of Object.entries({ keep, remove })) {
    const why = written === undefined || written === '' ? undefined : selectorProblem(written)
    if (why !== undefined) return `“${name}: ${written}”: ${why}`
  }
  return undefined
}
