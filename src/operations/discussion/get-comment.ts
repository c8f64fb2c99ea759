import { z } from 'zod'
import { editWindowMs } from '../../core/comment.ts'
import { defined } from '../../core/defined.ts'
import { documentId, offset } from '../input.ts'
import { sentencesAt } from '../library/get-notes.ts'
import { defineOperation } from '../operation.ts'
import { commentId, cursor, discussedId, discussedKind, findDiscussed, mayWriteIn } from './discussion-access.ts'
import type { CommentFormView, CommentThreadView } from './discussion-views.ts'
import { viewEntries } from './get-moderation.ts'
import { viewComments } from './view-comments.ts'

const repliesShown = 100

export const getComment = defineOperation({
  name: 'get_comment',
  minRole: 'guest',
  summary: 'A comment in its thread, with its possible actions and moderation decisions',
  input: z.strictObject({ id: commentId, cursor }),
  async run(context, { id, cursor: after }): Promise<CommentThreadView | undefined> {
    const { store, reader } = context
    if (!(await store.comments.isOn())) return undefined
    const [found] = await store.comments.findMany([id])
    const [root] = found ? await store.comments.findMany([found.rootId]) : []
    const on = root && (await findDiscussed(context, root.on))
    if (!found || !root || !on) return undefined
    const [chosen, first] = await viewComments(context, [found, root])
    const isPlace = found.state === 'shown' || found.childCount > 0
    if (!isPlace && chosen!.blocks.length === 0) return undefined
    const page = await store.comments.replies(root.id, reader.id, repliesShown, after)
    const [lock, locks, decided] = await Promise.all([
      store.moderation.lockOf(root.on),
      store.moderation.threadLocks([root.id]),
      store.moderation.logOf(found.id),
    ])
    const threadLock = locks.get(root.id)
    return {
      on,
      id,
      chosen: chosen!,
      first: first!,
      replies: await viewComments(context, page.rows),
      ...defined({ next: page.next, lock: (lock ?? threadLock) && (lock ?? threadLock)! }),
      isThreadLocked: threadLock !== undefined,
      mayWrite: await mayWriteIn(context, lock ?? threadLock),
      decisions: await viewEntries(context, decided),
    }
  },
})

export const getCommentForm = defineOperation({
  name: 'get_comment_form',
  minRole: 'reader',
  summary: 'What the form needs to write, answer or edit a comment',
  input: z.union([
    z.object({ changes: commentId }),
    z.object({ answers: commentId }),
    z.object({
      kind: discussedKind,
      id: discussedId,
      sentence: z.object({ documentId, start: offset, end: offset }).optional(),
    }),
  ]),
  async run(context, input): Promise<CommentFormView | undefined> {
    const { store, reader, now } = context
    if (!(await store.comments.isOn())) return undefined
    if ('kind' in input) {
      const on = await findDiscussed(context, input)
      if (!on) return undefined
      const mayWrite = await mayWriteIn(context, await store.moderation.lockOf(on))
      if (!input.sentence) return { on, mayWrite }
      const { documentId: revision, start, end } = input.sentence
      const stored = on.kind === 'article' ? await store.articles.findByDocument(revision) : undefined
      if (stored?.article.id !== on.id || start >= end || end > stored.document.text.length) return undefined
      const { document } = stored
      const sentence = {
        documentId: document.id,
        chosen: { start, end },
        exact: document.text.slice(start, end),
        others: sentencesAt(stored, { start, end }),
      }
      return { on, mayWrite, sentence }
    }
    const comment = await store.comments.find('changes' in input ? input.changes : input.answers)
    const on = comment && (await findDiscussed(context, comment.on))
    if (!on) return undefined
    const locks = await store.moderation.threadLocks([comment.rootId])
    const lock = (await store.moderation.lockOf(on)) ?? locks.get(comment.rootId)
    if ('answers' in input) {
      if (comment.state !== 'shown') return undefined
      const [answers] = await viewComments(context, [comment])
      return { on, mayWrite: await mayWriteIn(context, lock), answers: answers! }
    }
    if (comment.readerId !== reader.id || (comment.state !== 'shown' && comment.state !== 'held')) return undefined
    const until = new Date(Date.parse(comment.at) + editWindowMs).toISOString()
    if (until <= now().toISOString()) return undefined
    return { on, mayWrite: 'yes', changes: { id: comment.id, body: comment.body, until } }
  },
})
