import type { IncomingMessage } from 'node:http'
import { longBodyPace } from './body-pace.ts'
import { longBodies, longBytes } from './long-bodies.ts'

/**
 * Holds up an answer whose body is long, so that many of them neither fill the memory nor keep pages waiting: it is read on when there
 * is room for all it may be, at the pace of all long bodies together. Answers what to call with each piece, and the length so far.
 */
export function slowLongBody(response: IncomingMessage, maxBytes: number): (bytes: number, length: number) => void {
  let isLong = false
  return (bytes, length) => {
    if (length <= longBytes) return
    if (!isLong) {
      isLong = true
      void waitForTurn(response, Math.min(maxBytes, said(response) ?? maxBytes))
      return
    }
    const waitMs = longBodyPace.take(bytes)
    if (waitMs === 0) return
    response.pause()
    setTimeout(() => response.resume(), waitMs)
  }
}

/** The length that a server says, where it says one. */
function said(response: IncomingMessage): number | undefined {
  const length = Number(response.headers['content-length'] ?? Number.NaN)
  return length > 0 ? length : undefined
}

/** Reads a long body on when it is its turn, and lets the next one when it is over, however it ended. */
async function waitForTurn(response: IncomingMessage, bytes: number): Promise<void> {
  response.pause()
  const leave = await longBodies.enter(bytes)
  if (response.destroyed || response.readableEnded) return leave()
  response.once('close', leave)
  response.resume()
}
