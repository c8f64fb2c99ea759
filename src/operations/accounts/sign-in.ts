import type { Account } from '../../core/account.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import { hashPassword, verifyPassword } from '../../credentials/password.ts'
import { hashToken, isSameHash } from '../../credentials/token.ts'
import type { OperationContext } from '../operation.ts'
import { countTry } from '../throttle.ts'
import { beginCodeStep } from './check-code.ts'
import { completePasswordSignIn } from './complete-sign-in.ts'
import { noteEvent } from './note-event.ts'
import { type OpenedSession, tryAddressOf } from './open-session.ts'

/**
 * The context of signing in. These functions are not operations: they establish the reader that operations run for, and need the
 * client's address, which only the receiving adapter knows. No adapter may accept an address as input.
 */
export type SignInContext = Pick<OperationContext, 'store' | 'now' | 'log'>

export type SignedIn = {
  readonly kind: 'signed-in'
  readonly session: OpenedSession
  readonly identity: ReaderIdentity
}

type SignInResult =
  | SignedIn
  /** The password is right; a code is required next, from the browser with this token. */
  | { readonly kind: 'code-needed'; readonly token: string }
  /** A wrong name and a wrong password look the same. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

export async function signIn(
  context: SignInContext,
  given: {
    readonly name: string
    readonly password: string
    readonly address: string
    readonly browser: string
    /** The known-device cookie of an earlier sign-in. */
    readonly device?: string
    /** This browser's previous session, which ends. */
    readonly previous?: string
  },
): Promise<SignInResult> {
  const gate = await countTry(context, 'sign-in', given.name, await tryAddressOf(context, given))
  if (gate.kind === 'later') return gate
  const found = await checkPassword(context, given.name, given.password)
  if (!found) {
    // Without the account: otherwise the record would differ for existing and unknown names.
    await noteEvent(context, 'sign-in-failed')
    return { kind: 'refused' }
  }
  await gate.forget()
  const { account, passwordHash } = found
  const token = await beginCodeStep(context, account.id, passwordHash)
  if (token !== undefined) return { kind: 'code-needed', token }
  // If the password changed meanwhile, it is checked again.
  return (await completePasswordSignIn(context, account, 'password', passwordHash, given)) ?? signIn(context, given)
}

/** The account of a name and its password, if it may sign in. Takes the same time whether or not the account exists. */
async function checkPassword(
  { store, now }: SignInContext,
  name: string,
  password: string,
): Promise<{ readonly account: Account; readonly passwordHash: string } | undefined> {
  const account = await store.accounts.findByName(name)
  // Read in either case, so that both cases cost one read.
  const kept = await store.accounts.passwordHash(account?.id ?? '')
  const { isRight, isOutdated } = await verifyPassword(password, kept)
  if (!account || !isRight || kept === undefined || account.disabledAt !== undefined) return undefined
  if (!isOutdated) return { account, passwordHash: kept }
  const passwordHash = await hashPassword(password)
  await store.accounts.renewPassword(account.id, kept, passwordHash, now().toISOString())
  return { account, passwordHash }
}

/** The account a feed reader signs in to, by name and an app password; never by the account's own password. */
export async function checkAppPassword(
  context: SignInContext,
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
    // Only failures are counted, so a right password doesn't wait because of others at the same address.
    const gate = await countTry(context, 'app-password', given.name, given.address)
    return gate.kind === 'later' ? gate : { kind: 'unknown' }
  }
  const at = now().toISOString()
  // Feed readers poll every few minutes: a date is precise enough.
  if (used.seenAt?.slice(0, 10) !== at.slice(0, 10)) await store.accessKeys.touch('app-password', used.id, at)
  return { kind: 'known', account, keyId: used.id }
}
