import type { Context, Hono } from 'hono'
import type { FindTab } from '../operations/find-views.ts'
import { baseOf } from './brief-routes.ts'
import { readForm, text } from './form.ts'
import { problemPage } from './pages/problem.ts'
import { searchPage } from './pages/search.ts'
import { queryWith } from './parts/find-path.ts'
import { html } from './parts/html.ts'
import { articlePath, entryPath, queryOf } from './parts/links.ts'
import type { AppOf } from './request-reader.ts'
import { readerOf, type WebOptions } from './request-reader.ts'
import { safePath } from './safe-path.ts'
import { sendPage } from './send-page.ts'

const tabs: readonly FindTab[] = ['stories', 'articles', 'quotes', 'people']
const fields = ['said', 'from', 'in', 'after', 'before', 'lang', 'section'] as const

/** Search, the searches that are kept, and a feed of each. */
export function findRoutes(web: Hono, app: AppOf, options: WebOptions): void {
  web.get('/search', async (context) => {
    const { q: query = '', words, sort, page, muted, speaker, ...asked } = context.req.query()
    // The form of fields, and addresses of before: the same search in words.
    if (words !== undefined || speaker) {
      const chosen = Object.fromEntries(fields.map((name) => [name, asked[name] || undefined]))
      const written = queryWith(
        { text: words ?? query, unread: [], ...(speaker ? { said: speaker } : {}) },
        speaker ? {} : chosen,
      )
      return context.redirect(
        `/search${queryOf({ q: written || undefined, sort: sort === 'newest' ? sort : undefined })}`,
        302,
      )
    }
    const tab = tabs.find((known) => known === asked.tab)
    const view = await app(context).find({
      query,
      ...(tab ? { tab } : {}),
      ...(sort === 'newest' ? { sort } : {}),
      ...(page !== undefined && /^[1-9]\d{0,2}$/.test(page) ? { page: Number(page) } : {}),
      ...(muted === 'show' ? { muted } : {}),
    })
    if (!view) return context.notFound()
    const { removed, removedName } = asked
    const notice =
      removed && removedName ? { query: removed.slice(0, 500), name: removedName.slice(0, 120) } : undefined
    return sendPage(context, searchPage(view, readerOf(context, options), notice))
  })
  web.get('/searches/:file{[\\w-]{1,60}\\.atom}', async (context) => {
    const found = await app(context).searchFeed({ id: context.req.param('file').slice(0, -5) })
    if (!found) return context.notFound()
    const { search, hits } = found
    const base = baseOf(context, options)
    const reader = readerOf(context, options)
    const feed = app(context).writeFeed('atom', {
      id: `urn:uuid:${search.id}`,
      title: `${search.name} · Twosource`,
      description: search.query,
      url: `${base}/search${queryOf({ q: search.query })}`,
      self: `${base}/searches/${search.id}.atom`,
      updated:
        hits
          .map(({ publishedAt }) => publishedAt)
          .sort()
          .at(-1) ?? search.at,
      language: reader.language,
      entries: hits.map((hit) => ({
        id: `urn:twosource:${hit.articleId ? `article:${hit.articleId}` : `entry:${hit.entryId}`}`,
        title: hit.title.trim() || '—',
        url: `${base}${hit.articleId ? articlePath(hit.articleId) : entryPath(hit.entryId)}`,
        updated: hit.publishedAt,
        author: hit.sourceName,
        content: String(html`<p>${hit.snippet}</p>`),
      })),
    })
    return context.body(feed.body, 200, { 'Content-Type': feed.contentType, 'Cache-Control': 'private, no-cache' })
  })

  web.post('/searches', async (context) => {
    const form = await readForm(context)
    const query = form && text(form, 'query')
    const name = form && text(form, 'name')?.trim()
    const saved = query === undefined ? undefined : await app(context).saveSearch({ query, ...(name ? { name } : {}) })
    return saved ? context.redirect(safePath(text(form!, 'back'), '/search'), 303) : refuse(context)
  })
  web.post('/searches/:id/rename', async (context) => {
    const form = await readForm(context)
    const name = form && text(form, 'name')?.trim()
    const renamed = name ? await app(context).renameSearch({ id: context.req.param('id'), name }) : undefined
    return renamed ? context.redirect('/search#saved-searches', 303) : refuse(context)
  })
  web.post('/searches/:id/remove', async (context) => {
    const removed = await app(context).removeSearch({ id: context.req.param('id') })
    const undo = removed ? queryOf({ removed: removed.query, removedName: removed.name }) : ''
    return context.redirect(`/search${undo}`, 303)
  })

  function refuse(context: Context) {
    return context.html(problemPage('bad-request', readerOf(context, options)), 400, { 'Cache-Control': 'no-store' })
  }
}
