import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { saveArticleRule, withdrawArticleRule } from '../../operations/articles/article-rules.ts'
import { getTextReport } from '../../operations/articles/get-text-report.ts'
import { closeTextReport, listTextReports, previewTextReport } from '../../operations/articles/problem-reports.ts'
import { reportText, withdrawTextReport } from '../../operations/articles/report-problem.ts'
import { wordsAsInput } from '../../operations/run.ts'
import { readForm, text, texts } from '../form.ts'
import { problemPage } from '../layout/pages/problem.ts'
import { noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { problemReportPage } from './pages/problem-report.ts'
import { problemReportsPage, problemReportsPath, type ReportsResult } from './pages/problem-reports.ts'
import { type TextReportResult, textReportPage } from './pages/text-report.ts'
import { textReportPath } from './parts/problem-report-form.ts'

const textReportResults: readonly TextReportResult[] = ['told', 'told-no-page', 'too-many', 'withdrawn']
const reportsResults: readonly ReportsResult[] = ['closed', 'withdrawn', 'same', 'revised', 'not-there', 'failed']

/** How the text of an article was extracted, reporting a problem with it, and the owner's list of reports. */
export function textReportRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/articles/:id/text', async (context) => {
    const { revision, said: result } = context.req.query()
    const id = context.req.param('id')
    const view = await run(context, getTextReport, { id, ...defined({ revision: revision || undefined }) })
    if (!view) return problem(context, 'not-found', 404)
    const reader = { ...readerOf(context, options), path: textReportPath(id, revision) }
    context.header('Vary', 'Accept-Language, Cookie')
    return context.html(
      textReportPage(
        view,
        reader,
        textReportResults.find((one) => one === result),
      ),
      200,
      noStore,
    )
  })

  web.post('/articles/:id/text', async (context) => {
    const form = await readForm(context)
    const wrong = form && text(form, 'wrong')
    const id = context.req.param('id')
    const told =
      wrong &&
      (await run(context, reportText, wordsAsInput(reportText, { id, wrong, words: text(form, 'words') ?? '' })))
    if (!told) return problem(context, 'bad-request', 400)
    const result: TextReportResult = told.kind === 'too-many' ? 'too-many' : told.isPageKept ? 'told' : 'told-no-page'
    return context.redirect(`${textReportPath(id)}?said=${result}#tell`, 303)
  })

  web.post('/told/withdraw', async (context) => {
    const form = await readForm(context)
    const [id, article] = form ? [text(form, 'id'), text(form, 'article')] : []
    if (!id || !article || !(await run(context, withdrawTextReport, { id })))
      return problem(context, 'bad-request', 400)
    return context.redirect(`${textReportPath(article)}?said=withdrawn#tell`, 303)
  })

  web.get(problemReportsPath, async (context) => {
    const view = await run(context, listTextReports, {})
    const result = reportsResults.find((one) => one === context.req.query('said'))
    return context.html(
      problemReportsPage(view, { ...readerOf(context, options), path: problemReportsPath }, result),
      200,
      noStore,
    )
  })

  web.post(`${problemReportsPath}/rules/withdraw`, async (context) => {
    const form = await readForm(context)
    const id = form && text(form, 'id')
    const done = id && (await run(context, withdrawArticleRule, { id }))
    return done ? context.redirect(`${problemReportsPath}?said=withdrawn`, 303) : problem(context, 'bad-request', 400)
  })

  web.get(`${problemReportsPath}/:id`, (context) => showPage(context, { id: context.req.param('id') }))

  web.post(`${problemReportsPath}/:id`, async (context) => {
    const form = await readForm(context)
    if (!form) return problem(context, 'bad-request', 400)
    const id = context.req.param('id')
    if (text(form, 'ticked') !== undefined) return showPage(context, { id, inText: texts(form, 'in').map(Number) })
    return showPage(context, { id, ...ruleIn(form) }, { path: text(form, 'path') ?? '' })
  })

  web.post(`${problemReportsPath}/:id/rule`, async (context) => {
    const form = await readForm(context)
    if (!form) return problem(context, 'bad-request', 400)
    const asked = { id: context.req.param('id'), ...ruleIn(form) }
    const path = text(form, 'path') ?? ''
    const saved = await run(context, saveArticleRule, { ...asked, path })
    if (!saved) return problem(context, 'bad-request', 400)
    if (saved.kind === 'saved') return context.redirect(`${problemReportsPath}?said=${saved.outcome}`, 303)
    return showPage(context, asked, { path, refused: saved.message }, 422)
  })

  web.post(`${problemReportsPath}/:id/close`, async (context) => {
    const done = await run(context, closeTextReport, { id: context.req.param('id') })
    return done ? context.redirect(`${problemReportsPath}?said=closed`, 303) : problem(context, 'bad-request', 400)
  })

  async function showPage(
    context: Context,
    input: {
      readonly id: string
      readonly inText?: readonly number[]
      readonly keep?: string
      readonly remove?: string
    },
    asked: { readonly path?: string; readonly refused?: string } = {},
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const view = await run(context, previewTextReport, input)
    if (!view) return problem(context, 'not-found', 404)
    const reader = { ...readerOf(context, options), path: `${problemReportsPath}/${input.id}` }
    return context.html(problemReportPage(view, { id: input.id, ...asked }, reader), status, noStore)
  }

  async function problem(context: Context, kind: 'not-found' | 'bad-request', status: 400 | 404): Promise<Response> {
    return context.html(problemPage(kind, readerOf(context, options)), status, noStore)
  }
}

function ruleIn(form: Parameters<typeof text>[0]): { readonly keep: string; readonly remove: string } {
  return { keep: text(form, 'keep')?.trim() ?? '', remove: text(form, 'remove')?.trim() ?? '' }
}
