import { Agent } from 'node:http'
import { percentile, round } from './measure.ts'
import { type Asked, ask, type ServedInstance } from './served-instance.ts'

/**
 * What a path of a served instance takes over one connection that is kept open: ms, CPU of the server for each, and the last one's
 * size. The server gives a page again that it has just made; so that each is made, none has the address of another.
 * `isAgain`: all have the same. `before` is done before each, and is not in the time.
 */
export async function timedPages(
  instance: ServedInstance,
  path: string | (() => string),
  asked: Asked,
  {
    warming,
    requests,
    isAgain,
    before,
  }: { readonly warming: number; readonly requests: number; readonly isAgain?: boolean; readonly before?: () => void },
) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  let bytes = 0
  const once = async () => {
    before?.()
    const to = typeof path === 'string' ? path : path()
    const from = performance.now()
    const { status, body } = await ask(agent, instance.url + (isAgain ? to : unlike(to)), asked)
    times.push(performance.now() - from)
    if (status !== 200) throw new Error(`${to} answered ${status}`)
    bytes = body.length
  }
  for (let count = 0; count < warming; count += 1) await once()
  times.length = 0
  const cpuBefore = instance.cpuSeconds()
  for (let count = 0; count < requests; count += 1) await once()
  const cpu = round(((instance.cpuSeconds() - cpuBefore) * 1_000) / requests)
  agent.destroy()
  const at = (share: number) => round(percentile(times, share))
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), cpu, kB: round(bytes / 1024) }
}

let asked = 0

/**
 * The same page under an address that was not asked for before. What programs ask is made each time, of what is known: counters
 * that did not change are one text.
 */
export function unlike(path: string): string {
  return /^\/(?:api|v1)\//.test(path) ? path : `${path}${path.includes('?') ? '&' : '?'}n=${asked++}`
}
