import type { Context, Hono } from 'hono'
import type { ModelChoice } from '../../core/reading/model-choice.ts'
import { getModelSettings, listModels, setModel } from '../../operations/admin/model-settings.ts'
import { testModel } from '../../operations/admin/test-model.ts'
import { ownerOnlyPage } from '../accounts/pages/owner-only.ts'
import { type Form, readForm, text, texts } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { type ModelResult, modelPresets, modelSettingsPage } from './pages/model-settings.ts'

const home = '/settings/model'

/** The language model of this server, for its owner. It is called only when a button says so. */
export function modelRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get(
    home,
    guard((context) => {
      const result = context.req.query('said')
      return show(context, result === 'saved' || result === 'key-forgotten' ? { kind: result } : undefined)
    }),
  )
  web.post(
    home,
    guard(async (context) => {
      const form = await readForm(context)
      const chosen = form && (await run(context, setModel, choiceIn(form)))
      if (!chosen) return badRequest(context, options)
      if (chosen.kind === 'refused') return show(context, chosen, 422)
      return context.redirect(`${home}?said=${chosen.isKeyForgotten ? 'key-forgotten' : 'saved'}`, 303)
    }),
  )
  web.post(
    `${home}/models`,
    guard(async (context) => {
      const form = (await readForm(context)) ?? new Map()
      const preset = text(form, 'preset')
      const isKnown = preset !== undefined && Object.hasOwn(modelPresets, preset)
      const address = isKnown ? modelPresets[preset as keyof typeof modelPresets] : (text(form, 'address') ?? '')
      const listed = await run(context, listModels, { address, key: text(form, 'key') ?? '' })
      return listed ? show(context, { kind: 'listed', draft: { address, listed } }) : badRequest(context, options)
    }),
  )
  web.post(
    `${home}/test`,
    guard(async (context) => show(context, { kind: 'tested', tested: await run(context, testModel, {}) })),
  )

  function guard(act: (context: Context) => Promise<Response>) {
    return (context: Context) => {
      const reader = readerOf(context, options)
      if (reader.isOwner) return act(context)
      const way = { lead: reader.words.admin.ownerLead, command: 'npm start doctor' }
      return context.html(ownerOnlyPage(reader, way), 403, noStore)
    }
  }

  async function show(context: Context, result: ModelResult | undefined, status: 200 | 422 = 200) {
    context.header('Vary', 'Accept-Language, Cookie')
    const reader = { ...readerOf(context, options), path: home }
    return context.html(modelSettingsPage(await run(context, getModelSettings, {}), reader, result), status, noStore)
  }
}

function choiceIn(form: Form): ModelChoice & { readonly key: string; readonly forgetsKey: boolean } {
  const given = (name: string) => text(form, name) ?? ''
  const isOn = (name: string) => texts(form, name).at(-1) === '1'
  const number = (name: string) => (given(name) === '' ? Number.NaN : Number(given(name)))
  return {
    address: given('address'),
    name: given('name'),
    embeddingName: given('embedding-name'),
    key: given('key'),
    forgetsKey: isOn('forget-key'),
    switches: {
      summaries: isOn('summaries'),
      judging: isOn('judging'),
      answers: isOn('answers'),
      translation: isOn('translation'),
      embeddings: isOn('embeddings'),
    },
    callsPerDay: number('calls-per-day'),
    tokensPerDay: number('tokens-per-day'),
    timeoutSeconds: number('timeout-seconds'),
    stallSeconds: number('stall-seconds'),
  }
}
