import { tokens } from './grow-feed.ts'
import type { Random } from './random.ts'

const MOST_BYTES = 400_000

/** Bytes changed in some places as accidents and attackers change them: flipped, cut, spliced with others, repeated, or with a token put in, of the common ones or of those of its `own` kind. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random, own: readonly string[] = []): Uint8Array {
  let changed = Buffer.from(bytes)
  const times = 1 + random.below(random.isIn(70) ? 3 : 24)
  for (let time = 0; time < times; time++) changed = changeOnce(changed, other, random, own)
  return changed.subarray(0, MOST_BYTES)
}

function changeOnce(
  bytes: Buffer<ArrayBuffer>,
  other: Uint8Array,
  random: Random,
  own: readonly string[],
): Buffer<ArrayBuffer> {
  const at = random.below(bytes.length + 1)
  const end = Math.min(bytes.length, at + 1 + random.below(random.isIn(80) ? 40 : 4000))
  switch (random.below(8)) {
    case 0: {
      if (at < bytes.length) bytes[at]! ^= 1 << random.below(8)
      return bytes
    }
    case 1:
      return bytes.subarray(0, at)
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)])
    case 3: {
      const from = random.below(other.length + 1)
      const piece = other.subarray(from, from + random.below(4000))
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(end)])
    }
    case 4: {
      const piece = bytes.subarray(at, end)
      const copies = Array.from({ length: 1 + random.below(random.isIn(90) ? 4 : 200) }, () => piece)
      return Buffer.concat([bytes.subarray(0, at), ...copies, bytes.subarray(at)]).subarray(0, MOST_BYTES)
    }
    case 5:
      if (at < bytes.length) bytes[at] = random.below(256)
      return bytes
    default: {
      const piece = random.of(own.length > 0 && random.isIn(70) ? own : tokens)
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(piece), bytes.subarray(at)])
    }
  }
}
