import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { maxSelectorLength } from '../../core/feed/page-rule.ts'
import { newId } from '../../credentials/token.ts'
import { defineOperation } from '../operation.ts'
import { previewOf, problemOf } from './problem-reports.ts'
import type { RuleSaved } from './text-report-views.ts'

const id = z.string().min(1).max(100)
const selector = z.string().trim().max(maxSelectorLength)

export const saveArticleRule = defineOperation({
  name: 'save_article_rule',
  minRole: 'owner',
  summary: 'Creates an extraction rule for a site from a reported page, and reads its article again as a new revision',
  input: z.strictObject({
    /** Of the problem report. */
    id,
    keep: selector.default(''),
    remove: selector.default(''),
    path: z
      .string()
      .trim()
      .max(200)
      .regex(/^(?:\/[^\s?#]*)?$/)
      .default(''),
  }),
  async run(context, { id: wanted, keep, remove, path }): Promise<RuleSaved | undefined> {
    const { store, now, readStoredPage } = context
    const report = await store.problemReports.find(wanted)
    const page = report && (await store.problemReports.page(report.articleId))
    if (!report || !page) return undefined
    const rule = defined({ keep: keep || undefined, remove: remove || undefined })
    const problem = keep || remove ? problemOf(rule) : 'Say what to keep or what to remove.'
    if (problem) return { kind: 'refused', message: problem }
    if (!new URL(page.url).pathname.startsWith(path))
      return { kind: 'refused', message: `The URL of this page doesn’t begin with “${path}”.` }
    const preview = await previewOf(context, page, rule)
    if (!preview || preview.after === 0)
      return { kind: 'refused', message: 'The rule leaves nothing of this page, or takes too long.' }
    const at = now().toISOString()
    const ruleId = newId()
    await store.siteRules.add({ id: ruleId, host: page.host, path, keep, remove, articleId: report.articleId, at })
    await store.problemReports.settle(report.articleId, 'ruled', at)
    const { kind } = await readStoredPage(report.articleId, page, rule)
    return { kind: 'saved', id: ruleId, outcome: kind }
  },
})

export const withdrawArticleRule = defineOperation({
  name: 'withdraw_article_rule',
  minRole: 'owner',
  summary: 'Removes an extraction rule for a site: pages are read without it, and so is the article it was made for',
  input: z.strictObject({ id }),
  async run({ store, now, readStoredPage }, { id: wanted }): Promise<true | undefined> {
    const rule = await store.siteRules.find(wanted)
    const done = rule && (await store.siteRules.withdraw(wanted, now().toISOString()))
    if (!done) return undefined
    const page = await store.problemReports.page(rule.articleId)
    if (page) await readStoredPage(rule.articleId, page, undefined)
    return true
  },
})
