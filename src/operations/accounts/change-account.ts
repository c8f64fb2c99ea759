import { z } from 'zod'
import { accountName, isPassword } from '../../core/account.ts'
import { accountRoles } from '../../core/reader-identity.ts'
import { hashPassword } from '../../credentials/password.ts'
import { newId } from '../../credentials/token.ts'
import type { AccountChange } from '../../store/accounts/accounts.ts'
import { defineOperation } from '../operation.ts'
import { guestsSetting } from './authentication.ts'
import { noteEvent } from './note-event.ts'
import type { CredentialProblem } from './owner-setup.ts'

export const accountId = z.string().min(1).max(60)
export const givenRole = z.enum(accountRoles)

export const setAccountRole = defineOperation({
  name: 'set_account_role',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Changes an account’s role and ends its sessions; the last owner stays owner',
  input: z.strictObject({ id: accountId, role: givenRole }),
  async run(context, { id, role }): Promise<AccountChange> {
    const change = await context.store.accounts.setRole(id, role)
    if (change === 'done') await noteEvent(context, 'role-changed', id)
    return change
  },
})

export const disableAccount = defineOperation({
  name: 'disable_account',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Suspends an account and ends its sessions, or lifts the suspension; never the last owner’s',
  input: z.strictObject({ id: accountId, isDisabled: z.boolean() }),
  async run(context, { id, isDisabled }): Promise<AccountChange> {
    const change = await context.store.accounts.setDisabled(id, isDisabled ? context.now().toISOString() : undefined)
    if (change === 'done') await noteEvent(context, isDisabled ? 'account-disabled' : 'account-enabled', id)
    return change
  },
})

export const setGuests = defineOperation({
  name: 'set_guests',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Sets whether anyone may read without signing in',
  input: z.strictObject({ mayRead: z.boolean() }),
  run: ({ store, now }, { mayRead }): Promise<void> =>
    store.instanceSettings.set(guestsSetting, mayRead ? 'read' : undefined, now().toISOString()),
})

export const addAccount = defineOperation({
  name: 'add_account',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Creates an account, with a password or without; without one nobody can sign in to it yet',
  input: z.strictObject({ name: z.string().max(200), role: givenRole, password: z.string().max(1000).optional() }),
  async run(context, { name: given, role, password }): Promise<{ readonly id: string } | CredentialProblem> {
    const name = accountName(given)
    if (name === undefined) return 'bad-name'
    if (password !== undefined && !isPassword(password)) return 'bad-password'
    const account = { id: newId(), name, role, createdAt: context.now().toISOString() }
    const hash = password === undefined ? {} : { passwordHash: await hashPassword(password) }
    if ((await context.store.accounts.add(account, hash)) === 'name-taken') return 'name-taken'
    await noteEvent(context, 'account-added', account.id)
    return { id: account.id }
  },
})

export const setAccountPassword = defineOperation({
  name: 'set_account_password',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Sets the password of an account and ends its sessions; undefined when there is no such account',
  input: z.strictObject({ id: accountId, password: z.string().max(1000) }),
  async run(context, { id, password }): Promise<'done' | 'bad-password' | undefined> {
    if (!isPassword(password)) return 'bad-password'
    if (!(await context.store.accounts.find(id))) return undefined
    await context.store.accounts.setPassword(id, await hashPassword(password), context.now().toISOString())
    await noteEvent(context, 'password-changed', id)
    return 'done'
  },
})
