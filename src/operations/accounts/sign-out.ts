import { hashToken } from '../../credentials/token.ts'
import { markEssential } from '../../store/engine/request-context.ts'
import { noteEvent } from './note-event.ts'
import type { SignInContext } from './sign-in.ts'

/** Ends the session of a token; an unknown token is ignored. */
export async function signOut(context: SignInContext, token: string): Promise<void> {
  const found = await context.store.sessions.find(hashToken(token), context.now().toISOString())
  if (!found) return
  markEssential()
  await context.store.sessions.remove(found.account.id, found.session.id)
  await noteEvent(context, 'signed-out', found.account.id)
}
