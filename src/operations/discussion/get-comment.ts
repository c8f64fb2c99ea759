import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { defineOperation } from '../operation.ts'
import { commentId, cursor, findDiscussed, mayWriteIn } from './discussion-access.ts'
import type { CommentThreadView } from './discussion-views.ts'
import { viewEntries } from './get-moderation.ts'
import { viewComments } from './view-comments.ts'

const repliesShown = 100

export const getComment = defineOperation({
  name: 'get_comment',
  minRole: 'guest',
  summary: 'One comment in its thread, with what can be done with it and what was decided about it',
  input: z.object({ id: commentId, cursor }),
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
