import type { Scope } from '../../core/account.ts'
import { isVerifierOf } from '../../credentials/pkce.ts'
import { hashToken, isSameHash, newToken, signWith } from '../../credentials/token.ts'
import type { CheckedGrant } from '../../store/accounts/program-grants.ts'
import type { OperationContext } from '../operation.ts'
import { countTry } from '../throttle.ts'
import { noteEvent } from './note-event.ts'
import { isSameResource } from './program-issuer.ts'

const accessSeconds = 3_600
/** A program that isn't used for so long has to be allowed again. */
const idleMs = 90 * 86_400_000
/** A program whose connection broke, or that asked twice at once, may use a refresh token a second time for so long. */
const repeatMs = 30_000

type TokenContext = Pick<OperationContext, 'store' | 'now' | 'log'>

/** The answer to a program that redeems a code or a refresh token (OAuth 2.1 §3.2). */
export type TokenAnswer =
  | {
      readonly kind: 'issued'
      readonly accessToken: string
      readonly refreshToken: string
      readonly expiresInSeconds: number
      readonly scopes: readonly Scope[]
    }
  | { readonly kind: 'refused'; readonly error: 'invalid_grant' | 'invalid_target' }
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

/** What both requests name besides their secret. */
type Asked = {
  readonly clientId: string
  /** The URL that tokens of this server open now, and what the program names as it. */
  readonly resource: string
  readonly target?: string | undefined
  readonly address: string
}

const refused = { kind: 'refused', error: 'invalid_grant' } as const

/** Redeems a code once. Whoever sends it with a wrong verifier, or again, ends what it gave. */
export async function redeemCode(
  context: TokenContext,
  given: Asked & {
    readonly code: string
    readonly verifier: string | undefined
    readonly redirectUri: string | undefined
  },
): Promise<TokenAnswer> {
  const found = await findGrant(context, given.code)
  if (!found || !isSameHash(hashToken(given.code), found.grant.codeHash)) return wrong(context, given.address)
  const { grant, account } = found
  const at = context.now().toISOString()
  if (grant.refreshHash === undefined && grant.expiresAt <= at) return refused
  const isItsOwn =
    grant.refreshHash === undefined &&
    grant.clientId === given.clientId &&
    (given.redirectUri ?? grant.redirectUri) === grant.redirectUri &&
    isVerifierOf(given.verifier, grant.challenge)
  if (!isItsOwn) return endReused(context, grant)
  if (!account) return refused
  if (!isForThis(grant, given)) return { kind: 'refused', error: 'invalid_target' }
  return issue(context, grant, undefined, `${grant.id}.${newToken()}`)
}

/**
 * Replaces a refresh token with the next one. Whoever sends an earlier one ends the grant: it was copied. The next token is computed
 * from the present one, so that a repeated request gets the same one.
 */
export async function refreshAccess(
  context: TokenContext,
  given: Asked & { readonly refreshToken: string },
): Promise<TokenAnswer> {
  const { refreshToken } = given
  const found = await findGrant(context, refreshToken)
  if (!found) return wrong(context, given.address)
  const { grant, account } = found
  const at = context.now()
  if (grant.refreshHash === undefined || grant.expiresAt <= at.toISOString()) return refused
  if (grant.clientId !== given.clientId) return wrong(context, given.address)
  if (!account) return refused
  if (!isForThis(grant, given)) return { kind: 'refused', error: 'invalid_target' }
  const hash = hashToken(refreshToken)
  const next = `${grant.id}.${signWith(await context.store.alerts.secret('program-refresh', newToken), refreshToken)}`
  if (isSameHash(hash, grant.refreshHash)) return issue(context, grant, grant.refreshHash, next)
  const isRepeated =
    grant.previousHash !== undefined &&
    isSameHash(hash, grant.previousHash) &&
    isSameHash(hashToken(next), grant.refreshHash) &&
    at.getTime() - Date.parse(grant.rotatedAt ?? '') <= repeatMs
  return isRepeated ? repeat(context, grant, next) : endReused(context, grant)
}

/** Ends the grant of a token of either kind (RFC 7009); an unknown token is no error. */
export async function revokeToken(
  context: TokenContext,
  { token, clientId }: { readonly token: string; readonly clientId: string | undefined },
): Promise<void> {
  const hash = hashToken(token)
  const byAccess = await context.store.programGrants.findAccess(hash)
  const byRefresh = byAccess ? undefined : (await findGrant(context, token))?.grant
  const isCurrent = byRefresh?.refreshHash !== undefined && isSameHash(hash, byRefresh.refreshHash)
  const grant = byAccess?.grant ?? (isCurrent ? byRefresh : undefined)
  if (!grant || (clientId !== undefined && clientId !== grant.clientId)) return
  if (await context.store.programGrants.end(grant.id, grant.readerId))
    await noteEvent(context, 'program-ended', grant.readerId)
}

/** Codes and refresh tokens begin with the id of their grant, which nobody else knows. */
async function findGrant({ store }: TokenContext, secret: string) {
  const [, id] = /^([\w-]{16})\.[\w-]{43}$/.exec(secret) ?? []
  return id === undefined ? undefined : store.programGrants.find(id)
}

/** False after the server got another public URL: its programs ask again. */
function isForThis(grant: CheckedGrant, { resource, target = resource }: Asked): boolean {
  return grant.resource === resource && isSameResource(target, resource)
}

async function issue(
  context: TokenContext,
  grant: CheckedGrant,
  from: string | undefined,
  refreshToken: string,
): Promise<TokenAnswer> {
  const at = context.now()
  const access = newAccess(at)
  const expiresAt = new Date(at.getTime() + idleMs).toISOString()
  const to = { refreshHash: hashToken(refreshToken), expiresAt, at: at.toISOString() }
  if (await context.store.programGrants.rotate(grant, from, to, access.stored))
    return issued(grant, access.token, refreshToken)
  // Somebody else redeemed it meanwhile: a code is then used twice, a refresh token may be repeated.
  if (from === undefined) return endReused(context, grant)
  return repeat(context, grant, refreshToken)
}

async function repeat(context: TokenContext, grant: CheckedGrant, refreshToken: string): Promise<TokenAnswer> {
  const at = context.now()
  const access = newAccess(at)
  const isKept = await context.store.programGrants.addAccess(grant, access.stored, at.toISOString())
  return isKept ? issued(grant, access.token, refreshToken) : refused
}

/** An access token says what it is, so that it is looked for in one place only. */
export const accessPrefix = 'mcp_'

function newAccess(at: Date) {
  const token = `${accessPrefix}${newToken()}`
  const expiresAt = new Date(at.getTime() + accessSeconds * 1000).toISOString()
  return { token, stored: { hash: hashToken(token), expiresAt } }
}

function issued({ scopes }: CheckedGrant, accessToken: string, refreshToken: string): TokenAnswer {
  return { kind: 'issued', accessToken, refreshToken, expiresInSeconds: accessSeconds, scopes }
}

async function endReused(context: TokenContext, { id, readerId }: CheckedGrant): Promise<TokenAnswer> {
  if (await context.store.programGrants.end(id, readerId)) await noteEvent(context, 'program-reused', readerId)
  return refused
}

async function wrong(context: TokenContext, address: string): Promise<TokenAnswer> {
  const gate = await countTry(context, 'token', '', address)
  return gate.kind === 'later' ? gate : refused
}
