import * as client from 'openid-client'

/** Fetches for the client: only GET and POST, without following redirects. */
export type OidcFetch = client.CustomFetch

type OidcSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | undefined
  /** Where the provider sends the browser back to: the full URL, as registered with the provider. */
  readonly redirectUri: string
  readonly fetch: OidcFetch
}

/** What to remember of a started sign-in until the browser comes back. All of it is secret. */
export type OidcFlow = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** `denied`: the provider refused. `not-confirmed`: what came back doesn't belong to this sign-in or isn't valid. */
export type OidcRefusal = 'unreachable' | 'denied' | 'not-confirmed'

/** A person's identity at the provider. Only the pair of issuer and subject never changes. */
export type OidcIdentity = { readonly issuer: string; readonly subject: string; readonly name: string }

export type OidcClient = {
  readonly issuer: string
  /** Where to send the browser, and what to remember until it comes back. */
  begin(): Promise<
    { readonly kind: 'begun'; readonly url: string; readonly flow: OidcFlow } | { readonly kind: 'unreachable' }
  >
  /** Checks the browser's callback, redeems the code and checks the ID token. */
  finish(
    query: URLSearchParams,
    flow: OidcFlow,
  ): Promise<
    | { readonly kind: 'identity'; readonly identity: OidcIdentity }
    | { readonly kind: 'refused'; readonly why: OidcRefusal }
  >
}

/** Signatures only the provider can make; `none` and those made with the client's secret aren't accepted. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const DISCOVERED_MS = 3_600_000
const TIMEOUT_SECONDS = 15

/**
 * Sign-in by another server: OpenID Connect Core 1.0 §3.1, authorization code with PKCE (RFC 7636, S256), state, nonce and
 * issuer (RFC 9207). Discovery happens at the first use and is cached for an hour; failures aren't cached. Never rejects for
 * what the provider or the browser does.
 */
export function oidcClient(settings: OidcSettings): OidcClient {
  // Normalized, so that it's the same with or without a final slash.
  const issuer = new URL(settings.issuer).href
  let discovered: { readonly at: number; readonly configuration: Promise<client.Configuration> } | undefined

  async function configuration(): Promise<client.Configuration | undefined> {
    const at = performance.now()
    if (!discovered || at - discovered.at > DISCOVERED_MS) discovered = { at, configuration: discover(settings) }
    const asked = discovered
    try {
      return await asked.configuration
    } catch {
      if (discovered === asked) discovered = undefined
      return undefined
    }
  }

  return {
    issuer,
    async begin() {
      const provider = await configuration()
      if (!provider) return { kind: 'unreachable' }
      const flow = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const url = client.buildAuthorizationUrl(provider, {
        redirect_uri: settings.redirectUri,
        scope: 'openid profile',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      })
      return { kind: 'begun', url: url.href, flow }
    },
    async finish(query, flow) {
      const provider = await configuration()
      if (!provider) return { kind: 'refused', why: 'unreachable' }
      const from = new URL(settings.redirectUri)
      from.search = query.toString()
      try {
        const tokens = await client.authorizationCodeGrant(provider, from, {
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          pkceCodeVerifier: flow.verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        const isSound = claims !== undefined && isSubject(claims.sub) && hasSoundSignature(tokens.id_token)
        if (!isSound) return { kind: 'refused', why: 'not-confirmed' }
        return { kind: 'identity', identity: { issuer, subject: claims.sub, name: nameIn(claims) } }
      } catch (error) {
        return { kind: 'refused', why: refusalOf(error) }
      }
    },
  }
}

/** Also throws when the provider names no URL to send browsers to; that isn't cached either. */
async function discover(settings: OidcSettings): Promise<client.Configuration> {
  const found = await readDocuments(settings)
  client.buildAuthorizationUrl(found, {})
  return found
}

function readDocuments({ issuer, clientId, clientSecret, fetch }: OidcSettings): Promise<client.Configuration> {
  const server = new URL(issuer)
  // Only a provider on this machine may lack TLS: elsewhere anybody in between could answer in its place.
  const isHere = server.protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(server.hostname)
  return client.discovery(
    server,
    clientId,
    clientSecret,
    clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
    {
      [client.customFetch]: fetch,
      timeout: TIMEOUT_SECONDS,
      // The token comes directly from the provider, which the specification accepts as enough (Core §3.1.3.7); we check its signature
      // as well.
      execute: [client.enableNonRepudiationChecks, ...(isHere ? [client.allowInsecureRequests] : [])],
    },
  )
}

/**
 * Core §2: at most 255 characters. The library accepts an empty subject, which would make one person of everybody without one;
 * and one that a database would alter could make one person of two.
 */
function isSubject(subject: string): boolean {
  return subject.trim() !== '' && subject.length <= 255 && subject.isWellFormed() && !/\p{Cc}/u.test(subject)
}

function hasSoundSignature(token: string | undefined): boolean {
  const header = token?.split('.')[0]
  if (header === undefined) return false
  const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as { readonly alg?: unknown }
  return typeof alg === 'string' && algorithms.includes(alg)
}

/** The provider's name for a person, by which the reader recognizes the identity; an email address only if there is nothing else. */
function nameIn(claims: client.IDToken): string {
  const names = [claims.preferred_username, claims.name, claims.nickname, claims.email]
  const name = names.find((value) => typeof value === 'string' && value.trim() !== '')
  return typeof name === 'string' ? name.trim().slice(0, 200) : ''
}

function refusalOf(error: unknown): OidcRefusal {
  if (error instanceof client.AuthorizationResponseError) return 'denied'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || error instanceof TypeError) return 'unreachable'
  return 'not-confirmed'
}
