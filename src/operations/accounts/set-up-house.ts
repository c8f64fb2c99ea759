import { accountName, isPassword } from '../../core/account.ts'
import { ownerId } from '../../core/reader-identity.ts'
import { hashPassword } from '../../credentials/password.ts'
import { hashToken, isSameHash, newToken } from '../../credentials/token.ts'
import type { OperationContext } from '../operation.ts'
import { countTry } from '../throttle.ts'
import { noteEvent } from './note-event.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import type { Entrance } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const DAY_MS = 86_400_000
/** Hash of the code of the link that is open, and after a blank, where it ends by itself, when it does (ISO 8601). */
const setupSetting = 'setup'
/** Set once the owner chose to go without a password. */
const onlyMeSetting = 'only-me'

/** What is wrong with a name or a password that was chosen. */
export type BadChoice = 'bad-name' | 'bad-password' | 'name-taken'

export type EnteredResult =
  | { readonly kind: 'entered'; readonly session: OpenedSession }
  | { readonly kind: 'refused'; readonly why: BadChoice | 'closed' | 'wrong-code' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/**
 * How the owner comes in while nobody has a password or another means to sign in. `new`: nobody chose yet, and nothing is kept.
 * `before`: nobody chose yet, and there are feeds, from a version in which the machine itself was the owner. `only-me`: the owner
 * goes without a password, and signs in by link. `closed`: somebody has one.
 */
export type SetupStage = 'new' | 'before' | 'only-me' | 'closed'

/** At which stage the setup is. */
export async function setupStage({ store }: Pick<Entrance, 'store'>): Promise<SetupStage> {
  if (await store.accounts.hasSignInMethod()) return 'closed'
  if ((await store.instanceSettings.get(onlyMeSetting)) !== undefined) return 'only-me'
  return (await store.feeds.progress(new Date(0).toISOString())).total > 0 ? 'before' : 'new'
}

/**
 * Makes the code of a new link with which the owner comes in as long as nobody has a password; the one before leads nowhere.
 * It works once, and after the first choice for a day. It is to be shown where only the owner sees it. Undefined once somebody
 * has a password.
 */
export async function openSetup(context: Pick<Entrance, 'store' | 'now'>): Promise<string | undefined> {
  const { store, now } = context
  const stage = await setupStage(context)
  if (stage === 'closed') return undefined
  const token = newToken()
  const until = stage === 'only-me' ? ` ${new Date(now().getTime() + DAY_MS).toISOString()}` : ''
  await store.instanceSettings.set(setupSetting, hashToken(token) + until, now().toISOString())
  return token
}

/** The code of the link that somebody opened, and the address they come from. Where they sit gives no right. */
export type SetupKey = { readonly token?: string; readonly address: string }

/** What a code opens: `no-code` and `wrong-code` nothing. */
export type SetupLook =
  | { readonly kind: 'open' | 'no-code' | 'wrong-code'; readonly stage: Exclude<SetupStage, 'closed'> }
  | { readonly kind: 'closed' }
  | { readonly kind: 'later'; readonly stage: Exclude<SetupStage, 'closed'>; readonly retryAfterSeconds: number }

/** Looks at a code without using it up. Only wrong ones are counted: nobody who guesses makes the owner wait. */
export async function canSetUp(context: Entrance, { token, address }: SetupKey): Promise<SetupLook> {
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
export async function setUpHouse(
  context: Entrance,
  given: SetupKey & { readonly name: string; readonly password: string; readonly browser: string },
): Promise<EnteredResult> {
  const refused = refusalOf(await canSetUp(context, given))
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

/** Signs the owner in by the link, without a password; the first time that is their choice. It uses the link up. */
export async function enterByLink(
  context: Entrance,
  given: SetupKey & { readonly browser: string; readonly previous?: string },
): Promise<EnteredResult> {
  const look = await canSetUp(context, given)
  const refused = refusalOf(look)
  if (refused) return refused
  const { instanceSettings } = context.store
  const kept = await instanceSettings.get(setupSetting)
  // Of two that open it at once one comes second.
  if (kept === undefined || !isCodeOf(kept, given.token) || !(await instanceSettings.removeIf(setupSetting, kept)))
    return { kind: 'refused', why: 'wrong-code' }
  await instanceSettings.set(onlyMeSetting, 'chosen', context.now().toISOString())
  if (given.previous !== undefined) await signOut(context, given.previous)
  const isFirst = look.kind === 'open' && look.stage !== 'only-me'
  await noteEvent(context, isFirst ? 'house-claimed' : 'signed-in', ownerId)
  return { kind: 'entered', session: await openSession(context, ownerId, 'link', given.browser) }
}

function isCodeOf(kept: string, token = ''): boolean {
  return isSameHash(kept.split(' ')[0]!, hashToken(token))
}

function isOver(kept: string, now: Date): boolean {
  const until = kept.split(' ')[1]
  return until !== undefined && Date.parse(until) <= now.getTime()
}

function refusalOf(look: SetupLook): Exclude<EnteredResult, { kind: 'entered' }> | undefined {
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

/** Whether anybody has a way to sign in yet. */
export function hasMeans({ store }: OperationContext): Promise<boolean> {
  return store.accounts.hasSignInMethod()
}
