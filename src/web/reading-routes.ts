import type { Context, Hono } from 'hono'
import { moment } from '../operations/input.ts'
import { aboutPage } from './pages/about.ts'
import { addPage } from './pages/add.ts'
import { articlePage } from './pages/article.ts'
import { citationFragment, citationPage } from './pages/citation.ts'
import { entryPage } from './pages/entry.ts'
import { feedsPage } from './pages/feeds.ts'
import { jobsPage } from './pages/jobs.ts'
import { searchPage } from './pages/search.ts'
import { sourcePage, sourcesPage } from './pages/source.ts'
import { storyPage } from './pages/story.ts'
import { todayPage } from './pages/today.ts'
import { storyPath } from './parts/links.ts'
import { longPart } from './parts/long-story.ts'
import { readerOf, type WebOptions } from './request-reader.ts'
import type { ExportedFile, StoryFormat, WebOperations } from './web-operations.ts'

const formats: readonly StoryFormat[] = ['md', 'jsonld', 'csv']

/** Pages to read; each asks one operation and writes one page. What the operation does not know is not found. */
export function readingRoutes(web: Hono, app: WebOperations, options: WebOptions): void {
  const today = async (context: Context, day?: string) => {
    const { language, section } = context.req.query()
    const view = await app.today(present({ day, language, section }))
    return view ? page(context, todayPage(view, readerOf(context, options))) : context.notFound()
  }
  web.get('/', async (context) => {
    const { home } = readerOf(context, options).preferences
    return home === 'today' ? today(context) : context.redirect(home === 'feeds' ? '/feeds' : '/brief', 302)
  })
  // Where Today is when something else was chosen to come first.
  web.get('/today', (context) => today(context))
  web.get('/days/:day{\\d{4}-\\d{2}-\\d{2}}', (context) => today(context, context.req.param('day')))

  web.get('/stories/:id', async (context) => {
    const id = context.req.param('id')
    const view = await app.story(present({ id, since: moment.safeParse(context.req.query('since')).data }))
    // A story that went into another: for now, since a merge can be taken back.
    if (view && view.id !== id) return context.redirect(storyPath(view.id), 302)
    const whole = longPart(context.req.query('all'))
    return view ? page(context, storyPage(view, readerOf(context, options), whole)) : context.notFound()
  })
  web.get('/stories/:id/export/:format', async (context) => {
    const format = formats.find((known) => known === context.req.param('format'))
    const file = format && (await app.exportStory({ id: context.req.param('id'), format }))
    return file ? download(context, file) : context.notFound()
  })
  web.get('/articles/:id', async (context) => {
    const { revision, start, end } = context.req.query()
    const input = present({ id: context.req.param('id'), revision, start: offset(start), end: offset(end) })
    const view = await app.article(input)
    return view ? page(context, articlePage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/citations/:documentId/:span{\\d{1,9}-\\d{1,9}}', async (context) => {
    const [start, end] = context.req.param('span').split('-').map(Number)
    const view = await app.citation({ documentId: context.req.param('documentId'), start: start!, end: end! })
    if (!view) return context.notFound()
    const reader = readerOf(context, options)
    const isFragment = context.req.query('fragment') === '1'
    return page(context, isFragment ? String(citationFragment(view, reader)) : citationPage(view, reader))
  })
  web.get('/entries/:id', async (context) => {
    const view = await app.entry({ id: context.req.param('id') })
    return view ? page(context, entryPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/feeds', async (context) => {
    const { feed: feedId, folder, show, cursor } = context.req.query()
    const wanted = show === 'all' || show === 'starred' ? show : 'unread'
    const view = await app.river({ ...present({ feedId, folder, cursor }), show: wanted })
    return view ? page(context, feedsPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/feeds.opml', async (context) => download(context, await app.exportOpml()))
  web.get('/sources', async (context) => page(context, sourcesPage(await app.sources(), readerOf(context, options))))
  web.get('/sources/:id', async (context) => {
    const view = await app.source({ id: context.req.param('id') })
    return view ? page(context, sourcePage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/search', async (context) => {
    const { q: query = '', speaker = '', cursor } = context.req.query()
    const reader = readerOf(context, options)
    if (query.trim() === '' && speaker.trim() === '')
      return page(context, searchPage({ query: '', hits: [], quotes: [] }, reader))
    const view = await app.search({ query, ...present({ speaker: speaker || undefined, cursor }) })
    return view ? page(context, searchPage(view, reader, speaker)) : context.notFound()
  })
  web.get('/add', async (context) => {
    const { added, existing } = context.req.query()
    const [view, progress] = await Promise.all([app.add(), app.progress()])
    const outcome =
      added === undefined
        ? undefined
        : { kind: 'done' as const, added: offset(added) ?? 0, existing: offset(existing) ?? 0 }
    return page(context, addPage(view, readerOf(context, options), { progress, ...(outcome && { outcome }) }))
  })
  web.get('/jobs', async (context) => page(context, jobsPage(await app.jobs(), readerOf(context, options))))
  web.get('/about', (context) => page(context, aboutPage(readerOf(context, options))))
}

/** A page is checked with its ETag every time: it belongs to one reader and changes as news comes in. */
function page(context: Context, markup: string): Response | Promise<Response> {
  context.header('Vary', 'Accept-Language, Cookie')
  return context.html(markup, 200, { 'Cache-Control': 'private, no-cache' })
}

function download(context: Context, file: ExportedFile): Response {
  const name = file.fileName.replace(/[^\p{L}\p{N}._-]+/gu, '-')
  return context.body(file.body, 200, {
    'Content-Type': file.contentType,
    'Content-Disposition': `attachment; filename="${name.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Cache-Control': 'private, no-cache',
  })
}

/** A whole number of an address, or undefined for anything else. */
function offset(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined
}

type Present<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> }

/** Leaves out what is undefined, so that an absent query parameter is an absent field. */
function present<Value extends object>(value: Value): Partial<Present<Value>> & RequiredOf<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never
}

type RequiredOf<Value> = { [Key in keyof Value as undefined extends Value[Key] ? never : Key]: Value[Key] }
