import type { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { defined } from '../../core/defined.ts'
import { compareTexts } from '../../operations/articles/compare-revisions.ts'
import { getEntryRecording, getEntryTranscript } from '../../operations/articles/entry-recording.ts'
import { getKeptPage } from '../../operations/articles/get-kept-page.ts'
import { sendPage } from '../finish-pages.ts'
import { readForm, text } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { playingPolicy } from '../security.ts'
import { sendFile } from '../send-file.ts'
import { entryRecordingPage, entryTranscriptPage } from './pages/entry-recording.ts'
import { revisionsPage } from './pages/revisions.ts'
import { lookCookie, ownLook, readingCookie, readingLook } from './reading-look.ts'

/** Recordings that came with entries, their transcripts, what changed in an article, and how articles look on a device. */
export function articleRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  // Both request the publisher's server, so their answers are never repeated from a cache.
  web.get('/entries/:id/recording', async (context) => {
    const view = await run(context, getEntryRecording, { id: context.req.param('id') })
    if (!view) return context.notFound()
    const seconds = /^\d{1,6}$/.test(context.req.query('t') ?? '') ? Number(context.req.query('t')) : undefined
    const headers = { ...noStore, 'Content-Security-Policy': playingPolicy(view.file.url) }
    return context.html(entryRecordingPage(view, seconds, readerOf(context, options)), 200, headers)
  })
  web.get('/entries/:id/transcripts/:number{\\d{1,3}}', async (context) => {
    const { id, number } = context.req.param()
    const view = await run(context, getEntryTranscript, { id, number: Number(number) })
    return view ? context.html(entryTranscriptPage(view, readerOf(context, options)), 200, noStore) : context.notFound()
  })

  // Never shown from here: somebody else's page would run with our address.
  web.get('/articles/:id/page.warc.gz', async (context) => {
    const file = await run(context, getKeptPage, { id: context.req.param('id') })
    return file ? sendFile(context, { ...file, contentType: file.mediaType }) : context.notFound()
  })
  web.get('/articles/:id/changes', async (context) => {
    const { from, to, view } = context.req.query()
    const found = await run(context, compareTexts, {
      id: context.req.param('id'),
      ...defined({ from: from || undefined, to: to || undefined }),
    })
    if (!found) return context.notFound()
    return sendPage(context, revisionsPage(found, view === 'sides' ? 'sides' : 'inline', readerOf(context, options)))
  })

  web.post('/reading-look', async (context) => {
    const form = await readForm(context)
    if (!form) return badRequest(context, options)
    const look = ownLook(
      readingLook((name) => text(form, name)),
      readerOf(context, options).preferences,
    )
    setCookie(context, readingCookie, lookCookie(look), {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: 365 * 86_400,
    })
    return context.redirect(safePath(text(form, 'back'), '/'), 303)
  })
}
