import { checkUseOfPasskey, type PasskeyRefusal, passkeyIdOf, type RelyingParty } from '../../credentials/passkey.ts'
import { newToken } from '../../credentials/token.ts'
import { countTry } from '../throttle.ts'
import { admit } from './admit.ts'
import { noteEvent } from './note-event.ts'
import type { Entrance, SignedIn } from './sign-in.ts'
import { beginStep, takeStep } from './sign-in-step.ts'

export type PasskeyResult =
  | SignedIn
  | { readonly kind: 'refused'; readonly why: PasskeyRefusal | 'over' | 'unknown-passkey' | 'disabled' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/** Asks a browser for the use of a passkey: a challenge, and the token that binds it to the browser. */
export async function beginPasskeySignIn(
  context: Entrance,
): Promise<{ readonly token: string; readonly challenge: string }> {
  const challenge = newToken()
  return { challenge, token: await beginStep(context, 'passkey', { challenge }) }
}

/**
 * Opens a session for whoever holds a passkey, by the answer of its authenticator to a challenge that this browser was given. A
 * passkey is something held and something known or measured: no code is asked for after it. Why one was refused stands in the log.
 */
export async function signInByPasskey(
  context: Entrance,
  given: {
    readonly token: string | undefined
    readonly answer: unknown
    readonly house: RelyingParty
    readonly address: string
    readonly browser: string
    readonly previous?: string
  },
): Promise<PasskeyResult> {
  const result = await checkAnswer(context, given)
  if (result.kind === 'refused') {
    // As with a token, only what is refused is counted.
    const gate = await countTry(context, 'passkey', '', given.address)
    if (gate.kind === 'later') return gate
    context.log('account', { what: 'passkey-refused', why: result.why })
    await noteEvent(context, 'sign-in-failed')
  }
  return result
}

async function checkAnswer(
  context: Entrance,
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
  const used = await checkUseOfPasskey(given.answer, found.passkey, { ...given.house, challenge })
  if (used.kind === 'refused') {
    if (used.why === 'cloned') await noteEvent(context, 'passkey-cloned', found.account.id)
    return used
  }
  if (found.account.disabledAt !== undefined) return { kind: 'refused', why: 'disabled' }
  // Once more where it is written: two that say the same number at once are two of one passkey.
  if (!(await store.passkeys.use(id, used.counter, now().toISOString()))) {
    await noteEvent(context, 'passkey-cloned', found.account.id)
    return { kind: 'refused', why: 'cloned' }
  }
  return admit(context, found.account, 'passkey', given)
}
