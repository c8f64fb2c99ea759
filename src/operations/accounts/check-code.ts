import { codeStep, foldRecoveryCode } from '../../credentials/one-time-code.ts'
import { hashToken } from '../../credentials/token.ts'
import type { OperationContext } from '../operation.ts'
import { countTry } from '../throttle.ts'
import { beginStep } from './sign-in-step.ts'

/** What came of a code: `right` uses it up. */
export type CodeCheck =
  | { readonly kind: 'right' | 'wrong' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/** Asks for a code after the password, where the reader has a device that makes them; undefined where they have none. */
export async function beginCodeStep(
  context: Pick<OperationContext, 'store' | 'now'>,
  readerId: string,
  passwordHash: string,
): Promise<string | undefined> {
  if ((await context.store.codes.secret(readerId)) === undefined) return undefined
  // A password that is changed before the code comes ends the step.
  return beginStep(context, 'code', { passwordHash }, { readerId })
}

/**
 * Checks a code of a reader's device, or one of their recovery codes. Whoever may try one knows the password already, so tries
 * are counted over all addresses: ten in a quarter of an hour, wherever they come from.
 */
export async function checkCode(
  context: Pick<OperationContext, 'store' | 'now'>,
  readerId: string,
  code: string,
): Promise<CodeCheck> {
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
