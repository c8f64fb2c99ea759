import type { Account } from '../../core/account.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import { hashPassword, verifyPassword } from '../../credentials/password.ts'
import { hashToken, isSameHash } from '../../credentials/token.ts'
import type { OperationContext } from '../operation.ts'
import { countTry } from '../throttle.ts'
import { admitByPassword } from './admit.ts'
import { beginCodeStep } from './check-code.ts'
import { triesOf } from './known-device.ts'
import { noteEvent } from './note-event.ts'
import type { OpenedSession } from './open-session.ts'

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
    /** What the browser has kept since somebody signed in there. */
    readonly device?: string
    /** The session this browser had before: it ends. */
    readonly previous?: string
  },
): Promise<SignInResult> {
  const gate = await countTry(context, 'sign-in', given.name, await triesOf(context, given))
  if (gate.kind === 'later') return gate
  const found = await checkPassword(context, given.name, given.password)
  if (!found) {
    // Not of whose account: that would be kept for a name that there is and not for one that there is not.
    await noteEvent(context, 'sign-in-failed')
    return { kind: 'refused' }
  }
  await gate.forget()
  const { account, passwordHash } = found
  const token = await beginCodeStep(context, account.id, passwordHash)
  if (token !== undefined) return { kind: 'code-needed', token }
  // One that was changed meanwhile is looked at again, as what it is now.
  return (await admitByPassword(context, account, 'password', passwordHash, given)) ?? signIn(context, given)
}

/** The account of a name and its password, if it may sign in. Takes the same time whether there is such an account or not. */
async function checkPassword(
  { store, now }: Entrance,
  name: string,
  password: string,
): Promise<{ readonly account: Account; readonly passwordHash: string } | undefined> {
  const account = await store.accounts.findByName(name)
  // Asked for either way, so that both ways are one read more.
  const kept = await store.accounts.passwordHash(account?.id ?? '')
  const { isRight, isOutdated } = await verifyPassword(password, kept)
  if (!account || !isRight || kept === undefined || account.disabledAt !== undefined) return undefined
  if (!isOutdated) return { account, passwordHash: kept }
  const passwordHash = await hashPassword(password)
  await store.accounts.renewPassword(account.id, kept, passwordHash, now().toISOString())
  return { account, passwordHash }
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
  const account = await store.accounts.findByName(given.name)
  const keys = await store.accessKeys.appPasswords(account?.id ?? '')
  const hash = hashToken(given.password.replace(/[\s-]/g, '').toLowerCase())
  const used = keys.filter((key) => isSameHash(key.hash, hash))[0]
  if (!account || !used || account.disabledAt !== undefined) {
    // Only wrong ones are counted: nobody guesses a right one, and it does not wait for those who try from the same address.
    const gate = await countTry(context, 'app-password', given.name, given.address)
    return gate.kind === 'later' ? gate : { kind: 'unknown' }
  }
  const at = now().toISOString()
  // Feed readers ask every few minutes: the day is enough.
  if (used.seenAt?.slice(0, 10) !== at.slice(0, 10)) await store.accessKeys.touch('app-password', used.id, at)
  return { kind: 'known', account, keyId: used.id }
}
