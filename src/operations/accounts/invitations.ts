import { z } from 'zod'
import { accountName, isPassword } from '../../core/account.ts'
import { hashPassword } from '../../credentials/password.ts'
import { hashToken, newId, newToken } from '../../credentials/token.ts'
import type { Invitation } from '../../store/accounts/invitations.ts'
import { defineOperation } from '../operation.ts'
import { countTry } from '../throttle.ts'
import { givenRole } from './change-account.ts'
import { noteEvent } from './note-event.ts'
import { openSession } from './open-session.ts'
import type { SetupResult } from './owner-setup.ts'
import type { SignInContext } from './sign-in.ts'

const DAY_MS = 86_400_000

/** A new invitation; its token is shown only this once. */
type InvitationMade = { readonly token: string; readonly expiresAt: string }

export const makeInvitation = defineOperation({
  name: 'make_invitation',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Creates an invitation for one person, valid for some days',
  input: z.strictObject({
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
  summary: 'Withdraws an unused invitation; undefined if there is none',
  input: z.strictObject({ id: z.string().min(1).max(60) }),
  async run(context, { id }): Promise<true | undefined> {
    if (!(await context.store.invitations.remove(id))) return undefined
    await noteEvent(context, 'invitation-taken-back', context.reader.id)
    return true
  },
})

type Found =
  | { readonly kind: 'found'; readonly invitation: Invitation }
  | { readonly kind: 'none' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/** The invitation of a link, while it is valid. Wrong ones are counted per address. */
export async function findInvitation(
  context: SignInContext,
  { token, address }: { readonly token: string; readonly address: string },
): Promise<Found> {
  const { store, now } = context
  const invitation = await store.invitations.find(hashToken(token), now().toISOString())
  if (invitation) return { kind: 'found', invitation }
  const gate = await countTry(context, 'invitation', '', address)
  return gate.kind === 'later' ? gate : { kind: 'none' }
}

/** Creates the invited account, uses up the invitation, and signs the person in. */
export async function acceptInvitation(
  context: SignInContext,
  given: {
    readonly token: string
    readonly address: string
    readonly name: string
    readonly password: string
    readonly browser: string
  },
): Promise<SetupResult> {
  const found = await findInvitation(context, given)
  if (found.kind === 'later') return found
  if (found.kind === 'none') return { kind: 'refused', why: 'closed' }
  const name = accountName(given.name)
  if (name === undefined) return { kind: 'refused', why: 'bad-name' }
  if (!isPassword(given.password)) return { kind: 'refused', why: 'bad-password' }
  const { id: invitationId, role } = found.invitation
  const account = { id: newId(), name, role, createdAt: context.now().toISOString() }
  const passwordHash = await hashPassword(given.password)
  const added = await context.store.accounts.add(account, { passwordHash, invitationId })
  if (added === 'name-taken') return { kind: 'refused', why: 'name-taken' }
  if (added === 'not-invited') return { kind: 'refused', why: 'closed' }
  await noteEvent(context, 'account-added', account.id)
  return { kind: 'entered', session: await openSession(context, account.id, 'password', given.browser) }
}
