import { Agent as PlainAgent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import { defined } from '../core/defined.ts'
import { mayCarry, type OwnHeaders } from '../core/feed/own-headers.ts'
import type { FetchResult, Validators } from '../core/fetch-result.ts'
import { type Exchange, exchange } from './exchange.ts'
import { fetchResultOf } from './fetch-result.ts'
import { guardedLookup, type Resolve } from './guarded-lookup.ts'
import type { HostPauses } from './host-pauses.ts'
import { hostQueue, type QueueLine } from './host-queue.ts'
import { type OutgoingProxy, proxyName } from './proxy.ts'
import { proxyAgents } from './proxy-agents.ts'
import { type Hop, portOf, redirectOf, refuse } from './redirect.ts'

export type HttpSettings = {
  /** Product, version, and where to complain (RFC 9110 section 10.1.5). */
  readonly userAgent: string
  /** Allows requests to loopback and private networks: for tests, test feeds and readers of intranet feeds. */
  readonly allowPrivate: boolean
  /** Largest body, both compressed and decompressed. */
  readonly maxBytes: number
  /** For a whole `get`, including redirects, without the wait in the queue. */
  readonly timeoutMs: number
  readonly connectTimeoutMs: number
  /** Concurrent requests to one host and port. */
  readonly perHost: number
  /** Concurrent requests for feeds, and as many for everything else; slow ones are counted separately. */
  readonly inFlight: number
  /** Default: 80, 443, 8080 and 8443, or any if private networks are allowed. */
  readonly allowPorts?: readonly number[] | 'any'
  /** Milliseconds since 1970; default: the machine's clock. */
  readonly now?: () => number
  /** Replaces the system's resolver. */
  readonly resolve?: Resolve
  readonly proxy?: OutgoingProxy
}

type GetOptions = {
  /** From an earlier response for this URL; they make the request conditional. */
  readonly validators?: Validators
  readonly accept?: string
  /** Besides our own, such as a token. They are meant for one URL, so a redirect isn't followed. */
  readonly headers?: Readonly<Record<string, string>>
  /** A reader's own, in place of ours of the same name: sent to their origin until a redirect leads elsewhere. */
  readonly own?: OwnHeaders
  readonly maxBytes?: number
  readonly signal?: AbortSignal
  /** Whose slots it uses; default: those of pages, which everything but polls uses. */
  readonly line?: QueueLine
  /** True: a redirect isn't followed and becomes a `client-error`. */
  readonly isOneHop?: boolean
  /** The URL that the validators come from, if not the requested one: they're sent only there. */
  readonly validatorsFrom?: string
  /** Subscribers on this server; included in the user agent if more than one. */
  readonly subscribers?: number
  /** True: the result has the headers to keep with a page. */
  readonly keepsHeaders?: boolean
  /** A host that asked for a pause isn't contacted before it ends: the result is then `busy` with `isHeld`. */
  readonly pauses?: Pick<HostPauses, 'untilOf'> & Partial<Pick<HostPauses, 'record'>>
}

type PostOptions = {
  readonly body: Uint8Array
  /** Besides the user agent and the length. */
  readonly headers: Readonly<Record<string, string>>
  /** Largest response; default: 64 KB. */
  readonly maxBytes?: number
  readonly signal?: AbortSignal
}

/** The HTTP client: every request of the server goes through it. */
export type Http = {
  /** The proxy in use, by its name, and whether it resolves names. */
  readonly proxy?: { readonly name: string; readonly isResolving: boolean }
  /** Requests a URL and follows redirects. Never rejects: every failure is a kind of `Fetched`. */
  get(url: string, options?: GetOptions): Promise<FetchResult>
  /**
   * Sends a body to a URL with the same guards. A redirect isn't followed (the body was meant for one URL) and becomes a
   * `client-error`. Never rejects. May send twice if a kept-alive connection was closed meanwhile, so the body should have an id.
   */
  post(url: string, options: PostOptions): Promise<FetchResult>
  /** Closes all connections; running requests end as `network-error`. */
  close(): void
}

const USUAL_PORTS: readonly number[] = [80, 443, 8080, 8443]

const MAX_HOPS = 5

const IDLE_MS = 15_000

/** The response to something sent isn't read beyond this. */
const MOST_ANSWER_BYTES = 65_536

/** Characters allowed in an HTTP header; a stored validator with others isn't sent. */
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]+$/

/**
 * Creates the client. Connections are kept alive and shared; no cookies are stored, no referrer is sent. Each IP address is
 * checked when the connection is made, on every hop. At most five redirects, none from https to http.
 */
export function createHttp(settings: HttpSettings): Http {
  const queue = hostQueue(settings.perHost, settings.inFlight)
  const pool = { keepAlive: true, maxSockets: settings.perHost, maxFreeSockets: settings.perHost, timeout: IDLE_MS }
  const { proxy } = settings
  const through = proxy && proxyAgents(pool, { ...settings, proxy })
  const plain = through?.plain ?? new PlainAgent(pool)
  const secure = through?.secure ?? new SecureAgent(pool)
  const lookup = settings.allowPrivate ? undefined : guardedLookup(settings.resolve)
  const ports = settings.allowPorts ?? (settings.allowPrivate ? 'any' : USUAL_PORTS)
  const now = settings.now ?? Date.now
  let isClosed = false

  /** Sends one request, and again for each kept-alive connection that was closed meanwhile: all of them may have been. */
  const ask = async (url: URL, asked: Asking, maxBytes: number, deadline: number): Promise<Exchange> => {
    const limits = {
      maxBytes,
      deadline,
      connectTimeoutMs: settings.connectTimeoutMs,
      allowPrivate: settings.allowPrivate,
      signal: asked.signal,
      ...defined({ body: asked.body }),
    }
    const request = {
      method: asked.body ? 'POST' : 'GET',
      protocol: url.protocol,
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: portOf(url),
      path: `${url.pathname}${url.search}`,
      headers: asked.headers,
      agent: url.protocol === 'https:' ? secure : plain,
      ...defined({ lookup, auth: url.username ? `${unescaped(url.username)}:${unescaped(url.password)}` : undefined }),
    }
    for (let closed = 0; ; closed++) {
      const answer = await exchange(request, limits)
      if (answer.kind !== 'network-error' || !answer.isStaleSocket || closed === settings.perHost) return answer
    }
  }

  const get = async (address: string, options: GetOptions = {}): Promise<FetchResult> => {
    const start = URL.parse(address)
    if (!start) return { kind: 'bad-url', reason: `“${address.slice(0, 200)}” is not a URL` }
    const { timeoutMs, connectTimeoutMs } = settings
    const limits = { timeoutMs, connectTimeoutMs, maxBytes: options.maxBytes ?? settings.maxBytes }
    let hop: Hop = { url: start, isPermanent: true }
    let deadline: number | undefined
    let { own } = options
    for (let hops = 0; hops <= MAX_HOPS; hops++) {
      const refused = refuse(hop.url, settings.allowPrivate, ports)
      if (refused) return refused
      const leave = await queue.enter(hop.url.host, options.line)
      try {
        if (isClosed || options.signal?.aborted)
          return { kind: 'network-error', reason: isClosed ? 'The client is closed' : 'The request was canceled' }
        const held = pausedResult(hop.url, options, now())
        if (held) return held
        deadline ??= performance.now() + timeoutMs
        const isHolder = hop.url.href === (options.validatorsFrom ?? start.href)
        const previous = isHolder ? options.validators : undefined
        if (own && !mayCarry(own.origin, hop.url)) own = undefined
        const headers = { ...fieldsOf(settings.userAgent, options, previous), ...namedLow(own) }
        const isConditional = 'if-none-match' in headers || 'if-modified-since' in headers
        const asking = { headers, signal: options.signal }
        const answer = await ask(hop.url, asking, limits.maxBytes, deadline)
        const isFollowed = answer.kind === 'response' && !options.isOneHop && !options.headers
        const next = isFollowed ? redirectOf(answer.response, hop) : undefined
        if (next === undefined) {
          const outcome = await fetchResultOf(answer, hop, {
            start,
            previous: isConditional ? previous : undefined,
            now: now(),
            keepsHeaders: options.keepsHeaders,
            ...limits,
          })
          options.pauses?.record?.(hop.url.host, outcome)
          return outcome
        }
        if ('kind' in next) return next
        hop = next
      } finally {
        leave()
      }
    }
    return { kind: 'too-many-redirects', hops: MAX_HOPS }
  }

  const post = async (address: string, options: PostOptions): Promise<FetchResult> => {
    const url = URL.parse(address)
    if (!url) return { kind: 'bad-url', reason: `“${address.slice(0, 200)}” is not a URL` }
    const refused = refuse(url, settings.allowPrivate, ports)
    if (refused) return refused
    const { body, signal } = options
    const { timeoutMs, connectTimeoutMs, userAgent } = settings
    const limits = { timeoutMs, connectTimeoutMs, maxBytes: options.maxBytes ?? MOST_ANSWER_BYTES }
    const headers = { ...options.headers, 'user-agent': userAgent, 'content-length': String(body.length) }
    const leave = await queue.enter(url.host)
    try {
      if (isClosed || signal?.aborted)
        return { kind: 'network-error', reason: isClosed ? 'The client is closed' : 'The request was canceled' }
      const asking = { headers, body, signal }
      const answer = await ask(url, asking, limits.maxBytes, performance.now() + timeoutMs)
      return await fetchResultOf(
        answer,
        { url, isPermanent: true },
        { start: url, previous: undefined, now: now(), ...limits },
      )
    } finally {
      leave()
    }
  }

  return {
    ...defined({ proxy: proxy && { name: proxyName(proxy), isResolving: proxy.isResolving } }),
    get,
    post,
    close() {
      isClosed = true
      through?.close()
      plain.destroy()
      secure.destroy()
    },
  }
}

type Asking = {
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  readonly signal: AbortSignal | undefined
}

/** The result for a host that asked for a pause. */
function pausedResult({ host }: URL, { pauses }: GetOptions, now: number): FetchResult | undefined {
  const until = pauses?.untilOf(host)
  if (until === undefined) return undefined
  return { kind: 'busy', status: 429, retryAfterSeconds: Math.ceil((until - now) / 1000), isHeld: true }
}

function fieldsOf(
  userAgent: string,
  options: GetOptions,
  { etag, lastModified }: Validators = {},
): Record<string, string> {
  const { subscribers = 1 } = options
  return {
    ...options.headers,
    'user-agent': subscribers > 1 ? userAgent.replace(/\)?$/, `; ${subscribers} subscribers)`) : userAgent,
    accept: options.accept ?? '*/*',
    'accept-encoding': 'gzip, deflate, br, zstd',
    ...defined({
      'if-none-match': etag && FIELD_VALUE.test(etag) ? etag : undefined,
      'if-modified-since': lastModified && FIELD_VALUE.test(lastModified) ? lastModified : undefined,
    }),
  }
}

/** A reader's own headers under names in lower case, as ours are. */
function namedLow(own: OwnHeaders | undefined): Record<string, string> {
  return Object.fromEntries((own?.headers ?? []).map(({ name, value }) => [name.toLowerCase(), value]))
}

/** The client with a reader's own headers: whatever it is asked for, they are sent to their origin alone. */
export function withOwnHeaders(http: Http, own: OwnHeaders | undefined): Http {
  return own === undefined ? http : { ...http, get: (url, options) => http.get(url, { ...options, own }) }
}

/** A name or password from a URL; one with a stray `%` is used undecoded. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
