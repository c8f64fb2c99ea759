import { type Account, identityOfAccount } from '../../core/account.ts'
import { noteEvent } from './note-event.ts'
import { openSession, openSessionByPassword } from './open-session.ts'
import type { SignedIn, SignInContext } from './sign-in.ts'
import { signOut } from './sign-out.ts'

/** Signs in an authenticated person: opens a new session and ends the one this browser had before. */
export async function completeSignIn(
  context: SignInContext,
  account: Account,
  means: string,
  { browser, previous }: { readonly browser: string; readonly previous?: string },
): Promise<SignedIn> {
  if (previous !== undefined) await signOut(context, previous)
  const session = await openSession(context, account.id, means, browser)
  await noteEvent(context, 'signed-in', account.id)
  return { kind: 'signed-in', session, identity: identityOfAccount(account) }
}

/** The same after a password. Undefined, without signing in, if the password changed since it was checked. */
export async function completePasswordSignIn(
  context: SignInContext,
  account: Account,
  means: string,
  passwordHash: string,
  { browser, previous }: { readonly browser: string; readonly previous?: string },
): Promise<SignedIn | undefined> {
  const session = await openSessionByPassword(context, account.id, passwordHash, means, browser)
  if (!session) return undefined
  if (previous !== undefined) await signOut(context, previous)
  await noteEvent(context, 'signed-in', account.id)
  return { kind: 'signed-in', session, identity: identityOfAccount(account) }
}
