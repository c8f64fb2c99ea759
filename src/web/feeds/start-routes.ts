import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { getProgress } from '../../operations/admin/get-progress.ts'
import { listEntries } from '../../operations/articles/list-entries.ts'
import { getToday } from '../../operations/day/get-today.ts'
import { addFeed } from '../../operations/feeds/add-feed.ts'
import { addPacks } from '../../operations/feeds/add-packs.ts'
import { importOpml, previewOpml } from '../../operations/feeds/import-opml.ts'
import { listPacks } from '../../operations/feeds/list-packs.ts'
import type { AddResult } from '../../operations/views.ts'
import { type Form, readForm, text, texts } from '../form.ts'
import { opmlImportPath, queryOf } from '../layout/links.ts'
import { startPage } from '../layout/pages/start.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { headersIn } from './header-fields.ts'
import { addPage } from './pages/add.ts'
import type { UrlTyped } from './parts/add-forms.ts'

// A form with a preview carries the whole file: a larger one is imported at once.
const mostPreviewed = 600_000

/** The answer to a form that cannot be used at all. */
export const unusable = {
  kind: 'refused',
  reason: 'unknown',
  message: 'Nothing was given, or the file is too large.',
} as const

/** Adding sources: a URL, a file, packs; then the page on which the first stories appear. */
export function startRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/start', async (context) => {
    const [progress, today] = await Promise.all([run(context, getProgress, {}), run(context, getToday, {})])
    const reader = { ...readerOf(context, options), path: '/start' }
    context.header('Vary', 'Accept-Language, Cookie')
    const isWithout = progress && !progress.isBusy && progress.stories.done === 0
    const unread = isWithout ? await run(context, listEntries, { show: 'unread', limit: 1 }) : undefined
    const view = { progress, stories: today?.stories ?? [], ...defined({ unreadCount: unread?.unreadCount }) }
    return context.html(startPage(view, reader), 200, noStore)
  })

  post('/feeds', async (context, form) => {
    const url = text(form, 'url')?.trim()
    if (!url) return undefined
    const folder = text(form, 'folder')?.trim()
    const given = { url, ...defined({ folder: folder || undefined }), ...headersIn(form) }
    return added(context, (await run(context, addFeed, given)) ?? unusable, typedIn(form))
  })
  post('/opml', async (context, form) => {
    const file = form.get('file')?.[0]
    const opml = file instanceof File ? await file.text() : file
    if (!opml) return undefined
    if (text(form, 'look') && opml.length <= mostPreviewed) return look(context, opml)
    const folders = texts(form, 'folder')
    const name = file instanceof File ? file.name.slice(0, 200) : ''
    const given = {
      text: opml,
      ...defined({ folders: text(form, 'isChosen') ? folders : undefined, name: name || undefined }),
    }
    const taken = (await run(context, importOpml, given)) ?? unusable
    return taken.kind === 'queued' ? context.redirect(opmlImportPath(taken.importId), 303) : added(context, taken)
  })
  post('/packs', async (context, form) => {
    const ids = texts(form, 'pack')
    if (ids.length === 0)
      return added(context, {
        kind: 'refused',
        reason: 'nothing-chosen',
        message: 'No starter pack was chosen. Tick at least one.',
      })
    return added(context, (await run(context, addPacks, { ids })) ?? unusable)
  })

  /** Reads the form and runs `act`; answers 400 when that returns undefined because something is missing. */
  function post(path: string, act: (context: Context, form: Form) => Promise<Response | undefined>): void {
    web.post(path, async (context) => {
      const form = await readForm(context)
      const answer = form && (await act(context, form))
      return answer ?? badRequest(context, options)
    })
  }

  async function look(context: Context, opml: string): Promise<Response> {
    const found = await run(context, previewOpml, { text: opml })
    if (!found || found.kind === 'refused')
      return added(context, found ?? { kind: 'refused', reason: 'unknown', message: 'It cannot be read.' })
    const reader = { ...readerOf(context, options), path: '/add' }
    return context.html(
      addPage(await run(context, listPacks, {}), reader, { preview: { file: found, text: opml } }),
      200,
      noStore,
    )
  }

  /**
   * When added: back to the page with the count, or, for the first feeds, to where the stories appear. When refused or ambiguous: the page
   * again, saying so.
   */
  async function added(context: Context, outcome: AddResult, typed?: UrlTyped): Promise<Response> {
    const view = await run(context, listPacks, {})
    if (outcome.kind === 'added')
      return context.redirect(
        outcome.added > 0 && view.feedCount <= outcome.added
          ? '/start'
          : `/add${queryOf({ added: outcome.added, existing: outcome.existing })}`,
        303,
      )
    const reader = { ...readerOf(context, options), path: '/add' }
    const markup = addPage(view, reader, { outcome, ...defined({ typed }) })
    return context.html(markup, outcome.kind === 'refused' ? 422 : 200, noStore)
  }
}

function typedIn(form: Form): UrlTyped {
  const typed = (name: string) => text(form, name)?.trim() ?? ''
  return {
    url: typed('url'),
    folder: typed('folder'),
    cookie: typed('cookie'),
    userAgent: typed('userAgent'),
    headers: typed('headers'),
  }
}
