import { defined } from '../../core/defined.ts'
import { hashToken, newToken } from '../../credentials/token.ts'
import type { SignInStep } from '../../store/accounts/sign-in-methods.ts'
import type { OperationContext } from '../operation.ts'

const MINUTE_MS = 60_000
/** How long what a browser was asked for may be brought back. */
const stepMinutes = 5

/** What a browser was asked for: a new passkey, the use of one, a code, a code of a new device, a sign-in elsewhere. */
export type StepKind = 'new-passkey' | 'passkey' | 'code' | 'new-device' | 'elsewhere'

/**
 * Begins a step of signing in. Answers the token that binds it to one browser, which gets it as a cookie: what another browser
 * brings back belongs to no step.
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

/** Ends a step of a kind and answers it: what it was begun for can be brought back once. Undefined where there is none. */
export async function takeStep(
  { store, now }: Pick<OperationContext, 'store' | 'now'>,
  kind: StepKind,
  token: string | undefined,
): Promise<SignInStep | undefined> {
  return token === undefined ? undefined : store.steps.take(kind, hashToken(token), now().toISOString())
}

/** The same, and it goes on: what is brought back may be wrong and tried again. */
export async function findStep(
  { store, now }: Pick<OperationContext, 'store' | 'now'>,
  kind: StepKind,
  token: string | undefined,
): Promise<SignInStep | undefined> {
  return token === undefined ? undefined : store.steps.find(kind, hashToken(token), now().toISOString())
}
