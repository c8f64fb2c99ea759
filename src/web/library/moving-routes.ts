import type { Hono } from 'hono'
import { getMove, startMove, stopMove } from '../../operations/library/move.ts'
import { eventStream } from '../event-stream.ts'
import { watch } from '../feeds/progress-routes.ts'
import { sendPage } from '../finish-pages.ts'
import { readForm, text } from '../form.ts'
import { movePath } from '../layout/links.ts'
import { problemPage } from '../layout/pages/problem.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { movePage, moveTexts } from './pages/move.ts'

/** Moving here from another reader, for the owner: a form, its progress and how to stop it. */
export function movingRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get(movePath, async (context) => {
    const reader = { ...readerOf(context, options), path: movePath }
    const move = await run(context, getMove, {})
    return sendPage(context, movePage(reader, move ? { move } : {}))
  })

  web.post(movePath, async (context) => {
    const form = await readForm(context)
    const [from = '', address = '', user = '', password = ''] = ['from', 'address', 'user', 'password'].map(
      (name) => (form && text(form, name)) ?? '',
    )
    const input = startMove.input.safeParse({ from, address, user, password })
    if (!input.success) return badRequest(context, options)
    const started = await run(context, startMove, input.data)
    if (started?.kind !== 'refused') return context.redirect(movePath, 303)
    const reader = { ...readerOf(context, options), path: movePath }
    const move = await run(context, getMove, {})
    const page = movePage(reader, { ...(move && { move }), refused: started.message, typed: { from, address, user } })
    return context.html(page, 422, noStore)
  })

  web.post(`${movePath}/stop`, async (context) => {
    await run(context, stopMove, {})
    return context.redirect(movePath, 303)
  })

  web.get(`${movePath}/events`, async (context) => {
    const reader = readerOf(context, options)
    const first = await run(context, getMove, {})
    if (!first) return context.html(problemPage('not-found', reader), 404, noStore)
    return eventStream(context, {
      event: 'progress',
      first,
      subscribe: (listener) =>
        watch(
          () => run(context, getMove, {}),
          ({ share, counts }) => share + counts.articles,
          listener,
        ),
      toMessage: (move) => moveTexts(move, reader),
    })
  })
}
