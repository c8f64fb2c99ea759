import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { accountNameKey } from '../core/account.ts'
import { addressKey } from '../core/text/address-key.ts'
import { nameEssential } from '../store/engine/page-reads.ts'
import type { OperationContext } from './operation.ts'

const MINUTE_MS = 60_000
const windowMs = 15 * MINUTE_MS
/** How often one thing may be tried from one address in a quarter of an hour, and as often over all names. */
export const mostTries = 10
/** From so many tries on one account, over all addresses, each more waits a little longer, up to two seconds. */
const freeTries = 20
const stepMs = 100
const longestWaitMs = 2_000

/** What is tried: signing in as somebody, or guessing a token, an invitation, … */
export type TryKind =
  | 'sign-in'
  | 'token'
  | 'app-password'
  | 'invitation'
  | 'setup'
  | 'password-change'
  | 'passkey'
  | 'code'

/** By these people come in, on a full disk, too. */
const ofPeople: ReadonlySet<TryKind> = new Set(['sign-in', 'passkey', 'code'])

/** `open`: try it, and `forget` once it went well. `later`: nothing was looked at. */
export type TryGate =
  | { readonly kind: 'open'; readonly count: number; readonly forget: () => Promise<void> }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/**
 * Counts a try before anything is looked at. Ten from one address in a quarter of an hour are let through, whatever names they
 * are at; the next wait for the window to end, while every other address is still let in: nobody can lock somebody else out. Many
 * addresses at one account are slowed, never refused. Names are counted whether there is such an account or not. Without an
 * address tries at a name are counted over all of them; without a name, those of an address alone.
 */
export async function countTry(
  { store, now }: Pick<OperationContext, 'store' | 'now'>,
  kind: TryKind,
  name: string,
  address: string,
): Promise<TryGate> {
  if (ofPeople.has(kind)) nameEssential()
  const at = now()
  const since = new Date(at.getTime() - windowMs).toISOString()
  const { tries } = store
  const [folded, from] = [accountNameKey(name), addressKey(address)]
  const ofAddress = keyOf(kind, '', from)
  const key = keyOf(kind, folded, from)
  const isOfBoth = name !== '' && address !== ''
  // The address first: who tries name after name costs one row, and no password is looked at.
  if (isOfBoth) {
    const all = await tries.count(ofAddress, at.toISOString(), since)
    if (all.count > mostTries) return later(all.startedAt, at)
  }
  const { count, startedAt } = await tries.count(key, at.toISOString(), since)
  if (count > mostTries) return later(startedAt, at)
  if (name !== '') {
    const whole = await tries.count(keyOf(kind, folded), at.toISOString(), since)
    const waitMs = Math.min(longestWaitMs, Math.max(0, whole.count - freeTries) * stepMs)
    if (waitMs > 0) await setTimeout(waitMs)
  }
  return {
    kind: 'open',
    count,
    async forget() {
      await tries.forget(key)
      // Not all of them: who has an account here could try at others for ever.
      if (isOfBoth) await tries.takeBack(ofAddress)
    },
  }
}

function later(startedAt: string, at: Date): TryGate {
  const endsInMs = Date.parse(startedAt) + windowMs - at.getTime()
  return { kind: 'later', retryAfterSeconds: Math.max(1, Math.ceil(endsInMs / 1000)) }
}

/** Neither a name nor an address is kept: only a hash, which goes with the window. */
function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
