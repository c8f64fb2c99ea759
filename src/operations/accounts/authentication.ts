import { type Account, cappedRole, identityOfAccount } from '../../core/account.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import { hashToken } from '../../credentials/token.ts'
import { ignoringStoreTrouble } from '../busy.ts'
import type { OperationContext } from '../operation.ts'
import { countTry } from '../throttle.ts'
import { idleSessionDays } from './open-session.ts'

const DAY_MS = 86_400_000
/** A session's last use is recorded at most this often. */
const touchMs = 3_600_000

export const guestsSetting = 'guests'

/** Identifies a reader by cookie or token. Its only write is the time of last use. */
export type Authentication = {
  /** False while nobody has a password or another sign-in method. */
  hasSignInMethod(): Promise<boolean>
  guestsMayRead(): Promise<boolean>
  bySession(token: string): Promise<{ readonly sessionId: string; readonly identity: ReaderIdentity } | undefined>
  /** By a program's token. Wrong ones are counted per address: after ten it has to wait. */
  byToken(token: string, address: string): Promise<ProgramIdentified>
  /** By an access token that a program got by OAuth for this resource. An expired one isn't counted. */
  byAccessToken(token: string, resource: string, address: string): Promise<ProgramIdentified>
}

/** The identity a program acts for; an invalid key; or, after many wrong ones, the time to wait. */
export type ProgramIdentified =
  | { readonly kind: 'known'; readonly identity: ReaderIdentity }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

export function openAuthentication(context: Pick<OperationContext, 'store' | 'now'>): Authentication {
  const { store, now } = context
  return {
    hasSignInMethod: () => store.accounts.hasSignInMethod(),
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
      if (idleMs > touchMs) await ignoringStoreTrouble(store.sessions.touch(found.session.id, at.toISOString()))
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
        await ignoringStoreTrouble(store.accessKeys.touch('token', found.token.id, at.toISOString()))
      return { kind: 'known', identity: programOf(found.account, cappedRole(found.account.role, found.token.scopes)) }
    },

    async byAccessToken(token, resource, address) {
      const at = now()
      const found = await store.programGrants.findAccess(hashToken(token))
      if (!found) {
        const gate = await countTry(context, 'token', '', address)
        return gate.kind === 'later' ? gate : { kind: 'unknown' }
      }
      const { grant, account } = found
      if (found.expiresAt <= at.toISOString() || grant.resource !== resource) return { kind: 'unknown' }
      if (grant.seenAt === undefined || at.getTime() - Date.parse(grant.seenAt) > touchMs)
        await ignoringStoreTrouble(store.programGrants.touch(grant.id, at.toISOString()))
      return { kind: 'known', identity: programOf(account, cappedRole(account.role, grant.scopes)) }
    },
  }
}

function programOf(account: Account, role: ReaderIdentity['role']): ReaderIdentity {
  const readsAs = role === 'guest' && account.role !== 'guest' ? { readsAs: 'reader' as const } : {}
  return { ...identityOfAccount(account), role, isProgram: true, ...readsAs }
}
