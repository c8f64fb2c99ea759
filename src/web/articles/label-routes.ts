import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { correctQuote, removeCorrection } from '../../operations/articles/correct-quote.ts'
import { correctWords } from '../../operations/articles/correct-words.ts'
import { exportLabels } from '../../operations/articles/label-records.ts'
import type { CorrectionResult } from '../../operations/articles/label-views.ts'
import { getLabels } from '../../operations/articles/list-corrections.ts'
import type { InputOf } from '../../operations/operation.ts'
import { ownerOnlyPage } from '../accounts/pages/owner-only.ts'
import { type Form, readForm, text } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { labelsPage } from './pages/labels.ts'

const wordsVerdicts: readonly InputOf<typeof correctWords>['verdict'][] = [
  'speaker',
  'nobody',
  'not-a-quote',
  'person',
  'organization',
  'place',
  'no-name',
]

/** Labels: the page, its forms, and the file. For owners; everybody else gets 403. */
export function labelRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  const guard = (act: (context: Context) => Promise<Response>) => (context: Context) =>
    readerOf(context, options).isModerator
      ? act(context)
      : context.html(ownerOnlyPage(readerOf(context, options)), 403, noStore)

  web.get(
    '/labels',
    guard(async (context) => {
      const { article, cursor } = context.req.query()
      const view = await run(
        context,
        getLabels,
        defined({ articleId: article || undefined, cursor: cursor || undefined }),
      )
      return view ? context.html(labelsPage(view, readerOf(context, options)), 200, noStore) : context.notFound()
    }),
  )
  web.get(
    '/labels.jsonl',
    guard(async (context) => {
      const { text: body } = await run(context, exportLabels, {})
      return context.body(body, 200, {
        'Content-Type': 'application/jsonl; charset=utf-8',
        'Content-Disposition': 'attachment; filename="twosource-labels.jsonl"',
        ...noStore,
      })
    }),
  )
  post('/labels', (form, context) => {
    const asked = labelIn(form)
    return asked && run(context, correctQuote, asked)
  })
  post('/labels/words', (form, context) => {
    const asked = wordsIn(form)
    return asked && run(context, correctWords, asked)
  })
  web.post(
    '/labels/undo',
    guard(async (context) => {
      const form = await readForm(context)
      const id = form && text(form, 'correction')
      if (!id) return badRequest(context, options)
      await run(context, removeCorrection, { id })
      return context.redirect(safePath(text(form, 'back'), '/labels'), 303)
    }),
  )

  /** Reads the form, runs it, and redirects back; a refusal is shown on the page it came from. */
  function post(
    path: string,
    act: (form: Form, context: Context) => Promise<CorrectionResult | undefined> | undefined,
  ): void {
    web.post(
      path,
      guard(async (context) => {
        const form = await readForm(context)
        const result = form && (await act(form, context))
        if (!form || !result) return badRequest(context, options)
        const back = safePath(text(form, 'back'), '/labels')
        if (result.kind === 'saved') return context.redirect(back, 303)
        const article = new URL(back, 'http://self.invalid').searchParams.get('article')
        const view =
          (await run(context, getLabels, article === null ? {} : { articleId: article })) ??
          (await run(context, getLabels, {}))
        if (!view) return badRequest(context, options)
        const reader = { ...readerOf(context, options), path: back }
        return context.html(labelsPage(view, reader, result.message), 422, noStore)
      }),
    )
  }
}

/** Reads the form; a typed name takes precedence over a chosen one. Undefined when a field is missing. */
function labelIn(form: Form): InputOf<typeof correctQuote> | undefined {
  const [articleId, revision, start, end] = ['article', 'revision', 'start', 'end'].map((name) => text(form, name))
  const verdict = (['speaker', 'nobody', 'not-a-quote'] as const).find((known) => known === text(form, 'verdict'))
  if (!articleId || !verdict || !/^\d{1,9}$/.test(start ?? '') || !/^\d{1,9}$/.test(end ?? '')) return undefined
  return {
    articleId,
    ...defined({ revision: revision || undefined }),
    start: Number(start),
    end: Number(end),
    verdict,
    speaker: text(form, 'other')?.trim() || text(form, 'name') || '',
  }
}

/** Reads the form about words; undefined when a field is missing. */
function wordsIn(form: Form): InputOf<typeof correctWords> | undefined {
  const [articleId, words] = [text(form, 'article'), text(form, 'words')?.trim()]
  const verdict = wordsVerdicts.find((known) => known === text(form, 'verdict'))
  if (!articleId || !words || !verdict) return undefined
  return { articleId, words, within: text(form, 'within')?.trim() ?? '', verdict, name: text(form, 'name') ?? '' }
}
