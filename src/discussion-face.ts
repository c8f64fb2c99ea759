import { exportDiscussion } from './operations/export-discussion.ts'
import { getComment } from './operations/get-comment.ts'
import { getCommentForm } from './operations/get-comment-form.ts'
import { getDiscussion } from './operations/get-discussion.ts'
import { getModerationLog, getModerationQueue } from './operations/get-moderation.ts'
import { appealDecision, listComments, listMentions, reportComment } from './operations/list-comments.ts'
import {
  blockWriter,
  getDiscussionSwitch,
  hasDiscussion,
  lockDiscussion,
  moderateComment,
  setDiscussionSwitch,
} from './operations/moderate.ts'
import type { Ask, Need } from './operations/operation.ts'
import { deleteComment, editComment, writeComment } from './operations/write-comment.ts'
import type { DiscussionOperations } from './web/discussion-operations.ts'

/** Joins the pages of comments, and of who looks after them, to what they ask for. */
export function discussionFace(ask: Ask, need: Need): DiscussionOperations {
  return {
    hasDiscussion: need(hasDiscussion),
    discussion: ask(getDiscussion),
    comment: ask(getComment),
    commentForm: ask(getCommentForm),
    comments: ask(listComments),
    mentions: ask(listMentions),
    moderationQueue: ask(getModerationQueue),
    moderationLog: ask(getModerationLog),
    exportDiscussion: ask(exportDiscussion),
    discussionSwitch: need(getDiscussionSwitch),
    writeComment: ask(writeComment),
    editComment: ask(editComment),
    deleteComment: ask(deleteComment),
    reportComment: ask(reportComment),
    appealDecision: ask(appealDecision),
    moderateComment: ask(moderateComment),
    lockDiscussion: ask(lockDiscussion),
    blockWriter: ask(blockWriter),
    setDiscussionSwitch: ask(setDiscussionSwitch),
  }
}
