import { z } from 'zod'
import { deciders, decisions } from '../../core/comment.ts'
import { defined } from '../../core/defined.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { commentId, discussedId, discussedKind, findDiscussed, reasonText } from './discussion-access.ts'
import type { DiscussionSwitchView } from './discussion-views.ts'

export const moderateComment = defineOperation({
  name: 'moderate_comment',
  minRole: 'moderator',
  summary: 'Shows, hides or removes a comment; who decided and why is in the public log',
  input: z.strictObject({
    id: commentId,
    decision: z.enum(decisions),
    reason: reasonText.default(''),
    /** Programs that let a model decide declare it; they use a moderator's token. */
    by: z.enum(deciders).default('moderator'),
  }),
  async run({ store, reader, now }, { id, decision, reason, by }): Promise<{ readonly id: string } | undefined> {
    if (!(await store.comments.isOn())) return undefined
    // Removing a comment requires a reason that people can read.
    if (decision !== 'approve' && reason === '') return undefined
    const made = { commentId: id, decision, by, readerId: reader.id, reason, at: now().toISOString() }
    const comment = await store.moderation.decide(made)
    return comment && { id: comment.id }
  },
})

export const lockDiscussion = defineOperation({
  name: 'lock_discussion',
  minRole: 'moderator',
  summary: 'Closes a discussion or a thread, or opens it again',
  input: z.strictObject({
    kind: discussedKind,
    id: discussedId,
    threadId: commentId.optional(),
    isLocked: z.boolean(),
    reason: reasonText.default(''),
  }),
  async run(context, { kind, id, threadId, isLocked, reason }): Promise<{ readonly id: string } | undefined> {
    const { store, reader, now } = context
    if (!(await store.comments.isOn())) return undefined
    const on = await findDiscussed(context, { kind, id })
    const [root] = threadId === undefined ? [] : await store.comments.findMany([threadId])
    const isOfIt = threadId === undefined || (root?.depth === 0 && root.on.kind === on?.kind && root.on.id === on.id)
    if (!on || !isOfIt) return undefined
    const place = { on: { kind: on.kind, id: on.id }, ...defined({ threadId }) }
    await store.moderation.setLock({ ...place, isLocked, readerId: reader.id, reason, at: now().toISOString() })
    return { id: on.id }
  },
})

export const blockWriter = defineOperation({
  name: 'block_writer',
  minRole: 'moderator',
  summary: 'Bans a comment’s author, or lifts the ban; moderators and the owner can’t be banned',
  input: z.strictObject({ commentId, isBlocked: z.boolean(), reason: reasonText.default('') }),
  async run({ store, reader, now }, { commentId: id, isBlocked, reason }): Promise<'done' | 'refused' | undefined> {
    if (!(await store.comments.isOn())) return undefined
    const comment = await store.comments.find(id)
    if (!comment || comment.readerId === '') return undefined
    const account = await store.accounts.find(comment.readerId)
    if (isBlocked && (account?.role === 'moderator' || account?.role === 'owner')) return 'refused'
    const block = { readerId: comment.readerId, isBlocked, byId: reader.id, reason, at: now().toISOString() }
    await store.moderation.setBlock(block)
    return 'done'
  },
})

export const getDiscussionSwitch = defineOperation({
  name: 'get_discussion_switch',
  minRole: 'owner',
  summary: 'Whether discussion is on, and how many comments wait for review',
  input: z.strictObject({}),
  run: (context) => switchView(context),
})

export const setDiscussionSwitch = defineOperation({
  name: 'set_discussion_switch',
  minRole: 'owner',
  summary: 'Turns discussion on or off, or leaves it on while there is more than one account',
  input: z.strictObject({ chosen: z.enum(['on', 'off', 'auto']) }),
  async run(context, { chosen }): Promise<DiscussionSwitchView> {
    const value = chosen === 'auto' ? undefined : chosen
    await context.store.instanceSettings.set('discussion', value, context.now().toISOString())
    return switchView(context)
  },
})

async function switchView({ store }: OperationContext): Promise<DiscussionSwitchView> {
  const value = await store.instanceSettings.get('discussion')
  const chosen = value === 'on' || value === 'off' ? value : 'auto'
  return { isOn: await store.comments.isOn(), chosen, waiting: await store.moderation.queueLength() }
}
