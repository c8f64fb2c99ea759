import { accountName, isPassword } from '../core/account.ts'
import { ownerId } from '../core/reader-identity.ts'
import { hashPassword } from '../credentials/password.ts'
import { hashToken, isSameHash, newToken } from '../credentials/token.ts'
import { noteEvent } from './note-event.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import type { OperationContext } from './operation.ts'
import type { Entrance } from './sign-in.ts'
import { countTry } from './throttle.ts'

const setupSetting = 'setup'

/** What is wrong with a name or a password that was chosen. */
export type BadChoice = 'bad-name' | 'bad-password' | 'name-taken'

export type EnteredResult =
  | { readonly kind: 'entered'; readonly session: OpenedSession }
  | { readonly kind: 'refused'; readonly why: BadChoice | 'closed' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/**
 * Makes a new address under which the house can be set up from elsewhere, for as long as nobody has a password; the one before
 * leads nowhere. Answers its token, which is to be shown where only the owner sees it. Undefined once the house is set up.
 */
export async function openSetup({ store, now }: Entrance): Promise<string | undefined> {
  if (await store.accounts.hasMeans()) return undefined
  const token = newToken()
  await store.houseSettings.set(setupSetting, hashToken(token), now().toISOString())
  return token
}

/** Who asks to set the house up: who sits at the machine needs no token. */
export type SetupKey = { readonly isAtMachine: boolean; readonly token?: string; readonly address: string }

/** Whether the house can be set up by who asks. */
export async function canSetUp(
  context: Entrance,
  { isAtMachine, token, address }: SetupKey,
): Promise<'open' | 'closed' | { readonly kind: 'later'; readonly retryAfterSeconds: number }> {
  const { store } = context
  if (await store.accounts.hasMeans()) return 'closed'
  if (isAtMachine) return 'open'
  if (token === undefined) return 'closed'
  const gate = await countTry(context, 'setup', '', address)
  if (gate.kind === 'later') return gate
  const kept = await store.houseSettings.get(setupSetting)
  if (kept === undefined || !isSameHash(kept, hashToken(token))) return 'closed'
  await gate.forget()
  return 'open'
}

/** Gives the owner a name and a password, once, and signs them in. */
export async function setUpHouse(
  context: Entrance,
  given: SetupKey & { readonly name: string; readonly password: string; readonly browser: string },
): Promise<EnteredResult> {
  const may = await canSetUp(context, given)
  if (may === 'closed') return { kind: 'refused', why: 'closed' }
  if (may !== 'open') return may
  const name = accountName(given.name)
  if (name === undefined) return { kind: 'refused', why: 'bad-name' }
  if (!isPassword(given.password)) return { kind: 'refused', why: 'bad-password' }
  const at = context.now().toISOString()
  const isClaimed = await context.store.accounts.claim(ownerId, name, await hashPassword(given.password), at)
  if (!isClaimed) return { kind: 'refused', why: (await context.store.accounts.hasMeans()) ? 'closed' : 'name-taken' }
  await context.store.houseSettings.set(setupSetting, undefined, at)
  await noteEvent(context, 'house-claimed', ownerId)
  return { kind: 'entered', session: await openSession(context, ownerId, 'password', given.browser) }
}

/** Whether anybody has a way to sign in yet. */
export function hasMeans({ store }: OperationContext): Promise<boolean> {
  return store.accounts.hasMeans()
}
