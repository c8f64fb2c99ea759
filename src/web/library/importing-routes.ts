import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { momentOfLocal } from '../../core/time/zone.ts'
import { addArticle } from '../../operations/articles/add-article.ts'
import { importOpmlFrom } from '../../operations/feeds/import-opml.ts'
import { listOpmlImports } from '../../operations/feeds/opml-imports.ts'
import { findPage } from '../../operations/library/find-page.ts'
import type { ImportResult } from '../../operations/library/import-file.ts'
import { importFile } from '../../operations/library/import-file.ts'
import { baseOf } from '../day/brief-routes.ts'
import { importPage, type PastedFields } from '../feeds/pages/import.ts'
import { unusable } from '../feeds/start-routes.ts'
import { sendPage } from '../finish-pages.ts'
import { readForm, text } from '../form.ts'
import { mayMark } from '../layout/forms.ts'
import { articlePath, opmlImportPath } from '../layout/links.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { signInPath } from '../require-sign-in.ts'
import { notSavedPage, savePage } from './pages/save-page.ts'

/** Importing: files of other programs, and single web pages. A URL alone changes nothing; only a form does. */
export function importingRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/settings/import', async (context) => {
    const reader = { ...readerOf(context, options), path: '/settings/import' }
    if (!mayMark(reader)) return context.redirect(signInPath(context), 303)
    const lists = await run(context, listOpmlImports, {})
    return sendPage(context, importPage(reader, { saveAddress: saveAddress(context), lists }))
  })
  web.post('/settings/import', async (context) => {
    const form = await readForm(context)
    const file = form?.get('file')?.[0]
    if (!form || !(file instanceof File)) return badRequest(context, options)
    const field = (name: string) => text(form, name)?.trim() || undefined
    const [pasted, title, outlet, day] = [field('text'), field('title'), field('outlet'), field('day')]
    const bytes = pasted ? new TextEncoder().encode(pasted) : new Uint8Array(await file.arrayBuffer())
    const name = (pasted ? title : file.name.slice(0, 200)) || 'file'
    const at = day && /^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T00:00:00.000Z` : undefined
    const about = defined({ recording: field('recording'), outlet, title, at })
    const embargo = field('embargo')
    const embargoUntil = embargo && momentOfLocal(embargo, readerOf(context, options).timeZone)
    if (embargo && !embargoUntil) return badRequest(context, options)
    const result = await run(context, importFile, { bytes, name, ...about, ...defined({ embargoUntil }) })
    if (!result) return badRequest(context, options)
    // A pasted text is read right away.
    const [made] = result.kind === 'imported' && title !== undefined ? result.articles : []
    if (made?.articleId) return context.redirect(articlePath(made.articleId), 303)
    const isRefusedPaste = result.kind === 'refused' && title !== undefined
    return told(
      context,
      result,
      isRefusedPaste ? { text: pasted, title, outlet, day, embargo, recording: about.recording } : undefined,
    )
  })
  web.post('/settings/import/list', async (context) => {
    const form = await readForm(context)
    const url = form && text(form, 'url')?.trim()
    return url ? told(context, (await run(context, importOpmlFrom, { url })) ?? unusable) : badRequest(context, options)
  })

  web.get('/save', async (context) => {
    const reader = readerOf(context, options)
    if (!mayMark(reader)) return context.redirect(signInPath(context), 303)
    const { url = '', title = '' } = context.req.query()
    const found = await run(context, findPage, { url })
    return context.html(savePage(found ?? { kind: 'no-address' }, title.slice(0, 500), reader), 200, noStore)
  })
  web.post('/articles', async (context) => {
    const form = await readForm(context)
    const url = form && text(form, 'url')?.trim()
    if (!form || !url) return badRequest(context, options)
    const title = text(form, 'title')?.slice(0, 500)
    const tags = (text(form, 'names') ?? '')
      .split(/[,،]/)
      .map((name) => name.trim())
      .filter(Boolean)
    const result = await run(context, addArticle, {
      url,
      ...defined({ title: title || undefined, tags: tags.length > 0 ? tags : undefined }),
    })
    if (!result) return badRequest(context, options)
    if (result.kind === 'saved') return context.redirect(articlePath(result.articleId), 303)
    const reader = { ...readerOf(context, options), path: '/settings/import' }
    return context.html(notSavedPage(result, url, reader), result.kind === 'kept' ? 200 : 422, noStore)
  })

  /** The result; for a long list, the page that shows its progress. */
  function told(context: Context, result: ImportResult, given?: PastedFields): Response | Promise<Response> {
    if (result.kind === 'queued') return context.redirect(opmlImportPath(result.importId), 303)
    const reader = { ...readerOf(context, options), path: '/settings/import' }
    const page = importPage(reader, { saveAddress: saveAddress(context), result, ...defined({ given }) })
    return context.html(page, result.kind === 'refused' ? 422 : 200, noStore)
  }

  function saveAddress(context: Context): string {
    return `${baseOf(context, options)}/save`
  }
}
