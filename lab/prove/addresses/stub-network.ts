import dns, { type LookupAddress, type LookupOptions } from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { isIP } from 'node:net'

/** What a name resolves to, asked for the nth time since `start`, from 0. */
export type Names = (name: string, time: number) => readonly string[]

export type StubNetwork = {
  /** Forgets what was connected to, and resolves names so from now on. */
  start(names: Names): void
  /** The addresses that sockets were to connect to since then. */
  connects(): readonly string[]
  /** Lets sockets connect to this port of 127.0.0.1, and does not write that down. */
  open(port: number): void
}

/**
 * Puts a stub under every socket of this process: names are resolved by `Names`, and each connection is written down and refused where
 * the system would be asked for it. Nothing leaves the machine, and everything above, sockets of Node included, is the real thing. For
 * a process that does nothing else.
 */
export function stubNetwork(): StubNetwork {
  let openPort = 0
  let names: Names = () => []
  let connects: string[] = []
  let asked = new Map<string, number>()

  const lookup = (
    name: string,
    options: LookupOptions | number,
    callback: (error: Error | null, found: LookupAddress[] | string, family?: number) => void,
  ) => {
    const time = asked.get(name) ?? 0
    asked.set(name, time + 1)
    const found = isIP(name) ? [name] : names(name, time)
    const addresses = found.map((address): LookupAddress => ({ address, family: isIP(address) }))
    const [first] = addresses
    setImmediate(() => {
      if (!first) callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }), [])
      else if (typeof options === 'object' && options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
  dns.lookup = lookup as unknown as typeof dns.lookup
  syncBuiltinESMExports()

  const { TCP } = (
    process as unknown as { binding(name: string): { TCP: { prototype: Record<string, unknown> } } }
  ).binding('tcp_wrap')
  type Connect = (this: unknown, request: unknown, address: string, port: number) => number
  const connect = TCP.prototype.connect as Connect
  const refuse: Connect = function (request, address, port) {
    if (address === '127.0.0.1' && port === openPort) return connect.call(this, request, address, port)
    connects.push(address)
    return -111 // ECONNREFUSED
  }
  TCP.prototype.connect = refuse
  TCP.prototype.connect6 = refuse

  return {
    start(now) {
      names = now
      connects = []
      asked = new Map()
    },
    connects: () => connects,
    open(port) {
      openPort = port
    },
  }
}
