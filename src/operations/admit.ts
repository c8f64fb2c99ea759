import { type Account, identityOfAccount } from '../core/account.ts'
import { noteEvent } from './note-event.ts'
import { openSession } from './open-session.ts'
import { type Entrance, type SignedIn, signOut } from './sign-in.ts'

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
