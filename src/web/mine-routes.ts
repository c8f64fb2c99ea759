import type { Context, Hono } from 'hono'
import { followKinds, muteKinds, savedKinds } from '../core/marks.ts'
import { type Form, readForm, text } from './form.ts'
import { problemPage } from './pages/problem.ts'
import { readerOf, type WebOptions } from './request-reader.ts'
import { safePath } from './safe-path.ts'
import type { WebOperations } from './web-operations.ts'

/** What the reader marks: follows, mutes, what is saved. Each form sends the reader back to where they were (303). */
export function mineRoutes(web: Hono, app: WebOperations, options: WebOptions): void {
  post('/follow', async (form) => {
    const marked = markOf(form, followKinds)
    return marked && app.follow({ ...marked, ...labelOf(form) })
  })
  post('/unfollow', async (form) => {
    const marked = markOf(form, followKinds)
    return marked && done(app.unfollow(marked))
  })
  post('/mute', async (form) => {
    const marked = markOf(form, muteKinds)
    const period = text(form, 'period')
    return marked && app.mute({ ...marked, ...labelOf(form), ...(period && { period }) })
  })
  post('/unmute', async (form) => {
    const id = text(form, 'mute')
    const marked = id ? { id } : markOf(form, muteKinds)
    return marked && done(app.unmute(marked))
  })
  post('/save', async (form) => {
    const marked = markOf(form, savedKinds)
    return marked && app.save(marked)
  })
  post('/unsave', async (form) => {
    const marked = markOf(form, savedKinds)
    return marked && done(app.unsave(marked))
  })

  /** Reads the form and lets `act` do its work; undefined says that something is missing or cannot be. */
  function post(path: string, act: (form: Form) => Promise<object | undefined>): void {
    web.post(path, async (context: Context) => {
      const form = await readForm(context)
      const result = form && (await act(form))
      return result
        ? context.redirect(safePath(text(form, 'back'), '/following'), 303)
        : context.html(problemPage('bad-request', readerOf(context, options)), 400, { 'Cache-Control': 'no-store' })
    })
  }
}

/** Taking away what is not there is done too: a form sent twice, or from two windows. */
async function done(answer: Promise<unknown>): Promise<object> {
  await answer
  return {}
}

function markOf<Kind extends string>(
  form: Form,
  kinds: readonly Kind[],
): { readonly kind: Kind; readonly target: string } | undefined {
  const kind = kinds.find((known) => known === text(form, 'kind'))
  const target = text(form, 'target')?.trim()
  return kind && target ? { kind, target } : undefined
}

function labelOf(form: Form): { readonly label?: string } {
  const label = text(form, 'label')?.trim()
  return label ? { label } : {}
}
