import type { Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { follow, unfollow } from '../../operations/library/follow.ts'
import { find } from '../../operations/search/find.ts'
import { findTabs } from '../../operations/search/find-views.ts'
import { removeSearch, renameSearch, saveSearch } from '../../operations/search/saved-searches.ts'
import { searchKeys } from '../../operations/search/search-language.ts'
import { sendPage } from '../finish-pages.ts'
import { readForm, text } from '../form.ts'
import { queryOf } from '../layout/links.ts'
import { badRequest } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { searchPage } from './pages/search.ts'
import { queryWith } from './parts/find-path.ts'

/** Search, and saved searches. */
export function findRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/search', async (context) => {
    const { q: query = '', words, sort, page, muted, speaker, ...asked } = context.req.query()
    // The form of fields, and former URLs: redirects to the same search as a query.
    if (words !== undefined || speaker) {
      const chosen = Object.fromEntries(searchKeys.map((name) => [name, asked[name] || undefined]))
      const written = queryWith(
        { text: words ?? query, unread: [], ...defined({ said: speaker || undefined }) },
        speaker ? {} : chosen,
      )
      return context.redirect(
        `/search${queryOf({ q: written || undefined, sort: sort === 'newest' ? sort : undefined })}`,
        302,
      )
    }
    const tab = findTabs.find((known) => known === asked.tab)
    const reader = readerOf(context, options)
    const view = await run(context, find, {
      query,
      timeZone: reader.timeZone,
      ...defined({
        tab,
        sort: sort === 'newest' ? sort : undefined,
        page: page !== undefined && /^[1-9]\d{0,2}$/.test(page) ? Number(page) : undefined,
        muted: muted === 'show' ? muted : undefined,
      }),
    })
    if (!view) return context.notFound()
    const { removed, removedName } = asked
    const notice =
      removed && removedName ? { query: removed.slice(0, 500), name: removedName.slice(0, 120) } : undefined
    return sendPage(context, searchPage(view, reader, notice))
  })
  web.post('/searches', async (context) => {
    const form = await readForm(context)
    const query = form && text(form, 'query')
    const name = form && text(form, 'name')?.trim()
    const saved =
      query === undefined
        ? undefined
        : await run(context, saveSearch, { query, ...defined({ name: name || undefined }) })
    if (!saved) return badRequest(context, options)
    // What is saved is followed too: one list for what is new of it, and one switch for its alerts.
    await run(context, follow, { kind: 'search', target: saved.query, label: saved.name })
    return context.redirect(safePath(text(form!, 'back'), '/search'), 303)
  })
  web.post('/searches/:id/rename', async (context) => {
    const form = await readForm(context)
    const name = form && text(form, 'name')?.trim()
    const renamed = name ? await run(context, renameSearch, { id: context.req.param('id'), name }) : undefined
    return renamed ? context.redirect('/search#saved-searches', 303) : badRequest(context, options)
  })
  web.post('/searches/:id/remove', async (context) => {
    const removed = await run(context, removeSearch, { id: context.req.param('id') })
    if (removed) await run(context, unfollow, { kind: 'search', target: removed.query })
    const undo = removed ? queryOf({ removed: removed.query, removedName: removed.name }) : ''
    return context.redirect(`/search${undo}`, 303)
  })
}
