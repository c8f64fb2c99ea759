import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { getArticle } from '../../operations/articles/get-article.ts'
import { getTranslation } from '../../operations/articles/translation/get-translation.ts'
import { setTranslator, testTranslator } from '../../operations/articles/translation/set-translator.ts'
import { translateArticle } from '../../operations/articles/translation/translate-article.ts'
import {
  chooseTranslation,
  getTranslationSettings,
} from '../../operations/articles/translation/translation-settings.ts'
import { wordsAsInput } from '../../operations/run.ts'
import { sendPage } from '../finish-pages.ts'
import { type Form, readForm, text } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { isOpening, type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { type NotTranslated, type Refusal, translatedPage, translationChoicePage } from './pages/translated.ts'
import { translationSettingsPage } from './pages/translation-settings.ts'
import { translationPath } from './parts/translation-link.ts'

const refusals: readonly NotTranslated[] = ['off', 'same-language', 'no-pair', 'refuses-models', 'over-budget']

/** Translated articles, requesting one, and the settings of translation. No page waits for the translator. */
export function translationRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/articles/:id/in', async (context) => {
    const revision = context.req.query('revision')
    const view = await run(context, getArticle, {
      id: context.req.param('id'),
      ...defined({ revision: revision || undefined }),
    })
    if (!view) return context.notFound()
    return sendPage(context, translationChoicePage(view, readerOf(context, options), refusalIn(context)))
  })

  web.get('/articles/:id/in/:language', async (context) => {
    const { id, language: to } = context.req.param()
    const { revision, beside } = context.req.query()
    const input = { id, to, ...defined({ revision: revision || undefined, reads: isOpening(context) || undefined }) }
    const view = await run(context, getTranslation, input)
    if (!view) return context.notFound()
    const result = refusalIn(context)
    const shown = { isBeside: beside === '1', ...defined({ said: result }) }
    return sendPage(context, translatedPage(view, readerOf(context, options), shown))
  })

  web.post('/articles/:id/in', async (context) => {
    const form = await readForm(context)
    const id = context.req.param('id')
    const to = form && text(form, 'to')
    const revision = form && text(form, 'revision')
    const part = revision ? { revision } : {}
    const isAnew = form !== undefined && text(form, 'anew') === '1'
    const asked = to && (await run(context, translateArticle, { id, to, ...part, isAnew }))
    if (!asked) return badRequest(context, options)
    if (asked.kind === 'asked' || asked.kind === 'there') return context.redirect(translationPath(id, to, part), 303)
    const result = asked.kind === 'over-budget' ? `${asked.kind}.${asked.perDay}` : asked.kind
    return context.redirect(translationPath(id, undefined, { ...part, said: result }), 303)
  })

  web.get('/settings/translation', async (context) => {
    const result = context.req.query('said') === 'saved' ? ({ said: 'saved' } as const) : {}
    return show(context, result)
  })

  web.post('/settings/translation/pairs', async (context) => {
    const form = await readForm(context)
    const [from, to, wish] = ['from', 'to', 'wish'].map((name) => (form ? text(form, name) : undefined))
    if (!from || !to || !wish) return badRequest(context, options)
    const isDone = await run(context, chooseTranslation, wordsAsInput(chooseTranslation, { from, to, wish }))
    return isDone
      ? context.redirect('/settings/translation?said=saved#pairs', 303)
      : show(context, { said: 'not-saved' }, 422)
  })

  web.post('/settings/translation/server', async (context) => {
    const form = await readForm(context)
    if (!form) return badRequest(context, options)
    const isDone = await run(context, setTranslator, wordsAsInput(setTranslator, translatorIn(form)))
    return isDone
      ? context.redirect('/settings/translation?said=saved#house', 303)
      : show(context, { said: 'not-saved' }, 422)
  })

  web.post('/settings/translation/test', async (context) => {
    const tried = await run(context, testTranslator, {})
    return show(context, tried ? { tried } : {})
  })

  async function show(
    context: Context,
    result: Parameters<typeof translationSettingsPage>[2],
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const reader = { ...readerOf(context, options), path: '/settings/translation' }
    context.header('Vary', 'Accept-Language, Cookie')
    return context.html(
      translationSettingsPage(await run(context, getTranslationSettings, {}), reader, result),
      status,
      noStore,
    )
  }
}

function translatorIn(form: Form) {
  const [by = '', address = '', key = '', perDay = ''] = ['by', 'address', 'key', 'perDay'].map((name) =>
    text(form, name)?.trim(),
  )
  return {
    by,
    ...defined({ address: address !== '' ? address : undefined, key: key !== '' ? key : undefined }),
    forgetsKey: text(form, 'forget') === '1',
    perDay: Number(perDay),
  }
}

/** The result of a request as the URL states it; anything else is ignored. */
function refusalIn(context: Context): Refusal | undefined {
  const [word = '', count = ''] = (context.req.query('said') ?? '').split('.')
  const kind = refusals.find((known) => known === word)
  return kind && { kind, ...defined({ count: /^\d{1,6}$/.test(count) ? Number(count) : undefined }) }
}
