import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { taggedKinds } from '../../core/marks.ts'
import { setPreferences } from '../../operations/accounts/preferences.ts'
import { exportMarks } from '../../operations/library/export-marks.ts'
import { exportNotes } from '../../operations/library/export-notes.ts'
import { exportSaved } from '../../operations/library/export-saved.ts'
import { getFollowing } from '../../operations/library/get-following.ts'
import { clearHistory, getHistory } from '../../operations/library/get-history.ts'
import { getNoteForm, listNotes } from '../../operations/library/get-notes.ts'
import { listHighlights } from '../../operations/library/highlights.ts'
import { importMarks } from '../../operations/library/import-marks.ts'
import type { MarksFile } from '../../operations/library/library-views.ts'
import { listSaved } from '../../operations/library/list-saved.ts'
import { removeNote, saveNote } from '../../operations/library/save-note.ts'
import type { InputOf } from '../../operations/operation.ts'
import { mutedIn, sendPage as page } from '../finish-pages.ts'
import { type Form, isOfOtherReader, readForm, text } from '../form.ts'
import { articlePath } from '../layout/links.ts'
import { badRequest, noStore } from '../no-store.ts'
import { placeOf } from '../note-place.ts'
import { isVisit, type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { sendFile } from '../send-file.ts'
import { followingPage } from './pages/following.ts'
import { historyPage } from './pages/history.ts'
import { noteFormPage } from './pages/note-form.ts'
import { notesPage } from './pages/notes.ts'
import { marksRefusedPage, marksRestoredPage } from './pages/restored-marks.ts'
import { savedPage } from './pages/saved.ts'
import { libraryPaths } from './parts/library-head.ts'

/** Following, the library and its former URLs, the forms for notes and history, and exports. */
export function libraryPages(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/following', async (context) => {
    const view = await run(context, getFollowing, { ...mutedIn(context), looks: isVisit(context) })
    return view ? page(context, followingPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/mutes', (context) => context.redirect('/settings/rules#mutes', 301))

  for (const [tab, path] of Object.entries(libraryPaths))
    web.get(`/${tab}`, (context) => context.redirect(`${path}${new URL(context.req.url).search}`, 301))
  web.get(libraryPaths.saved, async (context) => {
    const { q: query, kind, tag, page: number } = context.req.query()
    const wanted = [...taggedKinds, 'articles' as const].find((known) => known === kind)
    const view = await run(
      context,
      listSaved,
      defined({
        kind: wanted,
        query: query || undefined,
        tag: tag || undefined,
        page: number && /^\d{1,4}$/.test(number) && Number(number) > 0 ? Number(number) : undefined,
      }),
    )
    return view ? page(context, savedPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/saved/export/:format{md|json|csv|bib|csl\\.json|warc}', async (context) =>
    download(
      context,
      await run(context, exportSaved, { format: context.req.param('format') as InputOf<typeof exportSaved>['format'] }),
    ),
  )

  web.get(libraryPaths.notes, async (context) => {
    const { cursor, highlights } = context.req.query()
    const [view, marked] = await Promise.all([
      run(context, listNotes, cursor ? { cursor } : {}),
      run(context, listHighlights, highlights ? { cursor: highlights } : {}),
    ])
    return view && marked ? page(context, notesPage(view, marked, readerOf(context, options))) : context.notFound()
  })
  web.get('/notes/export/:format{md|jsonld}', async (context) =>
    download(context, await run(context, exportNotes, { format: context.req.param('format') as 'md' | 'jsonld' })),
  )
  web.get('/notes/new', async (context) => {
    const { article, revision, start, end } = context.req.query()
    const place = placeOf({ article, revision, start, end })
    const view = place && (await run(context, getNoteForm, place))
    return view ? page(context, noteFormPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/notes/:id/edit', async (context) => {
    const view = await run(context, getNoteForm, { id: context.req.param('id') })
    return view ? page(context, noteFormPage(view, readerOf(context, options))) : context.notFound()
  })
  web.post('/notes', async (context) => {
    const form = await readForm(context)
    return (form && (await keepNote(context, form))) ?? badRequest(context, options)
  })
  post('/notes/remove', async (form, context) => {
    const id = text(form, 'id')
    return id ? ((await run(context, removeNote, { id })) ?? {}) : undefined
  })

  web.get(libraryPaths.history, async (context) => {
    const cursor = context.req.query('cursor')
    const view = await run(context, getHistory, cursor ? { cursor } : {})
    return view ? page(context, historyPage(view, readerOf(context, options))) : context.notFound()
  })
  post('/history/forget', async (form, context) => {
    const [kind, target] = [text(form, 'kind'), text(form, 'target')]
    const isKnown = (kind === 'story' || kind === 'article') && target
    return isKnown ? run(context, clearHistory, { kind, target }) : undefined
  })
  post('/history/clear', async (form, context) =>
    text(form, 'sure') === '1' ? run(context, clearHistory, {}) : undefined,
  )
  post('/history/keep', async (form, context) => {
    const history = text(form, 'history')
    return history === 'on' || history === 'off'
      ? run(context, setPreferences, { preferences: { history } })
      : undefined
  })

  web.get('/marks.json', async (context) => download(context, await run(context, exportMarks, {})))
  web.post('/marks', async (context) => {
    const form = await readForm(context)
    const file = form?.get('file')?.[0]
    const marks = file instanceof File ? await file.text() : file
    const result = marks && (await run(context, importMarks, { text: marks }))
    if (!form || !result) return badRequest(context, options)
    const reader = { ...readerOf(context, options), path: safePath(text(form, 'back'), '/settings') }
    if (result.kind === 'imported') return context.html(marksRestoredPage(result.counts, reader), 200, noStore)
    return context.html(marksRefusedPage(result.message, reader), 422, noStore)
  })

  /** Saves a note; when that fails, the form comes back as it was sent, so nothing is lost. */
  async function keepNote(context: Context, form: Form): Promise<Response | undefined> {
    const [id, was, body, at, span] = ['id', 'was', 'body', 'at', 'span'].map((name) => text(form, name))
    if (body === undefined) return undefined
    const [start, end] = span?.split('-') ?? [text(form, 'start'), text(form, 'end')]
    const place = placeOf({ article: text(form, 'article'), revision: text(form, 'revision'), start, end })
    const reader = readerOf(context, options)
    if (isOfOtherReader(form, reader)) {
      const view = place && (await run(context, getNoteForm, place))
      return view && context.html(noteFormPage(view, reader, { body, kind: 'other-reader' }), 422, noStore)
    }
    const ofNew = place && { ...place, ...defined({ id: id || undefined, at: at || undefined }), body }
    if (!ofNew && !id) return undefined
    const changes = id && (was || !ofNew) ? { id, ...defined({ was: was || undefined }), body } : undefined
    const changed = changes && (await run(context, saveNote, changes))
    const ofChanged = changes && (await run(context, getNoteForm, { id: changes.id }))
    // A note deleted meanwhile is restored with the new text.
    const note = changed ?? (ofNew && !ofChanged ? await run(context, saveNote, ofNew) : undefined)
    if (note) {
      const path = safePath(text(form, 'back'), articlePath(note.articleId)).replace(/#.*$/, '')
      return context.redirect(`${path}#note-${note.id}`, 303)
    }
    const view = ofChanged ?? (place && (await run(context, getNoteForm, place)))
    if (!view) return undefined
    const isElsewhere = was !== undefined && view.note !== undefined && view.note.changedAt !== was
    const problem = { body, kind: isElsewhere ? 'elsewhere' : 'refused' } as const
    return context.html(noteFormPage(view, reader, problem), 422, noStore)
  }

  /** Reads the form and runs `act`; undefined means that something is missing or invalid. */
  function post(path: string, act: (form: Form, context: Context) => Promise<object | undefined>): void {
    web.post(path, async (context) => {
      const form = await readForm(context)
      const result = form && (await act(form, context))
      const back = form && text(form, 'back')
      return result ? context.redirect(safePath(back, libraryPaths.history), 303) : badRequest(context, options)
    })
  }
}

function download(context: Context, file: MarksFile | undefined): Response | Promise<Response> {
  if (!file) return context.notFound()
  return sendFile(context, { body: file.text, contentType: file.mediaType, fileName: file.fileName })
}
