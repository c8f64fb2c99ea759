import { type Account, cappedRole, identityOfAccount } from '../../core/account.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import { hashToken } from '../../credentials/token.ts'
import { unlessTroubled } from '../busy.ts'
import type { OperationContext } from '../operation.ts'
import { countTry } from '../throttle.ts'
import { idleSessionDays } from './open-session.ts'

const DAY_MS = 86_400_000
/** A session notes that it is used at most this often. */
const touchMs = 3_600_000

export const guestsSetting = 'guests'

/** Who asks, told by what they bring. It writes nothing but when a key was used last. */
export type Door = {
  /** False: nobody has a password or another means to sign in yet. */
  hasMeans(): Promise<boolean>
  guestsMayRead(): Promise<boolean>
  bySession(token: string): Promise<{ readonly sessionId: string; readonly identity: ReaderIdentity } | undefined>
  /** By the token of a program. Wrong ones from one address are counted: after ten it has to wait. */
  byToken(token: string, address: string): Promise<ProgramKnown>
}

/** Whom a program acts for; or that its key opens nothing; or, after many wrong ones, how long it has to wait. */
export type ProgramKnown =
  | { readonly kind: 'known'; readonly identity: ReaderIdentity }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/** The door of a house. */
export function openDoor(context: Pick<OperationContext, 'store' | 'now'>): Door {
  const { store, now } = context
  return {
    hasMeans: () => store.accounts.hasSignInMethod(),
    guestsMayRead: async () => (await store.instanceSettings.get(guestsSetting)) === 'read',

    async bySession(token) {
      const at = now()
      const found = await store.sessions.find(hashToken(token), at.toISOString())
      if (!found) return undefined
      const idleMs = at.getTime() - Date.parse(found.session.seenAt)
      if (idleMs > idleSessionDays * DAY_MS) {
        await store.sessions.remove(found.account.id, found.session.id)
        return undefined
      }
      if (idleMs > touchMs) await unlessTroubled(store.sessions.touch(found.session.id, at.toISOString()))
      return { sessionId: found.session.id, identity: identityOfAccount(found.account) }
    },

    async byToken(token, address) {
      const at = now()
      const found = await store.accessKeys.findToken(hashToken(token), at.toISOString())
      if (!found) {
        const gate = await countTry(context, 'token', '', address)
        return gate.kind === 'later' ? gate : { kind: 'unknown' }
      }
      const { seenAt } = found.token
      if (seenAt === undefined || at.getTime() - Date.parse(seenAt) > touchMs)
        await unlessTroubled(store.accessKeys.touch('token', found.token.id, at.toISOString()))
      return { kind: 'known', identity: programOf(found.account, cappedRole(found.account.role, found.token.scopes)) }
    },
  }
}

function programOf(account: Account, role: ReaderIdentity['role']): ReaderIdentity {
  const readsAs = role === 'guest' && account.role !== 'guest' ? { readsAs: 'reader' as const } : {}
  return { ...identityOfAccount(account), role, isProgram: true, ...readsAs }
}
