import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type FeedLog, type HostLog, judgeRequest, noFaults, noteAnswer } from './feed-log.ts'
import type { Answer, TimedPersona } from './persona.ts'

/** Hosts that one persona has. */
const HOSTS = 3

export type PersonaServer = {
  readonly feeds: readonly { readonly url: string; readonly log: FeedLog }[]
  close(): void
}

/** Serves feeds of all personas in turn, each persona on addresses of its own of loopback, by a clock that is given. */
export async function openPersonas(
  personas: readonly TimedPersona[],
  feedCount: number,
  nowMs: () => number,
): Promise<PersonaServer> {
  const servers: Server[] = []
  const logs = Array.from({ length: feedCount }, (_, feed): FeedLog => {
    const persona = personas[feed % personas.length]!
    const posting = { feed, window: persona.window ?? 10, everyMinutes: persona.everyMinutes(feed) }
    return {
      persona,
      posting,
      faults: noFaults(),
      served: new Set(),
      requests: 0,
      held: new Map(),
      notBeforeMs: 0,
      hopAtMs: Number.NaN,
      afterEnd: 0,
    }
  })
  const origins = new Map<string, string>()
  for (let index = 0; index < personas.length; index++)
    for (let host = 0; host < HOSTS; host++) {
      const server = serveHost(logs, nowMs)
      await new Promise<void>((resolve) => server.listen(0, `127.0.${index + 1}.${host + 1}`, resolve))
      const { address, port } = server.address() as AddressInfo
      origins.set(`${index} ${host}`, `http://${address}:${port}`)
      servers.push(server)
    }
  return {
    feeds: logs.map((log, feed) => {
      const host = Math.floor(feed / personas.length) % HOSTS
      return { url: `${origins.get(`${feed % personas.length} ${host}`)}/old/${feed}.xml`, log }
    }),
    close() {
      for (const server of servers) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

function serveHost(logs: readonly FeedLog[], nowMs: () => number): Server {
  const host: HostLog = { open: 0, pausedUntilMs: 0, pausedAtMs: 0, starts: [] }
  return createServer(({ url = '', method = '', headers }, response) => {
    const [, place, feed] = /^\/(old|new)\/(\d+)\.xml$/.exec(url) ?? []
    const log = logs[Number(feed)]
    if (place === undefined || log === undefined) throw new Error(`Asked for ${url}, which nobody named`)
    const atMs = nowMs()
    const request = { atMs, place, method, headers }
    host.open += 1
    response.once('close', () => (host.open -= 1))
    judgeRequest(log, host, request)
    const answer = log.persona.answer({
      posting: log.posting,
      atMs,
      place: place === 'new' ? 'new' : 'old',
      headers,
      before: log.requests,
      newPath: `/new/${feed}.xml`,
    })
    noteAnswer(log, host, request, answer)
    send(response, answer, atMs)
  })
}

function send(response: ServerResponse, { status, headers = {}, body, fault }: Answer, atMs: number): void {
  response.sendDate = false
  const length = body === undefined ? {} : { 'content-length': String(body.length) }
  response.writeHead(status, { date: new Date(atMs).toUTCString(), ...headers, ...length })
  if (fault === undefined) {
    response.end(body)
    return
  }
  const half = body!.subarray(0, Math.floor(body!.length / 2))
  if (fault === 'cut') response.write(half, () => response.destroy())
  else response.write(half)
}
