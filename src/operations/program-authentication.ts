import { type Account, cappedRole, identityOfAccount } from '../core/account.ts'
import { guest, instanceOwner, type ReaderIdentity } from '../core/reader-identity.ts'
import { hashFeverKey } from '../credentials/fever-key.ts'
import { isSameHash, newToken, signWith } from '../credentials/token.ts'
import { openAuthentication, type ProgramIdentified } from './accounts/authentication.ts'
import { accessPrefix } from './accounts/program-tokens.ts'
import type { OperationContext } from './operation.ts'
import { countTry } from './throttle.ts'

/** Where a program's request came from. */
export type ProgramCaller = {
  /** Address of the other end of the connection; empty if unknown. */
  readonly address: string
  /** True for a request from this machine where the operator makes local users owners; never for pages of another site. */
  readonly isOwner: boolean
  /** The token of the header `Authorization: Bearer` (RFC 6750 §2.1); an empty one is never valid. */
  readonly bearer?: string
}

/** Authentication of programs. Cookies are ignored, so no page of another site can act with a browser's session. */
export type ProgramAuthentication = {
  /** By token. Without one: the owner, for a local request while nobody has a sign-in method yet; else a guest, if guests may read. */
  identify(arrival: ProgramCaller): Promise<ProgramIdentified>
  /** The same, and by an access token that a program got by OAuth for this URL, if it has one. */
  identifyAt(arrival: ProgramCaller, resource: string | undefined): Promise<ProgramIdentified>
  /**
   * A feed reader signs in with a name and an app password, and gets a token for later requests. Any name and password are accepted
   * for a local request while nobody has a sign-in method yet.
   */
  logIn(
    name: string,
    password: string,
    arrival: ProgramCaller,
  ): Promise<
    | Exclude<ProgramIdentified, { kind: 'known' }>
    | (ProgramIdentified & { readonly kind: 'known'; readonly token: string })
  >
  /** By the token from `logIn`; revoking the app password invalidates it. */
  byLogin(token: string, arrival: ProgramCaller): Promise<ProgramIdentified>
  /** By the key of the Fever API, which some app passwords allow. Wrong keys are counted per address. */
  byFeverKey(key: string, arrival: ProgramCaller): Promise<ProgramIdentified>
}

/** The login token while there are no accounts. */
const ownerToken = 'owner'
const unknown = { kind: 'unknown' } as const

/** Opens the authentication of programs for this instance. */
export function openProgramAuthentication(
  context: Pick<OperationContext, 'store' | 'now' | 'log'>,
): ProgramAuthentication {
  const { store } = context
  const door = openAuthentication(context)
  const secret = () => store.alerts.secret('feed-reader-login', newToken)
  const isAtHome = async (arrival: ProgramCaller) => arrival.isOwner && !(await door.hasSignInMethod())
  const identify = async (arrival: ProgramCaller): Promise<ProgramIdentified> => {
    if (arrival.bearer !== undefined && arrival.bearer !== '') return door.byToken(arrival.bearer, arrival.address)
    if (arrival.bearer !== undefined) return unknown
    if (!(await door.hasSignInMethod())) return arrival.isOwner ? { kind: 'known', identity: instanceOwner } : unknown
    return (await door.guestsMayRead()) ? { kind: 'known', identity: guest } : unknown
  }
  return {
    identify,

    async identifyAt(arrival, resource) {
      const { bearer, address } = arrival
      if (resource === undefined || !bearer?.startsWith(accessPrefix)) return identify(arrival)
      return door.byAccessToken(bearer, resource, address)
    },

    async logIn(name, password, arrival) {
      if (await isAtHome(arrival)) return { kind: 'known', identity: instanceOwner, token: ownerToken }
      // Few programs sign in so, and it brings passwords and one-time codes into the start.
      const { checkAppPassword } = await import('./accounts/sign-in.ts')
      const found = await checkAppPassword(context, { name, password, address: arrival.address })
      if (found.kind !== 'known') return found
      const token = `${found.keyId}.${signWith(await secret(), found.keyId)}`
      return { kind: 'known', identity: feedReaderOf(found.account), token }
    },

    async byLogin(token, arrival) {
      if (token === ownerToken) return (await isAtHome(arrival)) ? { kind: 'known', identity: instanceOwner } : unknown
      const [keyId = '', signature = ''] = token.split('.')
      if (!isSameHash(signature, signWith(await secret(), keyId))) return unknown
      const account = await store.accessKeys.findAppPasswordAccount(keyId)
      return account ? { kind: 'known', identity: feedReaderOf(account) } : unknown
    },

    async byFeverKey(key, arrival) {
      if (await isAtHome(arrival)) return { kind: 'known', identity: instanceOwner }
      const found = await store.accessKeys.findByFeverKey(hashFeverKey(key))
      if (!found) {
        const gate = await countTry(context, 'app-password', '', arrival.address)
        return gate.kind === 'later' ? gate : unknown
      }
      const at = context.now().toISOString()
      if (found.key.seenAt?.slice(0, 10) !== at.slice(0, 10))
        await store.accessKeys.touch('app-password', found.key.id, at)
      return { kind: 'known', identity: feedReaderOf(found.account) }
    },
  }
}

/** A feed reader may read and mark, nothing else. */
function feedReaderOf(account: Account): ReaderIdentity {
  return { ...identityOfAccount(account), role: cappedRole(account.role, ['write']), isProgram: true }
}
