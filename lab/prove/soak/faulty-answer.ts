import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** What an outlet's server may do instead of answering as it should. */
export const faultKinds = [
  'server-error',
  'busy',
  'unavailable',
  'never',
  'reset',
  'cut',
  'slow',
  'drip',
  'bad-packing',
  // These only a feed does: an article that came so would be another one.
  'redirect',
  'broken',
  'wrong-length',
  'empty',
  'other-page',
] as const

export type FaultKind = (typeof faultKinds)[number]

/** How many of the kinds above a page does. */
export const pageFaultCount = 9

export type Answer = { readonly type: string; readonly body: string; readonly path: string }

const PIECES = 10
const SLOW_MS = 150
const DRIP_MS = 1500
const LONGEST_MS = 60_000
const SOME_PAGE = '<!doctype html><html><head><title>Sign in</title></head><body><p>Please sign in.</p></body></html>'

/** Answers, but wrongly. `draw` is a number from 0 to 1 for what the fault is made of. */
export async function answerWrongly(
  response: ServerResponse,
  kind: FaultKind,
  { type, body, path }: Answer,
  draw: number,
): Promise<void> {
  const bytes = Buffer.from(body)
  const part = bytes.subarray(0, Math.floor(bytes.length * draw))
  const asked = { 'retry-after': String(1 + Math.floor(draw * 4)) }
  switch (kind) {
    case 'server-error':
      response.writeHead(500).end('Out of order')
      return
    case 'busy':
      response.writeHead(429, asked).end()
      return
    case 'unavailable':
      response.writeHead(503, asked).end()
      return
    case 'never':
      await sleep(LONGEST_MS, undefined, { ref: false })
      response.destroy()
      return
    case 'reset':
      response.socket?.resetAndDestroy()
      return
    case 'cut':
      response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).write(part)
      await sleep(50)
      response.destroy()
      return
    case 'slow':
      return inPieces(response, type, bytes, SLOW_MS)
    case 'drip':
      return inPieces(response, type, bytes, DRIP_MS)
    case 'redirect':
      response.writeHead(302, { location: `${path}?moved` }).end()
      return
    case 'bad-packing':
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(bytes)
      return
    case 'broken':
      response.writeHead(200, { 'content-type': type }).end(part)
      return
    case 'wrong-length':
      response.writeHead(200, { 'content-type': type, 'content-length': part.length }).end(bytes)
      return
    case 'empty':
      response.writeHead(200, { 'content-type': type }).end()
      return
    case 'other-page':
      response.writeHead(200, { 'content-type': 'text/html' }).end(SOME_PAGE)
  }
}

async function inPieces(response: ServerResponse, type: string, bytes: Buffer, pauseMs: number): Promise<void> {
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length })
  const size = Math.ceil(bytes.length / PIECES)
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    response.write(bytes.subarray(at, at + size))
    await sleep(pauseMs)
  }
  response.end()
}
