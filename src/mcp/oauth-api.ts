import { addressKey } from '../core/text/address-key.ts'
import { findJsonOf } from '../core/text/parse-json-of.ts'
import { registerClient } from '../operations/accounts/program-clients.ts'
import { issuerAt, type ProgramIssuer } from '../operations/accounts/program-issuer.ts'
import { redeemCode, refreshAccess, revokeToken, type TokenAnswer } from '../operations/accounts/program-tokens.ts'
import { limitRate } from '../operations/limit-rate.ts'
import type { ProgramApi, ProgramApiContext } from '../operations/program-api.ts'
import type { ProgramCaller } from '../operations/program-authentication.ts'
import { readProgramBody } from '../operations/program-body.ts'
import { metadataAt, metadataOf, ownedByOauth } from './oauth-metadata.ts'

/** Bytes. */
const largestRequest = 16 * 1024
/** Of one address. */
const registrationsPerMinute = 10
const requestsPerMinute = 120

/**
 * OAuth 2.1 for programs that use `/mcp`: what they read about this server, and where they register and get tokens. The page on which a
 * reader allows them is one of the pages. Nothing here reads a cookie.
 */
export function oauthApi(instance: ProgramApiContext): ProgramApi {
  const nowMs = () => instance.operations.now().getTime()
  const limit = limitRate(requestsPerMinute, nowMs)
  const limitRegistrations = limitRate(registrationsPerMinute, nowMs)
  return {
    owns: ownedByOauth,
    async answer(request, arrival) {
      const path = new URL(request.url).pathname
      const at = issuerAt(request.headers.get('host') ?? undefined, instance.baseUrl)
      if (!at) return json(404, { error: 'not_found' })
      if (metadataAt(path)) return isRead(request) ? metadata(path, at) : wrongMethod('GET, HEAD')
      if (request.method !== 'POST') return wrongMethod('POST')
      const counted = limit(addressKey(arrival.address))
      if (!counted.isAllowed) return later(counted.resetSeconds)
      const body = await readProgramBody(request, largestRequest)
      if (body.kind !== 'read') return refused('invalid_request')
      const text = new TextDecoder().decode(body.bytes)
      if (path === '/oauth/register') return register(text, arrival)
      const form = readForm(request, text)
      if (!form) return refused('invalid_request')
      return path === '/oauth/token' ? giveTokens(form, arrival, at) : revoke(form)
    },
  }

  async function register(text: string, arrival: ProgramCaller): Promise<Response> {
    const counted = limitRegistrations(addressKey(arrival.address))
    if (!counted.isAllowed) return later(counted.resetSeconds)
    const made = await registerClient(instance.operations, findJsonOf(text, largestRequest))
    if (made.kind === 'refused') return refused(made.error)
    const { id, name, redirectUris } = made.client
    return json(201, {
      client_id: id,
      client_id_issued_at: Math.floor(nowMs() / 1000),
      client_name: name,
      redirect_uris: redirectUris,
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    })
  }

  async function giveTokens(form: URLSearchParams, { address }: ProgramCaller, at: ProgramIssuer): Promise<Response> {
    const field = (name: string) => form.get(name) ?? undefined
    const clientId = field('client_id')
    if (clientId === undefined) return refused('invalid_client', 401)
    const asked = { clientId, address, resource: at.resource, target: field('resource') }
    const [code, refreshToken] = [field('code'), field('refresh_token')]
    switch (field('grant_type')) {
      case 'authorization_code': {
        if (code === undefined) return refused('invalid_request')
        const proof = { verifier: field('code_verifier'), redirectUri: field('redirect_uri') }
        return tokens(await redeemCode(instance.operations, { ...asked, ...proof, code }))
      }
      case 'refresh_token':
        if (refreshToken === undefined) return refused('invalid_request')
        return tokens(await refreshAccess(instance.operations, { ...asked, refreshToken }))
      default:
        return refused('unsupported_grant_type')
    }
  }

  async function revoke(form: URLSearchParams): Promise<Response> {
    const token = form.get('token')
    if (token === null) return refused('invalid_request')
    await revokeToken(instance.operations, { token, clientId: form.get('client_id') ?? undefined })
    return new Response(null, { status: 200, headers })
  }
}

const headers = { 'cache-control': 'no-store' }

function json(status: number, body: unknown, more: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers: { ...headers, ...more } })
}

function metadata(path: string, at: ProgramIssuer): Response {
  const found = metadataOf(path, at)
  return found ? json(200, found) : json(404, { error: 'not_found' })
}

function tokens(answer: TokenAnswer): Response {
  switch (answer.kind) {
    case 'issued':
      return json(200, {
        access_token: answer.accessToken,
        token_type: 'Bearer',
        expires_in: answer.expiresInSeconds,
        refresh_token: answer.refreshToken,
        scope: answer.scopes.join(' '),
      })
    case 'refused':
      return refused(answer.error)
    case 'later':
      return later(answer.retryAfterSeconds)
  }
}

function refused(error: string, status = 400): Response {
  return json(status, { error })
}

function later(seconds: number): Response {
  return json(429, { error: 'temporarily_unavailable' }, { 'retry-after': String(seconds) })
}

function wrongMethod(allow: string): Response {
  return json(405, { error: 'invalid_request' }, { allow })
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** The fields of a form; undefined when it is none, or a field is sent twice (OAuth 2.1 §3.2). */
function readForm(request: Request, text: string): URLSearchParams | undefined {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '')) return undefined
  const form = new URLSearchParams(text)
  const names = [...form.keys()]
  return new Set(names).size === names.length ? form : undefined
}
