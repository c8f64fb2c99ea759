import { type Account, identityOfAccount } from '../core/account.ts'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import { hashPassword, verifyPassword } from '../credentials/password.ts'
import { hashToken, isSameHash } from '../credentials/token.ts'
import { beginCodeStep } from './check-code.ts'
import { noteEvent } from './note-event.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import type { OperationContext } from './operation.ts'
import { countTry } from './throttle.ts'

/**
 * These are no operations: they are how somebody becomes who an operation is carried out for, and take what only the face
 * that was knocked at knows, the address it was knocked from. No other face may offer them with an address that was given.
 */
export type Entrance = Pick<OperationContext, 'store' | 'now' | 'log'>

export type SignedIn = {
  readonly kind: 'signed-in'
  readonly session: OpenedSession
  readonly identity: ReaderIdentity
}

export type SignInResult =
  | SignedIn
  /** The password is right; a code is asked for next, of the browser that gets this token. */
  | { readonly kind: 'code-needed'; readonly token: string }
  /** A wrong name and a wrong password are the same. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/** Opens a session for a name and its password. */
export async function signIn(
  context: Entrance,
  given: {
    readonly name: string
    readonly password: string
    readonly address: string
    readonly browser: string
    /** The session this browser had before: it ends. */
    readonly previous?: string
  },
): Promise<SignInResult> {
  const gate = await countTry(context, 'sign-in', given.name, given.address)
  if (gate.kind === 'later') return gate
  const account = await checkPassword(context, given.name, given.password)
  if (!account) {
    // Not of whose account: that would be kept for a name that there is and not for one that there is not.
    await noteEvent(context, 'sign-in-failed')
    return { kind: 'refused' }
  }
  await gate.forget()
  const token = await beginCodeStep(context, account.id)
  if (token !== undefined) return { kind: 'code-needed', token }
  if (given.previous !== undefined) await signOut(context, given.previous)
  const session = await openSession(context, account.id, 'password', given.browser)
  await noteEvent(context, 'signed-in', account.id)
  return { kind: 'signed-in', session, identity: identityOfAccount(account) }
}

/** The account of a name and its password, if it may sign in. Takes the same time whether there is such an account or not. */
async function checkPassword({ store, now }: Entrance, name: string, password: string): Promise<Account | undefined> {
  const account = await store.accounts.findByName(name)
  // Asked for either way, so that both ways are one read more.
  const kept = await store.accounts.passwordHash(account?.id ?? '')
  const { isRight, isOutdated } = await verifyPassword(password, kept)
  if (!account || !isRight || account.disabledAt !== undefined) return undefined
  if (isOutdated) {
    const hash = await hashPassword(password)
    await store.accounts.renewPassword(account.id, kept!, hash, now().toISOString())
  }
  return account
}

/** Ends the session of a token; one that is no session's ends nothing. */
export async function signOut(context: Entrance, token: string): Promise<void> {
  const found = await context.store.sessions.find(hashToken(token), context.now().toISOString())
  if (!found) return
  await context.store.sessions.remove(found.account.id, found.session.id)
  await noteEvent(context, 'signed-out', found.account.id)
}

/**
 * The account a feed reader signs in to, by name and one of the passwords made for such programs; never by the password of
 * the account itself.
 */
export async function checkAppPassword(
  context: Entrance,
  given: { readonly name: string; readonly password: string; readonly address: string },
): Promise<
  | { readonly kind: 'known'; readonly account: Account; readonly keyId: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }
> {
  const { store, now } = context
  const gate = await countTry(context, 'app-password', given.name, given.address)
  if (gate.kind === 'later') return gate
  const account = await store.accounts.findByName(given.name)
  const keys = await store.keys.appPasswords(account?.id ?? '')
  const hash = hashToken(given.password.replace(/[\s-]/g, '').toLowerCase())
  const used = keys.filter((key) => isSameHash(key.hash, hash))[0]
  if (!account || !used || account.disabledAt !== undefined) return { kind: 'unknown' }
  await gate.forget()
  const at = now().toISOString()
  // Feed readers ask every few minutes: the day is enough.
  if (used.seenAt?.slice(0, 10) !== at.slice(0, 10)) await store.keys.touch('app-password', used.id, at)
  return { kind: 'known', account, keyId: used.id }
}
