import { codeStep, foldRecoveryCode } from '../../credentials/one-time-code.ts'
import { hashToken } from '../../credentials/token.ts'
import type { OperationContext } from '../operation.ts'
import { countTry } from '../throttle.ts'
import { beginStep } from './sign-in-step.ts'

/** The result of checking a code: `right` uses it up. */
export type CodeCheckResult =
  | { readonly kind: 'right' | 'wrong' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/** Asks for a code after the password, if the reader has an authenticator app; undefined if not. */
export async function beginCodeStep(
  context: Pick<OperationContext, 'store' | 'now'>,
  readerId: string,
  passwordHash: string,
): Promise<string | undefined> {
  if ((await context.store.codes.secret(readerId)) === undefined) return undefined
  // Changing the password before the code arrives invalidates the step.
  return beginStep(context, 'code', { passwordHash }, { readerId })
}

/**
 * Checks a code of the authenticator app, or a recovery code. Anyone at this step knows the password already, so tries are counted
 * over all addresses: ten in a quarter of an hour.
 */
export async function checkCode(
  context: Pick<OperationContext, 'store' | 'now'>,
  readerId: string,
  code: string,
): Promise<CodeCheckResult> {
  const { store, now } = context
  const gate = await countTry(context, 'code', readerId, '')
  if (gate.kind === 'later') return gate
  const secret = await store.codes.secret(readerId)
  if (secret === undefined) return { kind: 'wrong' }
  const step = codeStep(secret, code, now())
  const recovery = foldRecoveryCode(code)
  const isRight =
    (step !== undefined && (await store.codes.useStep(readerId, step))) ||
    (recovery !== undefined && (await store.codes.useRecovery(readerId, hashToken(recovery))))
  if (!isRight) return { kind: 'wrong' }
  await gate.forget()
  return { kind: 'right' }
}
