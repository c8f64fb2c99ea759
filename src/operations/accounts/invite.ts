import { z } from 'zod'
import { hashToken, newId, newToken } from '../../credentials/token.ts'
import { defineOperation } from '../operation.ts'
import { givenRole } from './change-account.ts'
import { noteEvent } from './note-event.ts'

const DAY_MS = 86_400_000

/** A new invitation; its token is shown only this once. */
type InvitationMade = { readonly token: string; readonly expiresAt: string }

export const makeInvitation = defineOperation({
  name: 'make_invitation',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Makes an invitation that one person can use once, for some days',
  input: z.object({
    role: givenRole,
    days: z.number().int().min(1).max(30),
    note: z.string().trim().max(100).default(''),
  }),
  async run(context, { role, days, note }): Promise<InvitationMade> {
    const { store, reader, now } = context
    const at = now()
    const token = newToken()
    const expiresAt = new Date(at.getTime() + days * DAY_MS).toISOString()
    const invitation = { id: newId(), readerId: reader.id, role, note, createdAt: at.toISOString(), expiresAt }
    await store.invitations.add(invitation, hashToken(token))
    await noteEvent(context, 'invitation-made', reader.id)
    return { token, expiresAt }
  },
})

export const takeBackInvitation = defineOperation({
  name: 'take_back_invitation',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Takes an invitation back that nobody used; undefined when there is none',
  input: z.object({ id: z.string().min(1).max(60) }),
  async run(context, { id }): Promise<true | undefined> {
    if (!(await context.store.invitations.remove(id))) return undefined
    await noteEvent(context, 'invitation-taken-back', context.reader.id)
    return true
  },
})
