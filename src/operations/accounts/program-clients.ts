import { z } from 'zod'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { isSameHash, newToken, signWith } from '../../credentials/token.ts'
import type { Http } from '../../http/client.ts'
import type { OperationContext } from '../operation.ts'

/** A program that asks for access, as it describes itself. */
export type ProgramClient = {
  readonly id: string
  /** What it calls itself, on one line; nobody checked it. */
  readonly name: string
  /** The host that serves its description, if it has one; that much is certain. */
  readonly host?: string
  readonly redirectUris: readonly string[]
}

type ClientContext = Pick<OperationContext, 'store' | 'http' | 'turns' | 'reader'>

/** Characters. */
const longestRedirect = 400
const longestName = 60
/** Characters of a client id that we made: it must fit into the URL of the sign-in page, which leads back. */
const longestMade = 1_200
const longestDocumentUrl = 500
const documentBytes = 16 * 1024
const documentMs = 8_000
const documentKeptMs = 300_000
const mostDocuments = 100

const description = z.object({
  client_name: z.string().max(2_000).optional(),
  redirect_uris: z.array(z.string().max(2_000)).max(50),
  token_endpoint_auth_method: z.string().max(100).optional(),
})

/** What a program sends to register (RFC 7591 §2). */
export type Registration =
  | { readonly kind: 'registered'; readonly client: ProgramClient }
  | { readonly kind: 'refused'; readonly error: 'invalid_redirect_uri' | 'invalid_client_metadata' }

/**
 * Registers a program (RFC 7591). Its description is signed and becomes its client id, so nothing is stored: registering can neither
 * fill the disk nor push out anybody.
 */
export async function registerClient(context: Pick<ClientContext, 'store'>, given: unknown): Promise<Registration> {
  const parsed = description.safeParse(given)
  if (!parsed.success) return { kind: 'refused', error: 'invalid_client_metadata' }
  const redirectUris = parsed.data.redirect_uris.filter(isRedirectUri)
  const [first] = redirectUris
  if (first === undefined) return { kind: 'refused', error: 'invalid_redirect_uri' }
  const name = programName(parsed.data.client_name, first)
  const body = Buffer.from(JSON.stringify([name, ...redirectUris])).toString('base64url')
  const id = `${body}.${signWith(await context.store.alerts.secret('program-clients', newToken), body)}`
  if (id.length > longestMade) return { kind: 'refused', error: 'invalid_client_metadata' }
  return { kind: 'registered', client: { id, name, redirectUris } }
}

/** The program of a client id: one that registered here, or one whose id is the URL of its description. Undefined if it is neither. */
export function findClient(context: ClientContext, id: string): Promise<ProgramClient | undefined> {
  return /^https:/i.test(id) ? documentedClient(context, id) : registeredClient(context, id)
}

async function registeredClient({ store }: ClientContext, id: string): Promise<ProgramClient | undefined> {
  const [, body = '', signature = ''] = /^([\w-]{1,1200})\.([\w-]{43})$/.exec(id) ?? []
  if (body === '' || !isSameHash(signature, signWith(await store.alerts.secret('program-clients', newToken), body)))
    return undefined
  const [name = '', ...redirectUris] = JSON.parse(Buffer.from(body, 'base64url').toString()) as readonly string[]
  return { id, name, redirectUris }
}

type KeptDocument = { readonly atMs: number; readonly client: Promise<ProgramClient | undefined> }
const documents = new WeakMap<Http, Map<string, KeptDocument>>()

/** A program whose client id is the URL of its description (OAuth Client ID Metadata Document). */
function documentedClient(context: ClientContext, id: string): Promise<ProgramClient | undefined> {
  const kept = documents.get(context.http) ?? new Map<string, KeptDocument>()
  documents.set(context.http, kept)
  const known = kept.get(id)
  if (known && performance.now() - known.atMs < documentKeptMs) return known.client
  if (!isDocumentUrl(id) || context.turns?.take('fetch', context.reader.id) !== undefined)
    return Promise.resolve(undefined)
  if (kept.size >= mostDocuments) kept.clear()
  const client = fetchDocument(context.http, id)
  kept.set(id, { atMs: performance.now(), client })
  void client.then((found) => found ?? kept.delete(id))
  return client
}

/** Written exactly as browsers normalize it, with a path, and without what names a user or a place in it. */
function isDocumentUrl(id: string): boolean {
  const url = URL.parse(id)
  if (!url || id.length > longestDocumentUrl || url.protocol !== 'https:') return false
  return url.href === id && url.pathname !== '/' && url.username === '' && url.password === '' && !id.includes('#')
}

async function fetchDocument(http: Http, id: string): Promise<ProgramClient | undefined> {
  const answer = await http.get(id, {
    accept: 'application/json',
    maxBytes: documentBytes,
    isOneHop: true,
    signal: AbortSignal.timeout(documentMs),
  })
  if (answer.kind !== 'ok' || answer.status !== 200) return undefined
  const parsed = description
    .extend({ client_id: z.literal(id) })
    .safeParse(findJsonOf(new TextDecoder().decode(answer.body), documentBytes))
  if (!parsed.success || /^client_secret/.test(parsed.data.token_endpoint_auth_method ?? '')) return undefined
  const redirectUris = parsed.data.redirect_uris.filter(isRedirectUri)
  const { host } = new URL(id)
  return { id, host, name: programName(parsed.data.client_name, id), redirectUris }
}

/** On one line, without invisible characters and changes of direction; without a name, the host. */
function programName(given: string | undefined, url: string): string {
  const plain = (given ?? '')
    .replace(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, ' ')
    .replace(/\p{M}{4,}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return [...plain].slice(0, longestName).join('').trim() || new URL(url).host
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** A URL that a browser may be sent to: https, or http on the reader's own machine (RFC 8252 §7.3), without a fragment or a name in it. */
export function isRedirectUri(uri: string): boolean {
  if (uri.length > longestRedirect || !/^https?:\/\/[\x21-\x7e]+$/i.test(uri) || /[\\#"<>]/.test(uri)) return false
  const url = URL.parse(uri)
  if (url?.username !== '' || url.password !== '') return false
  return url.protocol === 'https:' || isLoopbackUri(uri)
}

/** True for a program on the reader's own machine. */
export function isLoopbackUri(uri: string): boolean {
  const url = URL.parse(uri)
  return url?.protocol === 'http:' && loopback.test(url.hostname)
}

/** True for a registered redirect: the same characters, except that a program on the machine may use any port (RFC 8252 §7.3). */
export function mayRedirectTo({ redirectUris }: ProgramClient, uri: string): boolean {
  if (!isRedirectUri(uri)) return false
  return redirectUris.some((known) => known === uri || (isLoopbackUri(known) && anyPort(known) === anyPort(uri)))
}

function anyPort(uri: string): string {
  const url = new URL(uri)
  url.port = ''
  return url.href
}
