import { defined } from '../../core/defined.ts'
import { hashToken, newToken } from '../../credentials/token.ts'
import type { SignInStep } from '../../store/accounts/sign-in-methods.ts'
import type { OperationContext } from '../operation.ts'

const MINUTE_MS = 60_000
/** How long the answer to a step is accepted. */
const stepMinutes = 5

/** What a browser was asked for: a new passkey, an existing one, a code, a code of a new app, or a sign-in at the provider. */
export type StepKind = 'new-passkey' | 'passkey' | 'code' | 'new-device' | 'elsewhere'

/**
 * Begins a step of signing in. Returns the token that binds it to one browser, as a cookie: an answer from another browser matches
 * no step.
 */
export async function beginStep(
  { store, now }: Pick<OperationContext, 'store' | 'now'>,
  kind: StepKind,
  body: unknown,
  { readerId, minutes = stepMinutes }: { readonly readerId?: string; readonly minutes?: number } = {},
): Promise<string> {
  const token = newToken()
  const at = now()
  const expiresAt = new Date(at.getTime() + minutes * MINUTE_MS).toISOString()
  const step = { kind, body: JSON.stringify(body), expiresAt, ...defined({ readerId }) }
  await store.steps.add(step, hashToken(token), at.toISOString())
  return token
}

/** Ends a step and returns it, so that it is answered only once. Undefined if there is none. */
export async function takeStep(
  { store, now }: Pick<OperationContext, 'store' | 'now'>,
  kind: StepKind,
  token: string | undefined,
): Promise<SignInStep | undefined> {
  return token === undefined ? undefined : store.steps.take(kind, hashToken(token), now().toISOString())
}

/** The same without ending it: a wrong answer may be tried again. */
export async function findStep(
  { store, now }: Pick<OperationContext, 'store' | 'now'>,
  kind: StepKind,
  token: string | undefined,
): Promise<SignInStep | undefined> {
  return token === undefined ? undefined : store.steps.find(kind, hashToken(token), now().toISOString())
}
