import type { z } from 'zod'
import type { ReaderIdentity } from '../../src/core/reader-identity.ts'
import type { acceptInvitation, findInvitation } from '../../src/operations/accounts/invitations.ts'
import type { reopenSession } from '../../src/operations/accounts/open-session.ts'
import type {
  checkSetupCode,
  claimOwnerAccount,
  hasSignInMethod,
  signInByLink,
} from '../../src/operations/accounts/owner-setup.ts'
import type { signIn } from '../../src/operations/accounts/sign-in.ts'
import type { isAtCodeStep, signInByCode } from '../../src/operations/accounts/sign-in-by-code.ts'
import type { beginPasskeySignIn, signInByPasskey } from '../../src/operations/accounts/sign-in-by-passkey.ts'
import type { beginProviderSignIn, finishProviderSignIn } from '../../src/operations/accounts/sign-in-by-provider.ts'
import type { signOut } from '../../src/operations/accounts/sign-out.ts'
import type { operations } from '../../src/operations/all.ts'
import type {
  findBriefRecording,
  getBriefListening,
  recordBrief,
  startBriefRecording,
} from '../../src/operations/day/brief-recordings.ts'
import type { InputOf, Operation } from '../../src/operations/operation.ts'
import type { Run } from '../../src/operations/run.ts'

type AnyOperation = (typeof operations)[number]

/** What pages do that is no operation, by the name of its function. */
type Acts = {
  acceptInvitation: typeof acceptInvitation
  isAtCodeStep: typeof isAtCodeStep
  beginProviderSignIn: typeof beginProviderSignIn
  beginPasskeySignIn: typeof beginPasskeySignIn
  checkSetupCode: typeof checkSetupCode
  findInvitation: typeof findInvitation
  signInByLink: typeof signInByLink
  findBriefRecording: typeof findBriefRecording
  finishProviderSignIn: typeof finishProviderSignIn
  getBriefListening: typeof getBriefListening
  hasSignInMethod: typeof hasSignInMethod
  recordBrief: typeof recordBrief
  reopenSession: typeof reopenSession
  claimOwnerAccount: typeof claimOwnerAccount
  signIn: typeof signIn
  signInByCode: typeof signInByCode
  signInByPasskey: typeof signInByPasskey
  signOut: typeof signOut
  startBriefRecording: typeof startBriefRecording
}

/** What operations answer in a test, by their names, and the acts beside them. */
export type Answers = {
  readonly [Asked in AnyOperation as Asked['name']]?: (
    input: InputOf<Asked>,
  ) => Promise<Awaited<ReturnType<Asked['run']>> | undefined>
} & {
  readonly [Name in keyof Acts]?: (given: Parameters<Acts[Name]>[1]) => ReturnType<Acts[Name]>
}

/** Carries out operations by plain answers. Input that the operation refuses is refused here, too. */
export function runAnswers(answers: Answers): (reader: ReaderIdentity) => Run {
  const known = answers as Readonly<Record<string, ((given: unknown) => unknown) | undefined>>
  const answerOf = (name: string) => {
    const answer = known[name]
    if (!answer) throw new Error(`No example answers ${name}`)
    return answer
  }
  const run = async (asked: Operation<string, z.ZodType, unknown>, given: unknown) => {
    return asked.input.safeParse(given).success ? answerOf(asked.name)(given) : undefined
  }
  const either = (asked: Operation<string, z.ZodType, unknown> | (() => unknown), given: unknown) =>
    typeof asked === 'function' ? answerOf(asked.name)(given) : run(asked, given)
  return () => either as Run
}
