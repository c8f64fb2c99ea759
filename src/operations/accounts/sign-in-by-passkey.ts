import { checkUseOfPasskey, type PasskeyRefusal, passkeyIdOf, type RelyingParty } from '../../credentials/passkey.ts'
import { newToken } from '../../credentials/token.ts'
import { countTry } from '../throttle.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { noteEvent } from './note-event.ts'
import type { SignedIn, SignInContext } from './sign-in.ts'
import { beginStep, takeStep } from './sign-in-step.ts'

type PasskeyResult =
  | SignedIn
  | { readonly kind: 'refused'; readonly why: PasskeyRefusal | 'over' | 'unknown-passkey' | 'disabled' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/** Begins a passkey sign-in: a challenge, and the token that binds it to the browser. */
export async function beginPasskeySignIn(
  context: SignInContext,
): Promise<{ readonly token: string; readonly challenge: string }> {
  const challenge = newToken()
  return { challenge, token: await beginStep(context, 'passkey', { challenge }) }
}

/**
 * Opens a session for a passkey, by the authenticator's answer to this browser's challenge. A passkey already combines two factors,
 * so no code follows. The log has the reason of a refusal.
 */
export async function signInByPasskey(
  context: SignInContext,
  given: {
    readonly token: string | undefined
    readonly answer: unknown
    readonly instance: RelyingParty
    readonly address: string
    readonly browser: string
    readonly previous?: string
  },
): Promise<PasskeyResult> {
  const result = await checkAnswer(context, given)
  if (result.kind === 'refused') {
    // As with tokens, only failures are counted.
    const gate = await countTry(context, 'passkey', '', given.address)
    if (gate.kind === 'later') return gate
    context.log('account', { what: 'passkey-refused', why: result.why })
    await noteEvent(context, 'sign-in-failed')
  }
  return result
}

async function checkAnswer(
  context: SignInContext,
  given: Parameters<typeof signInByPasskey>[1],
): Promise<Exclude<PasskeyResult, { kind: 'later' }>> {
  const { store, now } = context
  const step = await takeStep(context, 'passkey', given.token)
  if (!step) return { kind: 'refused', why: 'over' }
  const { challenge } = JSON.parse(step.body) as { readonly challenge: string }
  const id = passkeyIdOf(given.answer)
  if (id === undefined) return { kind: 'refused', why: 'malformed' }
  const found = await store.passkeys.find(id)
  if (!found) return { kind: 'refused', why: 'unknown-passkey' }
  const used = await checkUseOfPasskey(given.answer, found.passkey, { ...given.instance, challenge })
  if (used.kind === 'refused') {
    if (used.why === 'cloned') await noteEvent(context, 'passkey-cloned', found.account.id)
    return used
  }
  if (found.account.disabledAt !== undefined) return { kind: 'refused', why: 'disabled' }
  // Checked again in the write: two answers with the same counter come from two copies of one passkey.
  if (!(await store.passkeys.use(id, used.counter, now().toISOString()))) {
    await noteEvent(context, 'passkey-cloned', found.account.id)
    return { kind: 'refused', why: 'cloned' }
  }
  return completeSignIn(context, found.account, 'passkey', given)
}
