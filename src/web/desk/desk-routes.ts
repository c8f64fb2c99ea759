import type { Context, Hono } from 'hono'
import { deskStates } from '../../core/desk.ts'
import { maxLength } from '../../core/text/max-length.ts'
import {
  addDeskNote,
  changeDeskStory,
  getDeskStory,
  listDesk,
  listDeskLog,
  putOnDesk,
  removeDeskNote,
  takeOffDesk,
} from '../../operations/desk/desk.ts'
import { wordsAsInput } from '../../operations/run.ts'
import { sendPage } from '../finish-pages.ts'
import { type Form, isOfOtherReader, readForm, text } from '../form.ts'
import { deskPath } from '../layout/links.ts'
import { badRequest } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { deskLogPage, deskPage } from './pages/desk.ts'
import { deskStoryPage } from './pages/desk-story.ts'

/** The shared desk, one of its stories, its log, and the forms that change it. Forms redirect back (303). */
export function deskRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/desk', async (context) => {
    const isMine = context.req.query('mine') === '1'
    const view = await run(context, listDesk, { isMine })
    return view ? sendPage(context, deskPage(view, isMine, readerOf(context, options))) : context.notFound()
  })
  web.get('/desk/log', async (context) => {
    const cursor = context.req.query('cursor')
    const view = await run(context, listDeskLog, cursor ? { cursor } : {})
    return view ? sendPage(context, deskLogPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/desk/:id', async (context) => {
    const id = context.req.param('id')
    const view = await run(context, getDeskStory, wordsAsInput(getDeskStory, { story: id }))
    if (!view) return context.notFound()
    // A story merged into another: a temporary redirect, since a merge can be undone.
    if (view.story.storyId !== id) return context.redirect(deskPath(view.story.storyId), 302)
    return sendPage(context, deskStoryPage(view, readerOf(context, options), context.req.query('said') === 'saved'))
  })
  post('/desk', async (context, form) => {
    const story = text(form, 'story')
    const put = story && (await run(context, putOnDesk, wordsAsInput(putOnDesk, { story })))
    return put && deskPath(put.storyId)
  })
  post('/desk/:id', async (context, form, story) => {
    const changes = changesIn(form)
    // Browsers send lines that end in two characters, and count one.
    const body = (text(form, 'body') ?? '').replaceAll('\r\n', '\n').trim()
    if (!changes || body.length > maxLength.deskNote) return undefined
    const changed = await run(context, changeDeskStory, wordsAsInput(changeDeskStory, { story, ...changes }))
    if (!changed) return undefined
    if (body === '') return `${deskPath(changed.storyId)}?said=saved`
    const made = await run(context, addDeskNote, wordsAsInput(addDeskNote, { story, body }))
    return made && `${deskPath(changed.storyId)}#notes`
  })
  post('/desk/:id/notes/remove', async (context, form, story) => {
    const id = text(form, 'note')
    const isRemoved = id && (await run(context, removeDeskNote, wordsAsInput(removeDeskNote, { story, id })))
    return isRemoved ? `${deskPath(story)}#notes` : undefined
  })
  post('/desk/:id/remove', async (context, _form, story) => {
    const isRemoved = await run(context, takeOffDesk, wordsAsInput(takeOffDesk, { story }))
    return isRemoved && '/desk'
  })

  /** A form: `act` returns where to go afterwards; otherwise its input is refused. */
  function post(
    path: string,
    act: (context: Context, form: Form, story: string) => Promise<string | false | undefined>,
  ): void {
    web.post(path, async (context) => {
      const form = await readForm(context)
      if (!form || isOfOtherReader(form, readerOf(context, options))) return badRequest(context, options)
      const to = await act(context, form, context.req.param('id') ?? '')
      return to ? context.redirect(to, 303) : badRequest(context, options)
    })
  }
}

/** What of a story's fields was changed in the form; undefined when they aren't complete. */
function changesIn(form: Form) {
  const state = deskStates.find((each) => each === text(form, 'state'))
  const [assignee, due] = [text(form, 'assignee'), text(form, 'due')]
  if (!state || assignee === undefined || due === undefined) return undefined
  const isNew = (name: string, value: string) => value !== text(form, `had-${name}`)
  return {
    ...(isNew('state', state) && { state }),
    ...(isNew('assignee', assignee) && { assignee: assignee || null }),
    ...(isNew('due', due) && { due: due || null }),
  }
}
