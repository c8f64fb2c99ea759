import type { Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { getEntity } from '../../operations/people/get-entity.ts'
import { listEntities } from '../../operations/people/list-entities.ts'
import { listSpeakers } from '../../operations/people/list-speakers.ts'
import { wordsAsInput } from '../../operations/run.ts'
import { sendPage } from '../finish-pages.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { entityPage, sharedNamePage } from './pages/entity.ts'
import { peoplePage } from './pages/people.ts'
import { entityPath } from './parts/entity-link.ts'

/** The lists of people, organizations and places, and the page of each. */
export function peopleRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/people', async (context) => {
    const { kind, days, q = '', order, page } = context.req.query()
    const query = q.trim()
    const view = await run(
      context,
      listEntities,
      wordsAsInput(
        listEntities,
        defined({
          kind: kind || undefined,
          days: days === '30' ? 30 : undefined,
          query: query || undefined,
          order: order || undefined,
          page: page || undefined,
        }),
      ),
    )
    if (!view) return context.notFound()
    const isFirst = view.kind === 'person' && view.query === undefined && view.page === 1
    const today = isFirst ? await run(context, listSpeakers, {}) : undefined
    return sendPage(context, peoplePage(view, readerOf(context, options), today))
  })

  web.get('/people/:id', async (context) => {
    const { before } = context.req.query()
    const view = await run(context, getEntity, {
      id: context.req.param('id'),
      ...defined({ before: before || undefined }),
    })
    if (!view) return context.notFound()
    const reader = readerOf(context, options)
    if (view.kind === 'entity') return sendPage(context, entityPage(view, reader))
    // A name in single articles that all their stories resolve to the same person or thing.
    const [one, other] = view.rows
    if (one && !other) return context.redirect(entityPath(one.entity.id), 302)
    return sendPage(context, sharedNamePage(view, reader))
  })
}
