import { createHash, randomBytes } from 'node:crypto'
import {
  Client,
  type OAuthClientProvider,
  type StoredOAuthClientInformation,
  type StoredOAuthTokens,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client'
import type { Instance, Visitor } from '../sign-in/instance.ts'

export const redirectUri = 'http://127.0.0.1:4111/callback'

/** What a program keeps for the SDK: who it is, its tokens, and where it sends the browser. */
export class Provider implements OAuthClientProvider {
  readonly redirectUrl = redirectUri
  readonly clientMetadata = { client_name: 'Test assistant', redirect_uris: [redirectUri] }
  asked: URL | undefined
  information: StoredOAuthClientInformation | undefined
  stored: StoredOAuthTokens | undefined
  #verifier = ''
  state = () => 'a state'
  clientInformation = () => this.information
  saveClientInformation = (information: StoredOAuthClientInformation) => void (this.information = information)
  tokens = () => this.stored
  saveTokens = (tokens: StoredOAuthTokens) => void (this.stored = tokens)
  redirectToAuthorization = (url: URL) => void (this.asked = url)
  saveCodeVerifier = (verifier: string) => void (this.#verifier = verifier)
  codeVerifier = () => this.#verifier
}

/** A client of the SDK and its transport, which asks for access by itself. */
export function programOf(instance: Pick<Instance, 'origin'>, provider: OAuthClientProvider) {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: { pin: '2026-07-28' } } })
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', instance.origin), { authProvider: provider })
  return { client, transport }
}

/** The hidden fields of the page that asks a reader, as a browser sends them. */
export function fieldsOf(page: string): Record<string, string> {
  const found = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
  return Object.fromEntries(found.map(([, name, value]) => [name!, plain(value!)]))
}

const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Lets a reader answer the page at this URL; where the browser is sent, if anywhere. */
export async function answer(
  visitor: Visitor,
  asked: string,
  choice: Readonly<Record<string, string>> = { do: 'allow', may: 'read' },
): Promise<URL | undefined> {
  const page = await (await visitor.get(asked)).text()
  const sent = await visitor.post('/oauth/authorize', { ...fieldsOf(page), ...choice })
  const to = sent.headers.get('refresh')?.replace(/^0;url=/, '')
  return to === undefined ? undefined : new URL(to)
}

/** A program of its own: what it sends may be wrong, as the SDK's never is. */
export async function registered(instance: Pick<Instance, 'origin'>, more: Readonly<Record<string, unknown>> = {}) {
  const verifier = randomBytes(32).toString('base64url')
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const body = JSON.stringify({ client_name: 'Test program', redirect_uris: [redirectUri], ...more })
  const made = await fetch(new URL('/oauth/register', instance.origin), { method: 'POST', body })
  const { client_id: clientId } = (await made.json()) as { readonly client_id: string }
  return {
    clientId,
    verifier,
    status: made.status,
    /** The path of the page that asks the reader; a change of undefined leaves a parameter out. */
    path(changes: Readonly<Record<string, string | undefined>> = {}): string {
      const usual = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        state: 'a state',
      }
      const all = Object.entries({ ...usual, ...changes }).filter(([, value]) => value !== undefined)
      return `/oauth/authorize?${new URLSearchParams(all as [string, string][])}`
    },
    async token(fields: Readonly<Record<string, string>>) {
      const form = new URLSearchParams({ client_id: clientId, ...fields })
      const given = await fetch(new URL('/oauth/token', instance.origin), { method: 'POST', body: form })
      return { status: given.status, body: (await given.json()) as Readonly<Record<string, string>> }
    },
    redeem(code: string, changes: Readonly<Record<string, string>> = {}) {
      const usual = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri }
      return this.token({ ...usual, ...changes })
    },
    refresh(token: string, changes: Readonly<Record<string, string>> = {}) {
      return this.token({ grant_type: 'refresh_token', refresh_token: token, ...changes })
    },
  }
}
