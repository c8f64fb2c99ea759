import { z } from 'zod'
import type { Account } from '../../core/account.ts'
import { defined } from '../../core/defined.ts'
import type { Invitation } from '../../store/accounts/invitations.ts'
import type { SecurityEvent } from '../../store/accounts/security-events.ts'
import { defineOperation } from '../operation.ts'
import { guestsSetting } from './authentication.ts'

const newestEvents = 50

/** The accounts, open invitations and recent events. */
export type AccountsView = {
  /** False while nobody has a password or another sign-in method. */
  readonly hasMeans: boolean
  readonly guestsMayRead: boolean
  readonly accounts: readonly AccountRow[]
  readonly invitations: readonly Invitation[]
  readonly events: readonly (SecurityEvent & { readonly name?: string })[]
}
export type AccountRow = Account & {
  readonly isYou: boolean
  readonly hasPassword: boolean
  /** When one of its sessions was last used. */
  readonly seenAt?: string
}

export const listAccounts = defineOperation({
  name: 'list_accounts',
  minRole: 'owner',
  summary: 'Accounts, invitations and recent account events',
  input: z.strictObject({}),
  async run({ store, reader, now }): Promise<AccountsView> {
    const at = now().toISOString()
    const accounts = await store.accounts.list()
    const names = new Map(accounts.map(({ id, name }) => [id, name]))
    const rows = await Promise.all(
      accounts.map(async (account) => {
        const [last] = await store.sessions.list(account.id, at)
        const hasPassword = (await store.accounts.passwordHash(account.id)) !== undefined
        return { ...account, isYou: account.id === reader.id, hasPassword, ...defined({ seenAt: last?.seenAt }) }
      }),
    )
    const events = await store.securityEvents.list(newestEvents)
    return {
      hasMeans: await store.accounts.hasSignInMethod(),
      guestsMayRead: (await store.instanceSettings.get(guestsSetting)) === 'read',
      accounts: rows,
      invitations: await store.invitations.list(at),
      events: events.map((event) => {
        const name = event.readerId === undefined ? undefined : names.get(event.readerId)
        return { ...event, ...defined({ name }) }
      }),
    }
  },
})
