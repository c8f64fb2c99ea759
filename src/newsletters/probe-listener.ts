import { connect } from 'node:net'

/** What answers on the port for newsletters: our listener, another program, or nobody. */
export type ListenerStatus = 'ours' | 'other' | 'nobody'

const WAIT_MS = 3_000

/** Connects to a port and reads its greeting; ours begins with the domain. */
export function probeListener(host: string, port: number, domain: string): Promise<ListenerStatus> {
  const { promise, resolve } = Promise.withResolvers<ListenerStatus>()
  const everywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' }
  const socket = connect({ host: everywhere[host] ?? host, port })
  let greeting = ''
  socket.setTimeout(WAIT_MS, () => resolve('other'))
  socket.once('error', () => resolve('nobody'))
  socket.once('close', () => resolve('other'))
  socket.on('data', (part: Buffer) => {
    greeting += part.toString('latin1')
    if (greeting.length < 1_000 && !greeting.includes('\n')) return
    resolve(greeting.startsWith(`220 ${domain} `) ? 'ours' : 'other')
  })
  return promise.finally(() => socket.destroy())
}
