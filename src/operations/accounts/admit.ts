import { type Account, identityOfAccount } from '../../core/account.ts'
import { noteEvent } from './note-event.ts'
import { openSession, openSessionByPassword } from './open-session.ts'
import type { Entrance, SignedIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

/** Lets in somebody who has shown who they are: a session of its own, and the one this browser had before ends. */
export async function admit(
  context: Entrance,
  account: Account,
  means: string,
  { browser, previous }: { readonly browser: string; readonly previous?: string },
): Promise<SignedIn> {
  if (previous !== undefined) await signOut(context, previous)
  const session = await openSession(context, account.id, means, browser)
  await noteEvent(context, 'signed-in', account.id)
  return { kind: 'signed-in', session, identity: identityOfAccount(account) }
}

/** The same for who gave a password; undefined, and nobody is let in, where it was changed since it was looked at. */
export async function admitByPassword(
  context: Entrance,
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
