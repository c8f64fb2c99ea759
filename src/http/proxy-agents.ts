import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import { type AgentOptions, Agent as PlainAgent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { guardedLookup, RefusedAddressError, type Resolve } from './guarded-lookup.ts'
import { openTunnel, ProxyError } from './open-tunnel.ts'
import { isPublicAddress } from './private-address.ts'
import { isHereByName, type OutgoingProxy } from './proxy.ts'

export type ProxyAgentSettings = {
  readonly proxy: OutgoingProxy
  readonly allowPrivate: boolean
  readonly connectTimeoutMs: number
  readonly resolve?: Resolve
}

/** What an agent is asked a connection for, and where one that was made is kept. */
type Asked = { readonly host?: string; readonly port?: number; readonly _agentKey?: string }
type Take = (error: Error | null, socket?: Socket) => void

/** Of the addresses of a name so many are tried, one after the other. */
const MOST_ADDRESSES = 3
/** The proxy has this share of the time there is to connect; the rest is for what is said through it. */
const PROXY_SHARE = 0.8
/** Where the proxy resolves names, ours are asked so long whether a name is one of the house. */
const OWN_NAMES_MS = 2_000

/**
 * Agents whose connections go through the proxy, for `http:` and for `https:`; each is kept for the host and port it was made for.
 * Names are resolved and checked here, and the proxy is asked for the address: it leads nowhere we would not go, whatever a name
 * turns into. What is private, where that is allowed, is the house's own and connected to without the proxy.
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
    const connect = async (asked: Asked): Promise<Socket> => {
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(settings.connectTimeoutMs)])
      const hosts = await hostsFor(asked.host ?? '', settings)
      if (hosts === 'direct') return direct(asked)
      const socket = await firstTunnel(hosts, asked.port ?? 0, settings, signal)
      return agent === secure ? encrypted(direct({ ...asked, socket }), signal) : socket
    }
    const createConnection = (asked: Asked, take: Take) => {
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

/** What the proxy is asked for, the first that works; `direct` where it is not asked. Rejects where nothing may be. */
async function hostsFor(host: string, { proxy, allowPrivate, resolve }: ProxyAgentSettings) {
  if (isIP(host) !== 0) {
    if (isPublicAddress(host)) return [host]
    if (allowPrivate) return 'direct'
    throw new RefusedAddressError(host, [host])
  }
  if (!proxy.isResolving) return direction(await resolved(host, allowPrivate, resolve))
  if (!allowPrivate) return [host]
  if (isHereByName(host)) return 'direct'
  const late = new Promise<readonly string[]>((done) => setTimeout(done, OWN_NAMES_MS, []).unref())
  const found = await Promise.race([resolved(host, true, resolve).catch(() => []), late])
  return found.length > 0 && direction(found) === 'direct' ? 'direct' : [host]
}

/** A house's own servers are beside it, not behind its proxy. */
function direction(addresses: readonly string[]): readonly string[] | 'direct' {
  return addresses.every(isPublicAddress) ? addresses.slice(0, MOST_ADDRESSES) : 'direct'
}

/** All addresses of a name, only public ones unless others are allowed. */
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
): Promise<Socket> {
  const endsAt = performance.now() + connectTimeoutMs * PROXY_SHARE
  let failure = new ProxyError('failed', 'There is no address to connect to')
  for (const [place, host] of hosts.entries()) {
    const timeoutMs = Math.max(1, (endsAt - performance.now()) / (hosts.length - place))
    try {
      return await openTunnel(proxy, { host, port }, { timeoutMs, signal })
    } catch (error) {
      if (!(error instanceof ProxyError)) throw error
      failure = error
      // Another address of the same name is no help with a proxy that lets nobody through.
      if (error.why === 'unreachable' || error.why === 'login' || error.why === 'garbled') break
    }
  }
  throw failure
}

/** The connection once it is encrypted. */
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
