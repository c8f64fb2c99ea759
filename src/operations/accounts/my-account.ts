import { z } from 'zod'
import { type Account, accountName, isPassword } from '../../core/account.ts'
import { defined } from '../../core/defined.ts'
import { hashPassword, verifyPassword } from '../../credentials/password.ts'
import type { ApiToken, AppPassword } from '../../store/accounts/access-keys.ts'
import type { AccountChange } from '../../store/accounts/accounts.ts'
import type { ProgramGrant } from '../../store/accounts/program-grants.ts'
import type { Session } from '../../store/accounts/sessions.ts'
import { defineOperation } from '../operation.ts'
import { countTry } from '../throttle.ts'
import { noteEvent } from './note-event.ts'

export type { AccountChange } from '../../store/accounts/accounts.ts'

/** An account as its owner sees it. */
export type MyAccountView = {
  readonly account: Account
  readonly hasPassword: boolean
  readonly sessions: readonly (Session & { readonly isThisOne: boolean })[]
  readonly tokens: readonly ApiToken[]
  readonly appPasswords: readonly AppPassword[]
  /** Programs that the reader allowed when they asked by OAuth. */
  readonly programs: readonly ProgramView[]
}

export type ProgramView = Pick<ProgramGrant, 'id' | 'name' | 'scopes' | 'createdAt' | 'seenAt'> & {
  /** Where the reader was sent back to. */
  readonly redirectHost: string
}

const key = z.string().min(1).max(60)

export const getMyAccount = defineOperation({
  name: 'get_my_account',
  minRole: 'reader',
  summary: 'The reader’s account, sessions and programs; undefined without an account',
  input: z.strictObject({ sessionId: key.optional() }),
  async run({ store, reader, now }, { sessionId }): Promise<MyAccountView | undefined> {
    const account = await store.accounts.find(reader.id)
    if (!account) return undefined
    const sessions = await store.sessions.list(reader.id, now().toISOString())
    const appPasswords = await store.accessKeys.appPasswords(reader.id)
    return {
      account,
      hasPassword: (await store.accounts.passwordHash(reader.id)) !== undefined,
      sessions: sessions.map((session) => ({ ...session, isThisOne: session.id === sessionId })),
      tokens: await store.accessKeys.listTokens(reader.id),
      appPasswords: appPasswords.map(({ hash: _hash, ...rest }) => rest),
      programs: (await store.programGrants.list(reader.id, now().toISOString())).map(programOf),
    }
  },
})

function programOf({ id, name, scopes, createdAt, seenAt, redirectUri }: ProgramGrant): ProgramView {
  return { id, name, scopes, createdAt, ...defined({ seenAt }), redirectHost: new URL(redirectUri).host }
}

export const renameMyself = defineOperation({
  name: 'rename_myself',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Changes the name the reader signs in with',
  input: z.strictObject({ name: z.string().max(200) }),
  async run({ store, reader }, { name: given }): Promise<AccountChange | 'bad-name'> {
    const name = accountName(given)
    return name === undefined ? 'bad-name' : store.accounts.rename(reader.id, name)
  },
})

export const setMyEmail = defineOperation({
  name: 'set_my_email',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Sets the email address for briefs and alerts; empty removes it',
  input: z.strictObject({ email: z.union([z.literal(''), z.email().max(254)]) }),
  run: ({ store, reader }, { email }): Promise<AccountChange> =>
    store.accounts.setEmail(reader.id, email === '' ? undefined : email),
})

/** `wrong`: the current password doesn't match. */
type PasswordChange = 'done' | 'wrong' | 'bad-password' | { readonly kind: 'later'; readonly retryAfterSeconds: number }

export const changePassword = defineOperation({
  name: 'change_password',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Changes the reader’s password and ends all their sessions; the caller opens a new one',
  input: z.strictObject({ current: z.string().max(1000), next: z.string().max(1000) }),
  async run(context, { current, next }): Promise<PasswordChange> {
    const { store, reader, now } = context
    const kept = await store.accounts.passwordHash(reader.id)
    if (kept !== undefined) {
      const checked = await checkOwnPassword(context, current, kept)
      if (checked !== 'right') return checked
    }
    if (!isPassword(next)) return 'bad-password'
    // A concurrent request may have changed it first.
    const isChanged = await store.accounts.changePassword(
      reader.id,
      kept,
      await hashPassword(next),
      now().toISOString(),
    )
    if (!isChanged) return 'wrong'
    await noteEvent(context, 'password-changed', reader.id)
    return 'done'
  },
})

/** Checks the password of a signed-in reader; ten tries in a quarter of an hour. */
export async function checkOwnPassword(
  context: Parameters<typeof getMyAccount.run>[0],
  password: string,
  kept: string,
): Promise<'right' | 'wrong' | { readonly kind: 'later'; readonly retryAfterSeconds: number }> {
  // Everyone here is signed in: the reader's id is enough, without an address.
  const gate = await countTry(context, 'password-change', context.reader.id, '')
  if (gate.kind === 'later') return gate
  if (!(await verifyPassword(password, kept)).isRight) return 'wrong'
  await gate.forget()
  return 'right'
}

export const endSession = defineOperation({
  name: 'end_session',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Ends one of the reader’s sessions, or all but one; undefined if there is none',
  input: z.union([z.object({ id: key }), z.object({ allBut: key })]),
  async run({ store, reader, now }, given): Promise<number | undefined> {
    if ('id' in given) return (await store.sessions.remove(reader.id, given.id)) ? 1 : undefined
    const others = (await store.sessions.list(reader.id, now().toISOString())).filter(({ id }) => id !== given.allBut)
    for (const { id } of others) await store.sessions.remove(reader.id, id)
    return others.length
  },
})
