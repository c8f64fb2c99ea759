import { Agent as PlainAgent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import { defined } from '../core/defined.ts'
import type { Fetched, Validators } from '../core/fetched.ts'
import { type Exchange, exchange } from './exchange.ts'
import { guardedLookup, type Resolve } from './guarded-lookup.ts'
import type { HostPauses } from './host-pauses.ts'
import { hostQueue, type QueueLine } from './host-queue.ts'
import { outcomeOf } from './outcome.ts'
import { type OutgoingProxy, proxyName } from './proxy.ts'
import { proxyAgents } from './proxy-agents.ts'
import { type Hop, portOf, redirectOf, refuse } from './redirect.ts'

export type HttpSettings = {
  /** Product, version, and where to complain (RFC 9110 section 10.1.5). */
  readonly userAgent: string
  /** Lets requests go to loopback and private networks: for tests, farms and readers of intranet feeds. */
  readonly allowPrivate: boolean
  /** Largest body, packed and unpacked. */
  readonly maxBytes: number
  /** For a whole `get`, redirects included, waiting in the queue not included. */
  readonly timeoutMs: number
  readonly connectTimeoutMs: number
  /** Requests at one time to one host and port. */
  readonly perHost: number
  /** Requests at one time for feeds, and as many for all else; those that are slow count apart. */
  readonly inFlight: number
  /** Absent: 80, 443, 8080 and 8443, or any when private networks are allowed. */
  readonly allowPorts?: readonly number[] | 'any'
  /** The time in milliseconds since 1970; absent: the machine's. */
  readonly now?: () => number
  /** Stands in for the system's resolver. */
  readonly resolve?: Resolve
  /** What everything goes out through, where the house has a proxy. */
  readonly proxy?: OutgoingProxy
}

export type GetOptions = {
  /** From an earlier answer for this URL: makes the request conditional. */
  readonly validators?: Validators
  readonly accept?: string
  readonly maxBytes?: number
  readonly signal?: AbortSignal
  /** Whose slots it takes; absent: those of pages, which all takes but polls. */
  readonly line?: QueueLine
  /** True: a redirect is not followed, it is a `client-error`. */
  readonly isOneHop?: boolean
  /** Where the validators come from, when that is not the URL asked for: they go nowhere else. */
  readonly validatorsFrom?: string
  /** How many subscribe to it here; said in the user agent when they are more than one. */
  readonly subscribers?: number
  /** A host that asked for a pause is not asked before it is over; the answer is then `busy`, and held. */
  readonly pauses?: Pick<HostPauses, 'untilOf'> & Partial<Pick<HostPauses, 'heard'>>
}

export type PostOptions = {
  readonly body: Uint8Array
  /** Beside the user agent and the length. */
  readonly headers: Readonly<Record<string, string>>
  /** Largest answer; absent: 64 KB. */
  readonly maxBytes?: number
  readonly signal?: AbortSignal
}

/** The one way out: every request of the server goes through it. */
export type Http = {
  /** The proxy it goes out through, by its name, and whether names are resolved there. */
  readonly proxy?: { readonly name: string; readonly isResolving: boolean }
  /** Asks for a URL and follows redirects. Never rejects: whatever goes wrong is a kind of `Fetched`. */
  get(url: string, options?: GetOptions): Promise<Fetched>
  /**
   * Sends a body to a URL, under the same guards. A redirect is not followed (the body was meant for one address): it is a
   * `client-error`. Never rejects. May send again when a kept connection was closed meanwhile: let the body name itself.
   */
  post(url: string, options: PostOptions): Promise<Fetched>
  /** Cuts all connections; requests under way end as `network-error`. */
  close(): void
}

const USUAL_PORTS: readonly number[] = [80, 443, 8080, 8443]

const MAX_HOPS = 5

const IDLE_MS = 15_000

/** Nobody reads more of the answer to what was sent. */
const MOST_ANSWER_BYTES = 65_536

/** What HTTP allows in a field value; anything else in a stored validator is not sent. */
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]+$/

/**
 * Makes the client. Connections are kept alive and shared; no cookies are kept, no referrer is sent. Each address is
 * checked when the connection to it is made, on every hop. At most five redirects, none from https to http.
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

  /** Sends one request, and again for each kept connection that turns out to have been closed meanwhile: all may have been at once. */
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

  const get = async (address: string, options: GetOptions = {}): Promise<Fetched> => {
    const start = URL.parse(address)
    if (!start) return { kind: 'bad-url', reason: `“${address.slice(0, 200)}” is not a URL` }
    const { timeoutMs, connectTimeoutMs } = settings
    const limits = { timeoutMs, connectTimeoutMs, maxBytes: options.maxBytes ?? settings.maxBytes }
    let hop: Hop = { url: start, isPermanent: true }
    let deadline: number | undefined
    for (let hops = 0; hops <= MAX_HOPS; hops++) {
      const refused = refuse(hop.url, settings.allowPrivate, ports)
      if (refused) return refused
      const leave = await queue.enter(hop.url.host, options.line)
      try {
        if (isClosed || options.signal?.aborted)
          return { kind: 'network-error', reason: isClosed ? 'The client is closed' : 'The request was canceled' }
        const held = heldBack(hop.url, options, now())
        if (held) return held
        deadline ??= performance.now() + timeoutMs
        const isHolder = hop.url.href === (options.validatorsFrom ?? start.href)
        const previous = isHolder ? options.validators : undefined
        const headers = fieldsOf(settings.userAgent, options, previous)
        const isConditional = 'if-none-match' in headers || 'if-modified-since' in headers
        const asking = { headers, signal: options.signal }
        const answer = await ask(hop.url, asking, limits.maxBytes, deadline)
        const isFollowed = answer.kind === 'response' && !options.isOneHop
        const next = isFollowed ? redirectOf(answer.response, hop) : undefined
        if (next === undefined) {
          const outcome = await outcomeOf(answer, hop, {
            start,
            previous: isConditional ? previous : undefined,
            now: now(),
            ...limits,
          })
          options.pauses?.heard?.(hop.url.host, outcome)
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

  const post = async (address: string, options: PostOptions): Promise<Fetched> => {
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
      return await outcomeOf(
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

/** One request: its fields, and a body where it is a POST. */
type Asking = {
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  readonly signal: AbortSignal | undefined
}

/** What stands for an answer where the host is not to be asked yet. */
function heldBack({ host }: URL, { pauses }: GetOptions, now: number): Fetched | undefined {
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
    'user-agent': subscribers > 1 ? userAgent.replace(/\)?$/, `; ${subscribers} subscribers)`) : userAgent,
    accept: options.accept ?? '*/*',
    'accept-encoding': 'gzip, deflate, br, zstd',
    ...defined({
      'if-none-match': etag && FIELD_VALUE.test(etag) ? etag : undefined,
      'if-modified-since': lastModified && FIELD_VALUE.test(lastModified) ? lastModified : undefined,
    }),
  }
}

/** A name or password of a URL; one with a stray `%` is taken as it stands. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
