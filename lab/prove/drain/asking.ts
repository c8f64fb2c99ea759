import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** What became of requests: `refused` never began, `unanswered` went out on a connection kept from before and got no answer. */
export type Asked = {
  answered: number
  refused: number
  unanswered: number
  /** An answer began, and did not end. */
  broken: number
  /** Answers of 500 and more. */
  failed: number
  /** The last value that was acknowledged, by whom. */
  readonly kept: Map<string, string>
}

export const nothingAsked = (): Asked => ({
  answered: 0,
  refused: 0,
  unanswered: 0,
  broken: 0,
  failed: 0,
  kept: new Map(),
})

type Outcome =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'refused' | 'unanswered' | 'broken' }

type Sent = { readonly method?: string; readonly body?: string; readonly slowMs?: number }

/** Asks for one thing. With `slowMs` half of the body goes out at once and the rest after that. */
function ask(url: string, agent: Agent, { method = 'GET', body, slowMs = 0 }: Sent): Promise<Outcome> {
  return new Promise((settle) => {
    const headers =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const asking = request(url, { agent, method, headers }, (response) => {
      response.resume()
      response.once('end', () =>
        settle(response.complete ? { kind: 'answered', status: response.statusCode ?? 0 } : { kind: 'broken' }),
      )
      response.once('error', () => settle({ kind: 'broken' }))
    })
    // A new connection that waits to be accepted when nobody accepts any more is refused, whatever it was sent.
    asking.once('error', () => settle({ kind: asking.reusedSocket ? 'unanswered' : 'refused' }))
    if (body === undefined || slowMs === 0) {
      asking.end(body)
      return
    }
    const half = Math.floor(body.length / 2)
    asking.write(body.slice(0, half))
    setTimeout(() => asking.end(body.slice(half)), slowMs)
  })
}

/** Asks a server again and again as browsers and apps do, over connections kept open, until it refuses or `isOver` says so. */
export async function keepAsking(base: string, asked: Asked, isOver: () => boolean): Promise<void> {
  const reader = async (paths: readonly string[]) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let turn = 0; !isOver(); turn++) {
      const path = paths[turn % paths.length]!
      if (!note(await ask(`${base}${path}`, agent, {}), path === 'readyz')) break
    }
    agent.destroy()
  }
  const writer = async (name: string, values: readonly string[], slowMs: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let turn = 0; !isOver(); turn++) {
      const value = values[turn % values.length]!
      const body = JSON.stringify({ preferences: { [name]: value } })
      const outcome = await ask(`${base}api/v1/preferences`, agent, { method: 'PATCH', body, slowMs })
      if (outcome.kind === 'answered' && outcome.status < 300) asked.kept.set(name, value)
      if (!note(outcome)) break
      await sleep(10)
    }
    agent.destroy()
  }
  const note = (outcome: Outcome, mayBeUnready = false): boolean => {
    asked[outcome.kind] += 1
    if (outcome.kind === 'answered' && outcome.status >= 500 && !(mayBeUnready && outcome.status === 503))
      asked.failed += 1
    return outcome.kind === 'answered'
  }
  await Promise.all([
    reader(['', 'feeds', 'search?q=harbor']),
    reader(['api/v1/feeds', 'api/v1/entries']),
    reader(['following', 'admin', 'about']),
    reader(['livez', 'readyz']),
    writer('theme', ['dark', 'light'], 0),
    writer('density', ['dense', 'comfortable'], 700),
  ])
}
