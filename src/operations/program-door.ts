import { type Account, cappedRole, identityOfAccount } from '../core/account.ts'
import { guest, instanceOwner, type ReaderIdentity } from '../core/reader-identity.ts'
import { hashFeverKey } from '../credentials/fever-key.ts'
import { isSameHash, newToken, signWith } from '../credentials/token.ts'
import { openDoor, type ProgramKnown } from './accounts/door.ts'
import { checkAppPassword } from './accounts/sign-in.ts'
import type { OperationContext } from './operation.ts'
import { countTry } from './throttle.ts'

/** How the request of a program came. */
export type ProgramArrival = {
  /** Address of the other end of the connection; empty where it is not known. */
  readonly address: string
  /** True where the operator lets who sits at this machine be the owner, and it comes from there and from no page of another site. */
  readonly isOwner: boolean
  /** The token of the header `Authorization: Bearer` (RFC 6750 §2.1); empty: one that opens nothing. */
  readonly bearer?: string
}

/** The way in for programs. No cookie opens it, so no page of another site can send what a browser keeps. */
export type ProgramDoor = {
  /**
   * By token. Without one: the owner, where the arrival is theirs and nobody has a means to sign in yet; else a guest, where
   * guests may read.
   */
  identify(arrival: ProgramArrival): Promise<ProgramKnown>
  /**
   * A feed reader signs in with a name and one of the passwords made for such programs, and gets a token to send from then on. Any
   * name and password do where the arrival is the owner's and nobody has a means to sign in yet.
   */
  logIn(
    name: string,
    password: string,
    arrival: ProgramArrival,
  ): Promise<
    Exclude<ProgramKnown, { kind: 'known' }> | (ProgramKnown & { readonly kind: 'known'; readonly token: string })
  >
  /** By the token that `logIn` gave; it opens nothing any more once its password is revoked. */
  byLogin(token: string, arrival: ProgramArrival): Promise<ProgramKnown>
  /** By the key of the Fever API, which some of those passwords open too. Wrong ones from one address are counted. */
  byFeverKey(key: string, arrival: ProgramArrival): Promise<ProgramKnown>
}

/** The token of a login while there are no accounts. */
const ownerToken = 'owner'
const unknown = { kind: 'unknown' } as const

/** The door for programs of a house. */
export function openProgramDoor(context: Pick<OperationContext, 'store' | 'now' | 'log'>): ProgramDoor {
  const { store } = context
  const door = openDoor(context)
  let kept: Promise<string> | undefined
  const secret = () => (kept ??= store.alerts.secret('feed-reader-login', newToken))
  const isAtHome = async (arrival: ProgramArrival) => arrival.isOwner && !(await door.hasMeans())
  return {
    async identify(arrival) {
      if (arrival.bearer !== undefined && arrival.bearer !== '') return door.byToken(arrival.bearer, arrival.address)
      if (arrival.bearer !== undefined) return unknown
      if (!(await door.hasMeans())) return arrival.isOwner ? { kind: 'known', identity: instanceOwner } : unknown
      return (await door.guestsMayRead()) ? { kind: 'known', identity: guest } : unknown
    },

    async logIn(name, password, arrival) {
      if (await isAtHome(arrival)) return { kind: 'known', identity: instanceOwner, token: ownerToken }
      const found = await checkAppPassword(context, { name, password, address: arrival.address })
      if (found.kind !== 'known') return found
      const token = `${found.keyId}.${signWith(await secret(), found.keyId)}`
      return { kind: 'known', identity: feedReaderOf(found.account), token }
    },

    async byLogin(token, arrival) {
      if (token === ownerToken) return (await isAtHome(arrival)) ? { kind: 'known', identity: instanceOwner } : unknown
      const [keyId = '', signature = ''] = token.split('.')
      if (!isSameHash(signature, signWith(await secret(), keyId))) return unknown
      const account = await store.keys.findAppPasswordAccount(keyId)
      return account ? { kind: 'known', identity: feedReaderOf(account) } : unknown
    },

    async byFeverKey(key, arrival) {
      if (await isAtHome(arrival)) return { kind: 'known', identity: instanceOwner }
      const found = await store.keys.findByFeverKey(hashFeverKey(key))
      if (!found) {
        const gate = await countTry(context, 'app-password', '', arrival.address)
        return gate.kind === 'later' ? gate : unknown
      }
      const at = context.now().toISOString()
      if (found.key.seenAt?.slice(0, 10) !== at.slice(0, 10)) await store.keys.touch('app-password', found.key.id, at)
      return { kind: 'known', identity: feedReaderOf(found.account) }
    },
  }
}

/** A feed reader reads and marks, and does nothing else. */
function feedReaderOf(account: Account): ReaderIdentity {
  return { ...identityOfAccount(account), role: cappedRole(account.role, ['write']), isProgram: true }
}
