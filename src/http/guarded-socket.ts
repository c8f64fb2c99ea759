import { connect, isIP, type Socket } from 'node:net'
import { defined } from '../core/defined.ts'
import type { HttpSettings } from './client.ts'
import { guardedLookup, RefusedAddressError } from './guarded-lookup.ts'
import { isPublicAddress } from './private-address.ts'
import { tunnelTo } from './proxy-agents.ts'

/** Opens a connection that is not HTTP, with the guards of the HTTP client. Rejects with why there is none. */
export type OpenSocket = (host: string, port: number, signal: AbortSignal) => Promise<OpenedSocket>

/** `isHere`: its other end is this machine, and no proxy is between. */
export type OpenedSocket = { readonly socket: Socket; readonly isHere: boolean }

/**
 * Connects to public addresses only, unless private ones are allowed: a name is looked up and checked for this connection. Through the
 * proxy, if there is one. `ports`: those allowed besides the usual ones of the settings.
 */
export function createSocketOpener(
  settings: Pick<HttpSettings, 'allowPrivate' | 'allowPorts' | 'connectTimeoutMs' | 'resolve' | 'proxy'>,
  ports: readonly number[],
): OpenSocket {
  const { allowPrivate, allowPorts = [], connectTimeoutMs, resolve, proxy } = settings
  return async (host, port, outer) => {
    if (allowPorts !== 'any' && !ports.includes(port) && !allowPorts.includes(port))
      throw new RefusedPortError(port, [...ports, ...allowPorts])
    if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw new RefusedAddressError(host, [host])
    const signal = AbortSignal.any([outer, AbortSignal.timeout(connectTimeoutMs)])
    if (proxy) {
      const tunnel = await tunnelTo(
        { host, port },
        { proxy, allowPrivate, connectTimeoutMs, ...defined({ resolve }) },
        signal,
      )
      if (tunnel !== 'direct') return { socket: tunnel, isHere: false }
    }
    const lookup = allowPrivate ? undefined : guardedLookup(resolve)
    const socket = await connected(connect({ host, port, ...defined({ lookup }) }), signal)
    return { socket, isHere: /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '') }
  }
}

/** A connection fails with it when the server may not connect to that port. */
export class RefusedPortError extends Error {
  override readonly name = 'RefusedPortError'

  constructor(port: number, ports: readonly number[]) {
    super(`port ${port} is not one of ${ports.join(', ')}`)
  }
}

function connected(socket: Socket, signal: AbortSignal): Promise<Socket> {
  return new Promise((settle, reject) => {
    const fail = (error: Error) => {
      signal.removeEventListener('abort', cut)
      socket.destroy()
      reject(error)
    }
    const cut = () => fail(new Error('There was no connection in time'))
    if (signal.aborted) return cut()
    signal.addEventListener('abort', cut, { once: true })
    socket.on('error', fail)
    socket.once('connect', () => {
      signal.removeEventListener('abort', cut)
      socket.off('error', fail).on('error', () => {})
      settle(socket)
    })
  })
}
