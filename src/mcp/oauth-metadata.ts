import type { ProgramIssuer } from '../operations/accounts/program-issuer.ts'

const resourcePath = '/.well-known/oauth-protected-resource'
const issuerPath = '/.well-known/oauth-authorization-server'
const scopes = ['read', 'write']

/** What a program reads before it asks for access: of the resource (RFC 9728) or of the issuer (RFC 8414). */
export type Metadata = 'resource' | 'issuer'

/** Which metadata a path asks for; below it may be the path of the URL it is about. */
export function metadataAt(path: string): Metadata | undefined {
  if (path === resourcePath || path.startsWith(`${resourcePath}/`)) return 'resource'
  return path === issuerPath || path.startsWith(`${issuerPath}/`) ? 'issuer' : undefined
}

/** True for what programs read and send to get tokens; the page that asks the reader is not among it. */
export function ownedByOauth(path: string): boolean {
  return metadataAt(path) !== undefined || /^\/oauth\/(?:token|register|revoke)$/.test(path)
}

/** The metadata at a path, or undefined for a path about something else. */
export function metadataOf(path: string, at: ProgramIssuer): Readonly<Record<string, unknown>> | undefined {
  const base = new URL(at.issuer).pathname.replace(/\/$/, '')
  if (path === resourcePath || path === `${resourcePath}${base}/mcp`) return ofResource(at)
  return path === issuerPath || path === `${issuerPath}${base}` ? ofIssuer(at) : undefined
}

function ofResource({ issuer, resource }: ProgramIssuer) {
  return {
    resource,
    authorization_servers: [issuer],
    scopes_supported: scopes,
    bearer_methods_supported: ['header'],
    resource_name: 'Twosource',
  }
}

function ofIssuer({ issuer }: ProgramIssuer) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    registration_endpoint: `${issuer}/oauth/register`,
    revocation_endpoint: `${issuer}/oauth/revoke`,
    scopes_supported: scopes,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    client_id_metadata_document_supported: true,
  }
}

/** The challenge of a 401: where a program learns whom to ask (RFC 9728 §5.1); without an issuer it needs an API token. */
export function challenge(at: ProgramIssuer | undefined, isWrongToken: boolean): string {
  const { origin, pathname } = at ? new URL(at.resource) : {}
  const parts = [
    'realm="Twosource"',
    ...(isWrongToken ? ['error="invalid_token"'] : []),
    ...(at ? [`resource_metadata="${origin}${resourcePath}${pathname}"`, 'scope="read"'] : []),
  ]
  return `Bearer ${parts.join(', ')}`
}
