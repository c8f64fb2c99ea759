import { longBytes } from './long-bodies.ts'

/** A body while it arrives. */
type GatheredBody = {
  add(piece: Buffer): void
  /** The whole body, once; its memory is then the caller's. */
  whole(): Buffer
  release(): void
}

/**
 * Joins the chunks of a body. A long one with a known length is written to its final place as it arrives, so that it's never in
 * memory twice; but only once it proves to be long, since claiming a length costs a server nothing.
 */
export function gatherBody(said: number): GatheredBody {
  let pieces: Buffer[] = []
  let length = 0
  let long: Buffer | undefined
  return {
    add(piece) {
      if (!long && length > longBytes && said > length) {
        long = Buffer.allocUnsafeSlow(said)
        putInto(long, pieces.splice(0), 0)
      }
      const from = length
      length += piece.length
      if (long) putInto(long, [piece], from)
      else pieces.push(piece)
    },
    whole() {
      const [first] = pieces
      const body = long ?? (pieces.length === 1 && first ? first : putInto(Buffer.allocUnsafeSlow(length), pieces, 0))
      long = undefined
      pieces = []
      return body.length === length ? body : body.subarray(0, length)
    },
    release() {
      release(long ? [long] : pieces)
      long = undefined
      pieces = []
    },
  }
}

/** Copies chunks into a body and frees each as soon as it's copied. */
function putInto(body: Buffer, pieces: readonly Buffer[], from: number): Buffer {
  let at = from
  for (const piece of pieces) {
    piece.copy(body, at)
    at += piece.length
    release([piece])
  }
  return body
}

/**
 * Frees memory immediately. Otherwise chunks of bodies would cause half of all garbage collections, and tens of megabytes would
 * pile up between two. Nothing may read them afterwards.
 */
export function release(pieces: readonly Uint8Array[]): void {
  for (const { buffer, byteLength } of pieces) {
    // It may have been transferred to another thread.
    if (!(buffer instanceof ArrayBuffer) || buffer.detached) continue
    // A small chunk may be part of a pool, which is no larger than this.
    if (byteLength === buffer.byteLength || buffer.byteLength > Buffer.poolSize) buffer.transfer(0)
  }
}
