import type { Context, Hono } from 'hono'
import { type Discussed, decisions, discussedKinds, reportReasons } from '../../core/comment.ts'
import { defined } from '../../core/defined.ts'
import type { WriteResult } from '../../operations/discussion/discussion-views.ts'
import { exportDiscussion } from '../../operations/discussion/export-discussion.ts'
import { getComment, getCommentForm } from '../../operations/discussion/get-comment.ts'
import { getDiscussion } from '../../operations/discussion/get-discussion.ts'
import { getModerationLog, getModerationQueue } from '../../operations/discussion/get-moderation.ts'
import { appealDecision, listComments, listMentions, reportComment } from '../../operations/discussion/list-comments.ts'
import {
  blockWriter,
  getDiscussionSwitch,
  lockDiscussion,
  moderateComment,
  setDiscussionSwitch,
} from '../../operations/discussion/moderate.ts'
import { deleteComment, editComment, writeComment } from '../../operations/discussion/write-comment.ts'
import type { InputOf } from '../../operations/operation.ts'
import { sendPage as page } from '../finish-pages.ts'
import { type Form, isOfOtherReader, readForm, text } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { sendFile } from '../send-file.ts'
import { commentFormPage, commentPage } from './pages/comment.ts'
import { commentListPage, ownCommentsPage } from './pages/comment-lists.ts'
import { discussionPage } from './pages/discussion.ts'
import { discussionSwitchPage, moderationLogPage, moderationPage } from './pages/moderation.ts'
import { commentPath, discussionPath } from './parts/discussion-links.ts'

const folders = { stories: 'story', articles: 'article' } as const

/** The discussion: its pages, forms, exports, and the pages for moderators. */
export function discussionRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  for (const [folder, kind] of Object.entries(folders)) {
    web.get(`/${folder}/:id/discussion`, async (context) => {
      const { cursor, revision, start, end } = context.req.query()
      const sentence = placeIn(revision, start, end)
      const on = { kind, id: context.req.param('id') }
      const view = await run(context, getDiscussion, {
        ...on,
        ...defined({ cursor: cursor || undefined, sentence }),
      })
      if (!view) return context.notFound()
      // A story merged into another: a temporary redirect, since a merge can be undone.
      if (view.on.id !== on.id) return context.redirect(discussionPath(view.on), 302)
      return page(context, discussionPage(view, readerOf(context, options)))
    })
    web.get(`/${folder}/:id/discussion/export/:format{jsonl|md}`, async (context) => {
      const format = context.req.param('format') as 'jsonl' | 'md'
      const file = await run(context, exportDiscussion, { kind, id: context.req.param('id'), format })
      if (!file) return context.notFound()
      return sendFile(context, { body: file.text, contentType: file.mediaType, fileName: file.fileName })
    })
  }
  web.get('/discussion', async (context) => {
    const cursor = context.req.query('cursor')
    const view = await run(context, listComments, cursor ? { cursor } : {})
    return view ? page(context, commentListPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/mentions', async (context) => {
    const { mentions, own } = context.req.query()
    const view = await run(context, listMentions, defined({ mentions: mentions || undefined, own: own || undefined }))
    return view ? page(context, ownCommentsPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/comments/new', async (context) => {
    const place = placeOf(context.req.query())
    const view = place && (await run(context, getCommentForm, place))
    return view ? page(context, commentFormPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/comments/:id/edit', async (context) => {
    const view = await run(context, getCommentForm, { changes: context.req.param('id') })
    return view ? page(context, commentFormPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/comments/:id', async (context) => {
    const cursor = context.req.query('cursor')
    const view = await run(context, getComment, {
      id: context.req.param('id'),
      ...defined({ cursor: cursor || undefined }),
    })
    return view ? page(context, commentPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/moderation', async (context) => {
    const cursor = context.req.query('cursor')
    const view = await run(context, getModerationQueue, cursor ? { cursor } : {})
    return view ? page(context, moderationPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/moderation/log', async (context) => {
    const cursor = context.req.query('cursor')
    const view = await run(context, getModerationLog, cursor ? { cursor } : {})
    return view ? page(context, moderationLogPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get('/admin/discussion', async (context) =>
    page(context, discussionSwitchPage(await run(context, getDiscussionSwitch, {}), readerOf(context, options))),
  )

  web.post('/comments', async (context) => {
    const form = await readForm(context)
    const [id, body = ''] = form ? [text(form, 'id'), text(form, 'body')] : []
    const place = form && !id ? formPlace(form) : undefined
    if (!form || (!id && !place)) return badRequest(context, options)
    const reader = readerOf(context, options)
    if (isOfOtherReader(form, reader)) {
      const view = await run(context, getCommentForm, id ? { changes: id } : place!)
      const problem = { body, message: reader.words.otherReaderNote }
      return view ? context.html(commentFormPage(view, reader, problem), 422, noStore) : badRequest(context, options)
    }
    const result = id
      ? await run(context, editComment, { id, body })
      : await run(context, writeComment, { ...place!, body })
    if (!result) return context.notFound()
    if (result.kind === 'written') return context.redirect(writtenPath(result), 303)
    // Nothing the reader wrote is lost: the form comes back with it.
    const view = await run(context, getCommentForm, id ? { changes: id } : place!)
    const problem = {
      body,
      message: { ...reader.words.discussion.mayNot, ...reader.words.discussion.refusals }[result.reason],
    }
    if (view) return context.html(commentFormPage(view, reader, problem), 422, noStore)
    return badRequest(context, options)
  })
  post('/comments/delete', async (form, context) => {
    const id = text(form, 'id')
    const gone = id && text(form, 'sure') === '1' ? await run(context, deleteComment, { id }) : undefined
    return gone && discussionPath(gone.on)
  })
  post('/comments/report', async (form, context) => {
    const id = text(form, 'id')
    const reason = reportReasons.find((known) => known === text(form, 'reason'))
    const words = text(form, 'words') ?? ''
    const done = id && reason && (await run(context, reportComment, { id, reason, words }))
    return done ? `${commentPath(id)}?said=reported` : undefined
  })
  post('/comments/appeal', async (form, context) => {
    const [id, words] = [text(form, 'id'), text(form, 'words')]
    const done = id && words && (await run(context, appealDecision, { id, words }))
    return done ? `${commentPath(id)}?said=appealed` : undefined
  })
  post('/moderation/decide', async (form, context) => {
    const id = text(form, 'id')
    const decision = decisions.find((known) => known === text(form, 'decision'))
    const reason = text(form, 'reason') ?? ''
    const done = id && decision && (await run(context, moderateComment, { id, decision, reason }))
    return done ? '/moderation' : undefined
  })
  post('/moderation/lock', async (form, context) => {
    const on = discussedIn(form)
    const threadId = text(form, 'thread')
    const isLocked = text(form, 'locked') === '1'
    const reason = text(form, 'reason') ?? ''
    const done =
      on &&
      (await run(context, lockDiscussion, { ...on, ...defined({ threadId: threadId || undefined }), isLocked, reason }))
    return done && (threadId ? commentPath(threadId) : discussionPath(on))
  })
  post('/moderation/block', async (form, context) => {
    const id = text(form, 'id')
    const isBlocked = text(form, 'blocked') === '1'
    const reason = text(form, 'reason') ?? ''
    const done = id && (await run(context, blockWriter, { commentId: id, isBlocked, reason }))
    return done === 'done' ? '/moderation' : undefined
  })
  post('/admin/discussion', async (form, context) => {
    const chosen = (['on', 'off', 'auto'] as const).find((known) => known === text(form, 'chosen'))
    return chosen && (await run(context, setDiscussionSwitch, { chosen })) ? '/admin/discussion' : undefined
  })

  /** Reads the form and runs `act`, which returns where to redirect, or undefined for an invalid request. */
  function post(path: string, act: (form: Form, context: Context) => Promise<string | undefined>): void {
    web.post(path, async (context) => {
      const form = await readForm(context)
      const next = form && (await act(form, context))
      return next ? context.redirect(safePath(text(form, 'back'), next), 303) : badRequest(context, options)
    })
  }
}

type CommentPlace = Exclude<InputOf<typeof getCommentForm>, { readonly changes: string }>

/** Where a new comment can be read; one pending review, on its own page only. */
function writtenPath({ id, isHeld }: WriteResult & { readonly kind: 'written' }): string {
  return isHeld ? `${commentPath(id)}?said=held` : `${commentPath(id)}#c-${id}`
}

function placeOf(query: Readonly<Record<string, string | undefined>>): CommentPlace | undefined {
  const { answers, story, article, revision, start, end } = query
  if (answers) return { answers }
  if (story) return { kind: 'story', id: story }
  if (!article) return undefined
  const sentence = placeIn(revision, start, end)
  return { kind: 'article', id: article, ...defined({ sentence }) }
}

function formPlace(form: Form): CommentPlace | undefined {
  const answers = text(form, 'answers')
  if (answers) return { answers }
  const on = discussedIn(form)
  const [start, end] = text(form, 'span')?.split('-') ?? []
  const sentence = placeIn(text(form, 'revision'), start, end)
  return on && { ...on, ...defined({ sentence }) }
}

function discussedIn(form: Form): Discussed | undefined {
  const kind = discussedKinds.find((known) => known === text(form, 'kind'))
  const id = text(form, 'on')
  return kind && id ? { kind, id } : undefined
}

function placeIn(documentId?: string, start = '', end = ''): InputOf<typeof getDiscussion>['sentence'] {
  if (!documentId || !/^\d{1,8}$/.test(start) || !/^\d{1,8}$/.test(end)) return undefined
  return { documentId, start: Number(start), end: Number(end) }
}
