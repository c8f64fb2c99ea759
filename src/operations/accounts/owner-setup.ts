import { accountName, isPassword } from '../../core/account.ts'
import { nth } from '../../core/nth.ts'
import { ownerId } from '../../core/reader-identity.ts'
import { hashPassword } from '../../credentials/password.ts'
import { hashToken, isSameHash, newToken } from '../../credentials/token.ts'
import type { OperationContext } from '../operation.ts'
import { countTry } from '../throttle.ts'
import { noteEvent } from './note-event.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import type { SignInContext } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const DAY_MS = 86_400_000
/** Hash of the open setup link's code, followed by a blank and the time it expires, if it does (ISO 8601). */
const setupSetting = 'setup'
/** Set once the owner chose to use no password. */
const onlyMeSetting = 'only-me'

/** What is wrong with the chosen name or password. */
export type CredentialProblem = 'bad-name' | 'bad-password' | 'name-taken'

export type SetupResult =
  | { readonly kind: 'entered'; readonly session: OpenedSession }
  | { readonly kind: 'refused'; readonly why: CredentialProblem | 'closed' | 'wrong-code' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/**
 * How the owner gets in while nobody has a sign-in method. `new`: nothing was chosen or stored yet. `before`: nothing was chosen, but
 * there are feeds, from a version in which every local user was the owner. `only-me`: the owner uses no password and signs in by
 * link. `closed`: somebody has a sign-in method.
 */
export type SetupStage = 'new' | 'before' | 'only-me' | 'closed'

export async function setupStage({ store }: Pick<SignInContext, 'store'>): Promise<SetupStage> {
  if (await store.accounts.hasSignInMethod()) return 'closed'
  if ((await store.instanceSettings.get(onlyMeSetting)) !== undefined) return 'only-me'
  return (await store.feeds.progress(new Date(0).toISOString())).total > 0 ? 'before' : 'new'
}

/**
 * Makes the code of a new setup link and invalidates the previous one. The link works once, and expires after a day if the owner
 * chose to use no password. Show it only where nobody but the owner sees it. Undefined once somebody has a password.
 */
export async function makeSetupCode(context: Pick<SignInContext, 'store' | 'now'>): Promise<string | undefined> {
  const { store, now } = context
  const stage = await setupStage(context)
  if (stage === 'closed') return undefined
  const token = newToken()
  const until = stage === 'only-me' ? ` ${new Date(now().getTime() + DAY_MS).toISOString()}` : ''
  await store.instanceSettings.set(setupSetting, hashToken(token) + until, now().toISOString())
  return token
}

/** The code of an opened link, and the client's address. A local address gives no rights. */
type SetupKey = { readonly token?: string; readonly address: string }

/** The result of checking a code; only `open` gives access. */
export type SetupCheck =
  | { readonly kind: 'open' | 'no-code' | 'wrong-code'; readonly stage: Exclude<SetupStage, 'closed'> }
  | { readonly kind: 'closed' }
  | { readonly kind: 'later'; readonly stage: Exclude<SetupStage, 'closed'>; readonly retryAfterSeconds: number }

/** Checks a code without using it up. Only wrong codes are counted, so guessing never makes the owner wait. */
export async function checkSetupCode(context: SignInContext, { token, address }: SetupKey): Promise<SetupCheck> {
  const { store, now } = context
  const stage = await setupStage(context)
  if (stage === 'closed') return { kind: 'closed' }
  if (token === undefined) return { kind: 'no-code', stage }
  const kept = await store.instanceSettings.get(setupSetting)
  if (kept !== undefined && isCodeOf(kept, token) && !isOver(kept, now())) return { kind: 'open', stage }
  const gate = await countTry(context, 'setup', '', address)
  return gate.kind === 'later' ? { ...gate, stage } : { kind: 'wrong-code', stage }
}

/** Gives the owner a name and a password, once, and signs them in. */
export async function claimOwnerAccount(
  context: SignInContext,
  given: SetupKey & { readonly name: string; readonly password: string; readonly browser: string },
): Promise<SetupResult> {
  const refused = refusalOf(await checkSetupCode(context, given))
  if (refused) return refused
  const name = accountName(given.name)
  if (name === undefined) return { kind: 'refused', why: 'bad-name' }
  if (!isPassword(given.password)) return { kind: 'refused', why: 'bad-password' }
  const at = context.now().toISOString()
  const isClaimed = await context.store.accounts.claim(ownerId, name, await hashPassword(given.password), at)
  if (!isClaimed)
    return { kind: 'refused', why: (await context.store.accounts.hasSignInMethod()) ? 'closed' : 'name-taken' }
  await context.store.instanceSettings.set(setupSetting, undefined, at)
  await noteEvent(context, 'house-claimed', ownerId)
  return { kind: 'entered', session: await openSession(context, ownerId, 'password', given.browser) }
}

/** Signs the owner in by link, without a password, and uses up the link. The first time, this is their choice to have no password. */
export async function signInByLink(
  context: SignInContext,
  given: SetupKey & { readonly browser: string; readonly previous?: string },
): Promise<SetupResult> {
  const look = await checkSetupCode(context, given)
  const refused = refusalOf(look)
  if (refused) return refused
  const { instanceSettings } = context.store
  const kept = await instanceSettings.get(setupSetting)
  // Of two concurrent requests, only one succeeds.
  if (kept === undefined || !isCodeOf(kept, given.token) || !(await instanceSettings.removeIf(setupSetting, kept)))
    return { kind: 'refused', why: 'wrong-code' }
  await instanceSettings.set(onlyMeSetting, 'chosen', context.now().toISOString())
  if (given.previous !== undefined) await signOut(context, given.previous)
  const isFirst = look.kind === 'open' && look.stage !== 'only-me'
  await noteEvent(context, isFirst ? 'house-claimed' : 'signed-in', ownerId)
  return { kind: 'entered', session: await openSession(context, ownerId, 'link', given.browser) }
}

function isCodeOf(kept: string, token = ''): boolean {
  return isSameHash(nth(kept.split(' '), 0), hashToken(token))
}

function isOver(kept: string, now: Date): boolean {
  const until = kept.split(' ')[1]
  return until !== undefined && Date.parse(until) <= now.getTime()
}

function refusalOf(look: SetupCheck): Exclude<SetupResult, { kind: 'entered' }> | undefined {
  switch (look.kind) {
    case 'open':
      return undefined
    case 'later':
      return { kind: 'later', retryAfterSeconds: look.retryAfterSeconds }
    case 'closed':
      return { kind: 'refused', why: 'closed' }
    case 'no-code':
    case 'wrong-code':
      return { kind: 'refused', why: 'wrong-code' }
  }
}

/** Whether anybody has a sign-in method yet. */
export function hasSignInMethod({ store }: OperationContext): Promise<boolean> {
  return store.accounts.hasSignInMethod()
}
