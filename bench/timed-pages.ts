import { Agent } from 'node:http'
import { percentile, round } from './measure.ts'
import { type Asked, ask, type ServedHouse } from './served-house.ts'

/** What a path of a served house takes over one connection that is kept open: ms, CPU of the server for each, and the last one's size. */
export async function timedPages(
  house: ServedHouse,
  path: string | (() => string),
  asked: Asked,
  { warming, requests }: { readonly warming: number; readonly requests: number },
) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  let bytes = 0
  const once = async () => {
    const to = typeof path === 'string' ? path : path()
    const { status, body } = await ask(agent, house.url + to, asked)
    if (status !== 200) throw new Error(`${to} answered ${status}`)
    bytes = body.length
  }
  for (let count = 0; count < warming; count += 1) await once()
  const before = house.cpuSeconds()
  for (let count = 0; count < requests; count += 1) {
    const from = performance.now()
    await once()
    times.push(performance.now() - from)
  }
  const cpu = round(((house.cpuSeconds() - before) * 1_000) / requests)
  agent.destroy()
  const at = (share: number) => round(percentile(times, share))
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), cpu, kB: round(bytes / 1024) }
}
