import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { accountNameKey } from '../core/account.ts'
import { addressKey } from '../core/text/address-key.ts'
import { markEssential } from '../store/engine/request-context.ts'
import type { OperationContext } from './operation.ts'

const MINUTE_MS = 60_000
const windowMs = 15 * MINUTE_MS
/** Most tries in a quarter of an hour from one address at one name, and from one address over all names. */
export const mostTries = 10
/** Beyond this many tries at one account, over all addresses, each waits a little longer, up to two seconds. */
const freeTries = 20
const stepMs = 100
const longestWaitMs = 2_000

/** What is tried: signing in as somebody, or guessing a token, an invitation, … */
type TryKind = 'sign-in' | 'token' | 'app-password' | 'invitation' | 'setup' | 'password-change' | 'passkey' | 'code'

/** How people sign in, which must also work on a full disk. */
const ofPeople: ReadonlySet<TryKind> = new Set(['sign-in', 'passkey', 'code'])

/** `open`: try, and call `forget` on success. `later`: nothing was checked. */
type TryGate =
  | { readonly kind: 'open'; readonly count: number; readonly forget: () => Promise<void> }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/**
 * Counts a try before anything is checked. Ten from one address in a quarter of an hour are allowed, whatever the names; the next
 * ones wait for the window to end, while other addresses are not affected: nobody can lock out somebody else. Many addresses at one
 * account are slowed, never refused. Names count whether or not the account exists. Without an address, tries at a name are counted
 * over all of them; without a name, those of an address alone.
 */
export async function countTry(
  { store, now }: Pick<OperationContext, 'store' | 'now'>,
  kind: TryKind,
  name: string,
  address: string,
): Promise<TryGate> {
  if (ofPeople.has(kind)) markEssential()
  const at = now()
  const since = new Date(at.getTime() - windowMs).toISOString()
  const { signInAttempts } = store
  const [folded, from] = [accountNameKey(name), addressKey(address)]
  const ofAddress = keyOf(kind, '', from)
  const key = keyOf(kind, folded, from)
  const isOfBoth = name !== '' && address !== ''
  // The address first: trying name after name costs one row, and no password is checked.
  if (isOfBoth) {
    const all = await signInAttempts.count(ofAddress, at.toISOString(), since)
    if (all.count > mostTries) return later(all.startedAt, at)
  }
  const { count, startedAt } = await signInAttempts.count(key, at.toISOString(), since)
  if (count > mostTries) return later(startedAt, at)
  if (name !== '') {
    const whole = await signInAttempts.count(keyOf(kind, folded), at.toISOString(), since)
    const waitMs = Math.min(longestWaitMs, Math.max(0, whole.count - freeTries) * stepMs)
    if (waitMs > 0) await setTimeout(waitMs)
  }
  return {
    kind: 'open',
    count,
    async forget() {
      await signInAttempts.forget(key)
      // Not the address's whole count, or somebody with an account here could try others forever.
      if (isOfBoth) await signInAttempts.uncount(ofAddress)
    },
  }
}

function later(startedAt: string, at: Date): TryGate {
  const endsInMs = Date.parse(startedAt) + windowMs - at.getTime()
  return { kind: 'later', retryAfterSeconds: Math.max(1, Math.ceil(endsInMs / 1000)) }
}

/** Only a hash of name and address is stored, and it is deleted with the window. */
function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
