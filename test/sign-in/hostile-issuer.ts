import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the issuer does that no honest one would. */
export type Twist = {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly alg?: 'RS256' | 'none' | 'HS256' | 'other-key'
  /** Changes what the browser brings back. */
  readonly query?: (query: URLSearchParams) => void
  readonly tokens?: (answer: Record<string, unknown>) => void
  readonly discovery?: Readonly<Record<string, unknown>>
  /** The token endpoint sends elsewhere. */
  readonly redirectsToken?: boolean
}

/** An OpenID Connect provider on loopback whose every word can be twisted. It checks PKCE and takes each code once, as it should. */
export type HostileIssuer = {
  readonly issuer: string
  twist: Twist
  /** What a browser would bring back from an address the client sent it to. */
  authorize(url: string): URLSearchParams
  close(): Promise<void>
}

/** Those of every issuer of this process, and others: to make them takes longer than most cases. */
let keys: readonly [Keys, Keys] | undefined
type Keys = ReturnType<typeof makeKeys>

function makeKeys() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

/** Starts one for a client whose secret it knows. */
export async function startHostileIssuer(clientId: string, clientSecret: string): Promise<HostileIssuer> {
  const [{ publicKey, privateKey }, other] = (keys ??= [makeKeys(), makeKeys()])
  const codes = new Map<string, { readonly challenge: string; readonly nonce: string }>()
  const held: { issuer: string; twist: Twist } = { issuer: '', twist: {} }

  const server = createServer((request, response) => {
    void answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  held.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { issuer, twist } = held
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.url?.startsWith('/.well-known/'))
      return void json(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
        authorization_response_iss_parameter_supported: true,
        ...twist.discovery,
      })
    if (request.url === '/jwks')
      return void json(200, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      })
    if (twist.redirectsToken) return void response.writeHead(307, { location: `${issuer}/elsewhere` }).end()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    const begun = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const verifier = form.get('code_verifier') ?? ''
    if (!begun || createHash('sha256').update(verifier).digest('base64url') !== begun.challenge)
      return void json(400, { error: 'invalid_grant' })
    const now = Math.floor(Date.now() / 1000)
    const claims: Record<string, unknown> = {
      iss: issuer,
      sub: 'subject-1',
      aud: clientId,
      exp: now + 300,
      iat: now,
      nonce: begun.nonce,
      ...twist.claims,
    }
    for (const [name, value] of Object.entries(claims)) if (value === undefined) delete claims[name]
    const tokens: Record<string, unknown> = {
      access_token: 'some',
      token_type: 'Bearer',
      id_token: token(claims, twist),
    }
    twist.tokens?.(tokens)
    json(200, tokens)
  }

  function token(claims: object, { alg = 'RS256' }: Twist): string {
    const header = { alg: alg === 'other-key' ? 'RS256' : alg, kid: 'one' }
    const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    const signature =
      alg === 'none'
        ? ''
        : alg === 'HS256'
          ? createHmac('sha256', clientSecret).update(signed).digest('base64url')
          : sign('sha256', Buffer.from(signed), alg === 'RS256' ? privateKey : other.privateKey).toString('base64url')
    return `${signed}.${signature}`
  }

  return {
    get issuer() {
      return held.issuer
    },
    get twist() {
      return held.twist
    },
    set twist(twist) {
      held.twist = twist
    },
    authorize(url) {
      const asked = new URL(url).searchParams
      const code = randomBytes(12).toString('base64url')
      codes.set(code, { challenge: asked.get('code_challenge') ?? '', nonce: asked.get('nonce') ?? '' })
      const query = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: held.issuer })
      held.twist.query?.(query)
      return query
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
