import type { Context, Hono } from 'hono'
import { defined } from '../core/defined.ts'
import { getProgress } from '../operations/admin/get-progress.ts'
import { getArticle } from '../operations/articles/get-article.ts'
import { getCitation } from '../operations/articles/get-citation.ts'
import { getEntry } from '../operations/articles/get-entry.ts'
import { translateArticle } from '../operations/articles/translation/translate-article.ts'
import { compareOutlets } from '../operations/feeds/compare-outlets.ts'
import { exportOpml } from '../operations/feeds/export-opml.ts'
import { getSource, listSources } from '../operations/feeds/get-source.ts'
import { listPacks } from '../operations/feeds/list-packs.ts'
import type { MarksFile } from '../operations/library/library-views.ts'
import { wordsAsInput } from '../operations/run.ts'
import { exportStory } from '../operations/stories/export-story.ts'
import { articlePage } from './articles/pages/article.ts'
import { citationFragment, citationPage } from './articles/pages/citation.ts'
import { entryPage } from './articles/pages/entry.ts'
import { translationPath } from './articles/parts/translation-link.ts'
import { addPage } from './feeds/pages/add.ts'
import { compareOutletsPage } from './feeds/pages/compare-outlets.ts'
import { sourcePage, sourcesPage } from './feeds/pages/source.ts'
import { sendPage as page } from './finish-pages.ts'
import { mayMark } from './layout/forms.ts'
import { entryPath, isWebUrl } from './layout/links.ts'
import { aboutPage } from './layout/pages/about.ts'
import { badRequest } from './no-store.ts'
import { isOpening, isVisit, type RunIn, readerOf, type WebOptions } from './request-reader.ts'
import { signInPath } from './require-sign-in.ts'
import { readSourceChoice } from './stories/parts/arrange-sources.ts'

const formats: readonly string[] = ['md', 'jsonld', 'csv', 'ninjs.json', 'bib', 'csl.json', 'warc']

/** Pages to read; each runs one operation and renders one page. What the operation does not know answers 404. */
export function readingRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/stories/:id/export/:format', async (context) => {
    const asked = context.req.param('format')
    // A plugin's format is named by its file extension alone.
    const format = formats.find((known) => known === asked) ?? /^[a-z0-9]{1,12}$/.exec(asked)?.[0]
    const file = format && (await run(context, exportStory, { id: context.req.param('id'), format }))
    return file ? download(context, file) : context.notFound()
  })
  web.get('/articles/:id', async (context) => {
    const { revision, start, end } = context.req.query()
    const input = present({
      id: context.req.param('id'),
      revision,
      start: offset(start),
      end: offset(end),
      reads: isOpening(context),
    })
    const view = await run(context, getArticle, input)
    const always = revision === undefined && input.start === undefined && context.req.query('original') !== '1'
    const to = always ? view?.translations?.always : undefined
    if (view && to !== undefined) {
      // By the reader's choice for this language; until the translation exists the original is shown, with a note that it is being made.
      if (!view.translations?.there.some(({ language }) => language === to) && isVisit(context))
        await run(context, translateArticle, { id: view.article.id, to })
      if (view.translations?.there.some(({ language, state }) => language === to && state === 'made'))
        return context.redirect(translationPath(view.article.id, to), 302)
    }
    return view ? page(context, articlePage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/citations/:documentId/:span{\\d{1,9}-\\d{1,9}}', async (context) => {
    const [start, end] = context.req.param('span').split('-').map(Number)
    const view = await run(context, getCitation, {
      documentId: context.req.param('documentId'),
      start: start!,
      end: end!,
    })
    if (!view) return context.notFound()
    const reader = readerOf(context, options)
    const isFragment = context.req.query('fragment') === '1'
    return page(context, isFragment ? String(citationFragment(view, reader)) : citationPage(view, reader))
  })
  web.get('/entries/:id', async (context) => {
    const view = await run(context, getEntry, { id: context.req.param('id'), reads: isOpening(context) })
    return view ? page(context, entryPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/entries/:id/original', async (context) => {
    const view = await run(context, getEntry, { id: context.req.param('id'), reads: isOpening(context) })
    if (!view) return context.notFound()
    const { id, url } = view.entry
    return context.redirect(isWebUrl(url) ? url : entryPath(id), 302)
  })
  web.get('/feeds.opml', async (context) => {
    const text = await run(context, exportOpml, {})
    return download(context, { text, mediaType: 'text/x-opml; charset=utf-8', fileName: 'twosource.opml' })
  })
  web.get('/sources', async (context) => {
    const choice = readSourceChoice(context.req.query())
    return page(context, sourcesPage(await run(context, listSources, {}), readerOf(context, options), choice))
  })
  web.get('/sources/compare', async (context) => {
    const reader = readerOf(context, options)
    if (!mayMark(reader)) return context.redirect(signInPath(context), 303)
    const { a, b, ...rest } = context.req.query()
    const given = Object.entries({ ...rest, a, b }).filter(([, value]) => value)
    const input = compareOutlets.input.safeParse(Object.fromEntries(given))
    if (!input.success) return badRequest(context, options)
    const view = await run(context, compareOutlets, wordsAsInput(compareOutlets, input.data))
    return view ? page(context, compareOutletsPage(view, { a, b }, reader)) : context.notFound()
  })
  web.get('/sources/:id', async (context) => {
    const view = await run(context, getSource, { id: context.req.param('id') })
    return view ? page(context, sourcePage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/add', async (context) => {
    const { added, existing } = context.req.query()
    const [view, progress] = await Promise.all([run(context, listPacks, {}), run(context, getProgress, {})])
    const outcome =
      added === undefined
        ? undefined
        : { kind: 'done' as const, added: offset(added) ?? 0, existing: offset(existing) ?? 0 }
    return page(context, addPage(view, readerOf(context, options), { progress, ...defined({ outcome }) }))
  })
  web.get('/about', (context) => page(context, aboutPage(readerOf(context, options))))
}

function download(context: Context, file: MarksFile): Response {
  const name = file.fileName.replace(/[^\p{L}\p{N}._-]+/gu, '-')
  return context.body(file.text, 200, {
    'Content-Type': file.mediaType,
    'Content-Disposition': `attachment; filename="${name.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Cache-Control': 'private, no-cache',
  })
}

/** A whole number in a URL; undefined for anything else. */
function offset(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined
}

type Present<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> }

/** Drops undefined values, so that an absent query parameter is an absent field. */
function present<Value extends object>(value: Value): Partial<Present<Value>> & RequiredOf<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never
}

type RequiredOf<Value> = { [Key in keyof Value as undefined extends Value[Key] ? never : Key]: Value[Key] }
