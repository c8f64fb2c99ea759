import { checkCode } from './check-code.ts'
import { completePasswordSignIn } from './complete-sign-in.ts'
import { noteEvent } from './note-event.ts'
import type { SignedIn, SignInContext } from './sign-in.ts'
import { findStep, takeStep } from './sign-in-step.ts'

type CodeResult =
  | SignedIn
  /** The code is wrong; another try is allowed. */
  | { readonly kind: 'refused' }
  /** Sign-in has to start again with the password. */
  | { readonly kind: 'over' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/** Whether the browser with this token is at the code step. */
export async function isAtCodeStep(context: SignInContext, token: string | undefined): Promise<boolean> {
  return (await findStep(context, 'code', token)) !== undefined
}

/** The second step of signing in: an authenticator or recovery code, from the browser that gave the password. */
export async function signInByCode(
  context: SignInContext,
  given: {
    readonly token: string | undefined
    readonly code: string
    readonly browser: string
    readonly previous?: string
  },
): Promise<CodeResult> {
  const step = await findStep(context, 'code', given.token)
  const account = step?.readerId === undefined ? undefined : await context.store.accounts.find(step.readerId)
  if (!account || account.disabledAt !== undefined) return { kind: 'over' }
  const check = await checkCode(context, account.id, given.code)
  if (check.kind === 'later') return check
  if (check.kind === 'wrong') {
    await noteEvent(context, 'sign-in-failed')
    return { kind: 'refused' }
  }
  // Of two concurrent requests, only one signs in.
  const taken = await takeStep(context, 'code', given.token)
  if (!taken) return { kind: 'over' }
  const { passwordHash } = JSON.parse(taken.body) as { readonly passwordHash: string }
  return (await completePasswordSignIn(context, account, 'password and code', passwordHash, given)) ?? { kind: 'over' }
}
