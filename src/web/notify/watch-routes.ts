import type { Context, Hono } from 'hono'
import { watchOccasions } from '../../core/alert.ts'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import type { WatchView } from '../../operations/notify/alert-views.ts'
import {
  getWatch,
  listWatches,
  removeWatch,
  saveWatch,
  takeWatch,
  watchedKinds,
} from '../../operations/notify/watches.ts'
import { sendPage } from '../finish-pages.ts'
import { type Form, readForm, text, texts } from '../form.ts'
import { watchPath } from '../layout/links.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { newWatchPage, type WatchChoices, watchPage } from './pages/watches.ts'

const home = '/settings/alerts/watches'

type Subject = { readonly kind: (typeof watchedKinds)[number]; readonly target: string; readonly label: string }

/** Watches: one with its log, and the forms that save, take and remove them. Forms redirect back (303). */
export function watchRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get(`${home}/new`, async (context) => {
    const { kind, target, label } = context.req.query()
    const subject = subjectOf(kind, target, label)
    if (!subject) return context.notFound()
    const known = await knownOn(context, subject)
    if (known) return context.redirect(watchPath(known.id), 302)
    return sendPage(context, newWatchPage(subject, readerOf(context, options)))
  })
  web.get(`${home}/:id`, async (context) => {
    const view = await run(context, getWatch, { id: context.req.param('id') })
    const isSaved = context.req.query('said') === 'saved'
    return view ? sendPage(context, watchPage(view, readerOf(context, options), { isSaved })) : context.notFound()
  })
  post(home, async (context, form) => {
    const subject = subjectIn(text(form, 'subject'))
    const chosen = texts(form, 'occasion')
    const occasions = watchOccasions.filter((each) => chosen.includes(each))
    if (!subject) return undefined
    const isShared = form.has('shared')
    if (occasions.length === 0) return again(context, subject, { occasions, isShared, refused: 'none-chosen' })
    const saved = await run(context, saveWatch, { ...subject, occasions, isShared })
    if (!saved) return again(context, subject, { occasions, isShared, refused: 'too-many' })
    return context.redirect(`${watchPath(saved.id)}?said=saved`, 303)
  })
  post(`${home}/:id/taken`, async (context, form) => {
    const id = idOf(context)
    const watch = await run(context, takeWatch, { id, isTaken: text(form, 'taken') === '1' })
    return watch && context.redirect(safePath(text(form, 'back'), watchPath(id)), 303)
  })
  post(`${home}/:id/remove`, async (context) => {
    const isRemoved = await run(context, removeWatch, { id: idOf(context) })
    return isRemoved && context.redirect('/settings/alerts?said=removed', 303)
  })

  async function knownOn(context: Context, { kind, target }: Subject): Promise<WatchView | undefined> {
    const watches = await run(context, listWatches, {})
    return watches?.find((watch) => watch.isMine && watch.kind === kind && watch.target === target)
  }

  /** A form that could not be saved, with what was chosen in it. */
  async function again(context: Context, subject: Subject, chosen: WatchChoices): Promise<Response> {
    const known = await knownOn(context, subject)
    const view = known && (await run(context, getWatch, { id: known.id }))
    const reader = { ...readerOf(context, options), path: known ? watchPath(known.id) : '/settings/alerts' }
    const page = view ? watchPage(view, reader, { chosen }) : newWatchPage(subject, reader, chosen)
    return context.html(page, 400, noStore)
  }

  function post(path: string, act: (context: Context, form: Form) => Promise<Response | undefined>): void {
    web.post(path, async (context) => {
      const form = await readForm(context)
      return (form && (await act(context, form))) ?? badRequest(context, options)
    })
  }
}

function idOf(context: Context): string {
  return context.req.param('id') ?? ''
}

/** What to watch, from the option of a list: its kind, target and name as a JSON list. */
function subjectIn(written = ''): Subject | undefined {
  const parts = findJsonOf(written, 8)
  const [kind, target, label] = Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : []
  return subjectOf(kind, target, label)
}

function subjectOf(kind?: string, target?: string, label?: string): Subject | undefined {
  const known = watchedKinds.find((each) => each === kind)
  return known && target && label ? { kind: known, target, label } : undefined
}
