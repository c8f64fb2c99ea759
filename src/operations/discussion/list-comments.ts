import { z } from 'zod'
import { reportReasons } from '../../core/comment.ts'
import { defined } from '../../core/defined.ts'
import { defineOperation } from '../operation.ts'
import { commentId, cursor, discussedId, discussedKind, findDiscussed, reasonText } from './discussion-access.ts'
import type { CommentListView, DiscussedView, OwnCommentsView } from './discussion-views.ts'
import { listWithTitles } from './view-comments.ts'

const PAGE = 30
/** Reports by this many readers hold a comment until a moderator reviews it. */
const reportsThatHold = 3

export const listComments = defineOperation({
  name: 'list_comments',
  minRole: 'guest',
  summary: 'The newest comments of the server, or of one story or article',
  input: z.strictObject({ on: z.object({ kind: discussedKind, id: discussedId }).optional(), cursor }),
  async run(
    context,
    { on: asked, cursor: after },
  ): Promise<(CommentListView & { readonly on?: DiscussedView }) | undefined> {
    const { store } = context
    if (!(await store.comments.isOn())) return undefined
    const on = asked && (await findDiscussed(context, asked))
    if (asked && !on) return undefined
    const page = await store.comments.newest(PAGE, defined({ on, cursor: after }))
    return { ...(await listWithTitles(context, page)), ...defined({ on }) }
  },
})

export const listMentions = defineOperation({
  name: 'list_mentions',
  minRole: 'reader',
  summary: 'Comments that mention the reader, and their own, newest first',
  input: z.strictObject({ mentions: cursor, own: cursor }),
  async run(context, { mentions, own }): Promise<OwnCommentsView | undefined> {
    const { store, reader } = context
    if (!(await store.comments.isOn())) return undefined
    const [mentioning, written, block] = await Promise.all([
      store.comments.mentioning(reader.id, PAGE, mentions),
      store.comments.ofReader(reader.id, PAGE, own),
      store.moderation.blockOf(reader.id),
    ])
    return {
      mentions: await listWithTitles(context, mentioning),
      own: await listWithTitles(context, written),
      isBlocked: block !== undefined,
    }
  },
})

export const reportComment = defineOperation({
  name: 'report_comment',
  minRole: 'reader',
  summary: 'Reports a comment to the moderators, once; after several reports it is hidden until reviewed',
  input: z.strictObject({ id: commentId, reason: z.enum(reportReasons), words: reasonText.default('') }),
  async run({ store, reader, now }, { id, reason, words }): Promise<'done' | 'already' | undefined> {
    if (!(await store.comments.isOn())) return undefined
    const comment = await store.comments.find(id)
    if (!comment || comment.readerId === reader.id) return undefined
    const report = { commentId: id, readerId: reader.id, reason, words, at: now().toISOString() }
    const done = await store.moderation.report(report, reportsThatHold)
    return done === 'not-there' ? undefined : done
  },
})

export const appealDecision = defineOperation({
  name: 'appeal_decision',
  minRole: 'reader',
  summary: 'Appeals a decision on one’s own comment, once; a moderator reviews it',
  input: z.strictObject({ id: commentId, words: reasonText.pipe(z.string().min(1)) }),
  async run({ store, reader, now }, { id, words }): Promise<'done' | 'already' | undefined> {
    if (!(await store.comments.isOn())) return undefined
    const done = await store.moderation.appeal(reader.id, id, words, now().toISOString())
    return done === 'not-there' ? undefined : done
  },
})
