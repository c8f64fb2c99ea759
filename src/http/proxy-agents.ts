import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import { type AgentOptions, Agent as PlainAgent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { guardedLookup, RefusedAddressError, type Resolve } from './guarded-lookup.ts'
import { openTunnel, ProxyError } from './open-tunnel.ts'
import { isPublicAddress } from './private-address.ts'
import { isLocalName, type OutgoingProxy } from './proxy.ts'

type ProxyAgentSettings = {
  readonly proxy: OutgoingProxy
  readonly allowPrivate: boolean
  readonly connectTimeoutMs: number
  readonly resolve?: Resolve
}

/** What an agent is asked for, and the key of the connection it creates. */
type ConnectionOptions = { readonly host?: string; readonly port?: number; readonly _agentKey?: string }
type Take = (error: Error | null, socket?: Socket) => void

/** How many addresses of a name are tried, one after another. */
const MOST_ADDRESSES = 3
/** The proxy's share of the time for connecting; the rest is for what is sent through it. */
const PROXY_SHARE = 0.8
/** If the proxy resolves names, our own resolver gets this long to say whether a name is on the local network. */
const OWN_NAMES_MS = 2_000

/**
 * Agents that connect through the proxy, for `http:` and `https:`; connections are reused for the same host and port. Names are
 * resolved and checked here, and the proxy gets the IP address, so it can lead nowhere we wouldn't go. Allowed private addresses
 * are connected to directly.
 */
export function proxyAgents(
  pool: AgentOptions,
  settings: ProxyAgentSettings,
): { readonly plain: PlainAgent; readonly secure: SecureAgent; close(): void } {
  const plain = new PlainAgent(pool)
  const secure = new SecureAgent(pool)
  const closing = new AbortController()
  for (const agent of [plain, secure]) {
    const direct = agent.createConnection.bind(agent) as (asked: object) => Socket
    const connect = async (asked: ConnectionOptions): Promise<Socket> => {
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(settings.connectTimeoutMs)])
      const hosts = await hostsFor(asked.host ?? '', settings)
      if (hosts === 'direct') return direct(asked)
      const socket = await firstTunnel(hosts, asked.port ?? 0, settings, signal)
      return agent === secure ? encrypted(direct({ ...asked, socket }), signal) : socket
    }
    const createConnection = (asked: ConnectionOptions, take: Take) => {
      connect(asked).then(
        (socket) => take(null, socket),
        (error: Error) => {
          // Node forgets a host when a connection to it closes, and here there was none.
          const { _agentKey: key = '' } = asked
          if (agent.sockets[key]?.length === 0) Reflect.deleteProperty(agent.sockets, key)
          take(error)
        },
      )
      return undefined
    }
    Object.assign(agent, { createConnection })
  }
  return {
    plain,
    secure,
    close() {
      closing.abort()
      plain.destroy()
      secure.destroy()
    },
  }
}

/** A connection through the proxy to a host that isn't asked by HTTP; `direct` for one to connect to without it. Rejects as the agents do. */
export async function tunnelTo(
  to: { readonly host: string; readonly port: number },
  settings: ProxyAgentSettings,
  signal: AbortSignal,
): Promise<Socket | 'direct'> {
  const hosts = await hostsFor(to.host, settings)
  return hosts === 'direct' ? hosts : firstTunnel(hosts, to.port, settings, signal, true)
}

/** The hosts to ask the proxy for, in order; `direct` to bypass it. Rejects if none is allowed. */
async function hostsFor(host: string, { proxy, allowPrivate, resolve }: ProxyAgentSettings) {
  if (isIP(host) !== 0) {
    if (isPublicAddress(host)) return [host]
    if (allowPrivate) return 'direct'
    throw new RefusedAddressError(host, [host])
  }
  if (!proxy.isResolving) return direction(await resolved(host, allowPrivate, resolve))
  if (!allowPrivate) return [host]
  if (isLocalName(host)) return 'direct'
  const late = new Promise<readonly string[]>((done) => setTimeout(done, OWN_NAMES_MS, []).unref())
  const found = await Promise.race([resolved(host, true, resolve).catch(() => []), late])
  return found.length > 0 && direction(found) === 'direct' ? 'direct' : [host]
}

/** Local servers aren't behind the proxy. */
function direction(addresses: readonly string[]): readonly string[] | 'direct' {
  return addresses.every(isPublicAddress) ? addresses.slice(0, MOST_ADDRESSES) : 'direct'
}

/** All addresses of a name; only public ones unless private ones are allowed. */
function resolved(host: string, allowPrivate: boolean, resolve: Resolve = systemLookup): Promise<readonly string[]> {
  return new Promise((done, reject) => {
    const take = (error: Error | null, found: string | LookupAddress[]) => {
      if (error || typeof found === 'string') reject(error ?? new RefusedAddressError(host, []))
      else done(found.map(({ address }) => address))
    }
    if (allowPrivate) resolve(host, { all: true }, take)
    else guardedLookup(resolve)(host, { all: true }, take)
  })
}

async function firstTunnel(
  hosts: readonly string[],
  port: number,
  { proxy, connectTimeoutMs }: ProxyAgentSettings,
  signal: AbortSignal,
  isServerFirst = false,
): Promise<Socket> {
  const endsAt = performance.now() + connectTimeoutMs * PROXY_SHARE
  let failure = new ProxyError('failed', 'There is no address to connect to')
  for (const [place, host] of hosts.entries()) {
    const timeoutMs = Math.max(1, (endsAt - performance.now()) / (hosts.length - place))
    try {
      return await openTunnel(proxy, { host, port }, { timeoutMs, signal, isServerFirst })
    } catch (error) {
      if (!(error instanceof ProxyError)) throw error
      failure = error
      // If the proxy lets nobody through, another address of the name won't help.
      if (error.why === 'unreachable' || error.why === 'login' || error.why === 'garbled') break
    }
  }
  throw failure
}

/** The connection after the TLS handshake. */
function encrypted(socket: Socket, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      settle()
      socket.destroy()
      reject(error)
    }
    const cut = () => fail(new Error('There was no encrypted connection through the proxy in time'))
    const closed = () => fail(new Error('The connection through the proxy was cut'))
    const settle = () => {
      signal.removeEventListener('abort', cut)
      socket.off('error', fail).off('close', closed).off('secureConnect', done)
      socket.on('error', () => {})
    }
    const done = () => {
      settle()
      resolve(socket)
    }
    signal.addEventListener('abort', cut, { once: true })
    socket.once('error', fail).once('close', closed).once('secureConnect', done)
  })
}
