import { nothing, one, type Tries } from './try.ts'

/** Who moderates reads what was reported and decides about it. */
const moderators = { roles: ['moderator', 'owner'], why: 'who moderates decides about what others wrote' }
const openComments = 'a comment on news is for everybody who reads here'

/** How the operations of discussions are tried. */
export const discussionTries: Readonly<Record<string, Tries>> = {
  export_discussion: one(({ story }) => [{ kind: 'story', id: story, format: 'jsonl' }]),
  get_comment_form: {
    ...one(({ story }) => [{ changes: 'x' }, { answers: 'x' }, { kind: 'story', id: story }]),
    isOfInstance: openComments,
  },
  get_comment: { ...one(() => [{ id: 'x' }]), isOfInstance: openComments },
  get_discussion: one(({ story, article }) => [
    { kind: 'story', id: story },
    { kind: 'article', id: article },
  ]),
  get_moderation_queue: { ...nothing, mayRead: moderators },
  get_moderation_log: nothing,
  list_comments: one(({ story }) => [{}, { on: { kind: 'story', id: story } }]),
  list_mentions: one(() => [{}]),
  write_comment: {
    ...one(({ story }) => [
      { kind: 'story', id: story, body: 'The piers, then.' },
      { answers: 'x', body: 'The piers, then.' },
    ]),
    mostIds: 3,
  },
  edit_comment: { ...one(() => [{ id: 'x', body: 'The piers, then.' }]), isOfInstance: openComments },
  delete_comment: { ...one(() => [{ id: 'x' }]), isOfInstance: openComments },
  report_comment: { ...one(() => [{ id: 'x', reason: 'other', words: 'x' }]), isOfInstance: openComments },
  appeal_decision: one(() => [{ id: 'x', words: 'x' }]),
  moderate_comment: { ...one(() => [{ id: 'x', decision: 'hide', reason: 'x' }]), mayWrite: moderators },
  lock_discussion: { ...one(({ story }) => [{ kind: 'story', id: story, isLocked: true }]), mayWrite: moderators },
  block_writer: { ...one(() => [{ commentId: 'x', isBlocked: true, reason: 'x' }]), mayWrite: moderators },
}
