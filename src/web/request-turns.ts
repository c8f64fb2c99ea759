import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { noteLate } from './arrival.ts'

/** Requests begin within this time of a turn of the event loop, at least one of them. */
const turnMs = 5
/** Requests that are given a place in a turn; the time may not suffice for all. */
const mostPlaces = 16
/** Beyond this wait a page is answered with "busy", which costs little, so that those who came later are answered in time. */
const longestWaitMs = 5_000

/**
 * Has a busy server answer its requests in the order in which they came, a few in each turn of the event loop. Node accepts one connection
 * a turn: where a turn answers everybody who is connected, whose next requests fill the next one, those who still wait to be accepted wait
 * for many seconds. A request whose client has gone is not answered. Call it before other listeners are attached.
 */
export function takeTurns(server: Server, clockMs: () => number = () => performance.now()): Server {
  const answerers = server.listeners('request') as RequestListener[]
  const waiting: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly atMs: number }[] = []
  /** When the current turn is over; undefined when none has begun. */
  let endsMs: number | undefined

  function isRoom(): boolean {
    const nowMs = clockMs()
    if (endsMs !== undefined) return nowMs < endsMs
    endsMs = nowMs + turnMs
    setImmediate(endTurn)
    return true
  }

  function endTurn(): void {
    endsMs = undefined
    // Each by itself: what a page reads together ends when the process turns to something else.
    for (let places = Math.min(waiting.length, mostPlaces); places > 0; places--) setImmediate(answerNext)
  }

  function answerNext(): void {
    if (waiting.length === 0 || !isRoom()) return
    const { request, response, atMs } = waiting.shift() as (typeof waiting)[number]
    if (response.destroyed || request.socket.destroyed) return
    if (clockMs() - atMs > longestWaitMs) noteLate(request)
    answer(request, response)
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    for (const each of answerers) each.call(server, request, response)
  }

  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (waiting.length === 0 && isRoom()) answer(request, response)
    else waiting.push({ request, response, atMs: clockMs() })
  })
  return server
}
