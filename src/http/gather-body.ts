import { longBytes } from './long-bodies.ts'

/** A body as it comes. */
export type GatheredBody = {
  add(piece: Buffer): void
  /** All of it, once; it is not given back any more. */
  whole(): Buffer
  /** Gives back what came. */
  letGo(): void
}

/**
 * Puts the pieces of a body together. A long one whose length was said is written where it will stand as it comes, so that it is never held
 * twice; not before it is found to be long, since what a server says costs it nothing.
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
    letGo() {
      letGo(long ? [long] : pieces)
      long = undefined
      pieces = []
    },
  }
}

/** Copies pieces into a body, and gives each back as soon as it is copied. */
function putInto(body: Buffer, pieces: readonly Buffer[], from: number): Buffer {
  let at = from
  for (const piece of pieces) {
    piece.copy(body, at)
    at += piece.length
    letGo([piece])
  }
  return body
}

/**
 * Gives memory back at once. Left to the collector of garbage, pieces of bodies would be half of what it is called for, and tens of
 * megabytes between two of its rounds. Nothing may read them afterwards.
 */
export function letGo(pieces: readonly Uint8Array[]): void {
  for (const { buffer, byteLength } of pieces) {
    // It may have been given to another thread.
    if (!(buffer instanceof ArrayBuffer) || buffer.detached) continue
    // A small piece may share its memory with others: a pool, which is no larger than this.
    if (byteLength === buffer.byteLength || buffer.byteLength > Buffer.poolSize) buffer.transfer(0)
  }
}
