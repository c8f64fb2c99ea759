import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { asId, type EntryId, type RuleId } from '../../core/ids.ts'
import { applyRule, getRuleLog, previewRule, undoRule } from '../../operations/library/apply-rules.ts'
import { getMutes } from '../../operations/library/get-mutes.ts'
import { getRuleForm } from '../../operations/library/get-rule-form.ts'
import { getRules, moveRule, removeRule, saveRule, switchRule } from '../../operations/library/rules.ts'
import { type Form, readForm, text } from '../form.ts'
import { mayMark } from '../layout/forms.ts'
import { rulePath } from '../layout/links.ts'
import { badRequest, noStore } from '../no-store.ts'
import type { Reader } from '../reader.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { signInPath } from '../require-sign-in.ts'
import { ruleFormPage } from './pages/rule-form.ts'
import { type RuleNames, rulesHome, rulesPage } from './pages/rules.ts'
import { fieldsOfRule, readRuleFields, ruleOf } from './rule-fields.ts'

/** The reader's rules: the list with what is muted, and the form of each with its preview and log. */
export function ruleRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  get(rulesHome, async (context, reader) => {
    const [rules, mutes, form] = await Promise.all([
      run(context, getRules, {}),
      run(context, getMutes, {}),
      run(context, getRuleForm, {}),
    ])
    const names: RuleNames = {
      feeds: new Map(form?.feeds.map(({ id, title }) => [id, title])),
      services: new Map(form?.services.map(({ id, name }) => [id, name])),
    }
    return rulesPage({ rules, mutes, names }, reader, context.req.query('saved') === '1')
  })
  web.get('/settings/mutes', (context) => context.redirect(`${rulesHome}${new URL(context.req.url).search}`, 301))
  get(`${rulesHome}/new`, async (context, reader) => {
    const form = await run(context, getRuleForm, {})
    const fields = readRuleFields(new Map(Object.entries(context.req.queries())))
    return form && ruleFormPage({ form, fields }, reader)
  })
  get(`${rulesHome}/:id`, async (context, reader) => {
    const id = idOf(context)
    const cursor = context.req.query('cursor')
    const [form, log] = await Promise.all([
      run(context, getRuleForm, { id }),
      run(context, getRuleLog, { id, ...defined({ cursor }) }),
    ])
    if (!form?.rule) return undefined
    const { rules: words, settings } = reader.words
    const count = (name: string) => Number.parseInt(context.req.query(name) ?? '', 10)
    const [applied, undone] = [count('applied'), count('undone')]
    const notice = applied >= 0 ? words.appliedNow(applied) : undone >= 0 ? words.undone(undone) : undefined
    const isSaved = context.req.query('saved') === '1'
    return ruleFormPage(
      {
        form,
        fields: fieldsOfRule(form.rule),
        ...defined({ log, notice: notice ?? (isSaved ? settings.saved : undefined) }),
      },
      reader,
    )
  })

  web.post(rulesHome, async (context) => {
    const form = await readForm(context)
    if (!form) return badRequest(context, options)
    const fields = readRuleFields(form)
    const { conditions, actions, fault } = ruleOf(fields)
    const isPreview = text(form, 'preview') === '1'
    const id = fields.id === undefined ? undefined : asId<RuleId>(fields.id)
    // Without an action there is something to see, but nothing to save.
    if (!fault || (isPreview && fault.why === 'action')) {
      if (isPreview)
        return again(context, { fields, ...defined({ preview: await run(context, previewRule, { conditions }) }) })
      const { name, isLast, off } = fields
      const saved = await run(context, saveRule, {
        conditions,
        actions,
        isOn: off === undefined,
        isLast: isLast !== undefined,
        ...defined({ id, name }),
      })
      return saved ? context.redirect(`${rulesHome}?saved=1`, 303) : badRequest(context, options)
    }
    return again(context, { fields, fault })
  })
  post('move', (context, id, form) => run(context, moveRule, { id, to: text(form, 'to') === 'up' ? 'up' : 'down' }))
  post('switch', (context, id, form) => run(context, switchRule, { id, isOn: text(form, 'on') === '1' }))
  post('remove', (context, id) => run(context, removeRule, { id }))
  post('apply', async (context, id) => {
    const done = await run(context, applyRule, { id })
    return done && `${rulePath(id)}?applied=${done.count}#log`
  })
  post('undo', async (context, id, form) => {
    const entryId = text(form, 'entry')
    const done = await run(context, undoRule, { id, ...defined({ entryId: entryId && asId<EntryId>(entryId) }) })
    return done && `${rulePath(id)}?undone=${done.count}#log`
  })

  /** The form as it was filled in. */
  async function again(context: Context, view: Omit<Parameters<typeof ruleFormPage>[0], 'form'>) {
    const form = await run(context, getRuleForm, {})
    if (!form) return badRequest(context, options)
    const reader = { ...readerOf(context, options), path: rulesHome }
    return context.html(ruleFormPage({ ...view, form }, reader), view.fault ? 400 : 200, noStore)
  }

  function get(path: string, page: (context: Context, reader: Reader) => Promise<string | undefined>) {
    web.get(path, async (context) => {
      const reader = { ...readerOf(context, options), path: new URL(context.req.url).pathname }
      if (!mayMark(reader)) return context.redirect(signInPath(context), 303)
      context.header('Vary', 'Accept-Language, Cookie')
      const made = await page(context, reader)
      return made === undefined ? context.notFound() : context.html(made, 200, noStore)
    })
  }

  /** What a button of a rule does; then the page it returns, else the list. */
  function post(what: string, act: (context: Context, id: RuleId, form: Form) => Promise<unknown>) {
    web.post(`${rulesHome}/:id/${what}`, async (context) => {
      const form = await readForm(context)
      const done = form && (await act(context, idOf(context), form))
      if (!done) return badRequest(context, options)
      return context.redirect(typeof done === 'string' ? done : rulesHome, 303)
    })
  }
}

function idOf(context: Context): RuleId {
  return asId<RuleId>(context.req.param('id') ?? '')
}
