import type { StoryId } from '../ids.ts'

/** Story numbers begin here: entries are numbered from 1 and never come near. */
const first = 2n ** 62n
const timeBits = 42n
const tailBits = 20n
const largestTime = 2n ** timeBits
const largestTail = 2n ** tailBits

/** Where to look up the story of a number: when it was founded, in ms since 1970, and the last five digits of its id. */
type StoryPlace = { readonly foundedMs: number; readonly tail: string }

/**
 * A story's number, for protocols that identify items by a signed 64-bit integer: 2^62, plus its founding time (the 42 low bits
 * of the milliseconds in its id: RFC 9562 §5.7), plus the last 20 bits of its id. Undefined for an id of another format.
 */
export function storyNumber(id: string): bigint | undefined {
  const parts = /^([\da-f]{8})-([\da-f]{4})-7[\da-f]{3}-[\da-f]{4}-[\da-f]{7}([\da-f]{5})$/.exec(id)
  if (!parts) return undefined
  const time = BigInt(`0x${parts[1]}${parts[2]}`)
  return time < largestTime ? first + time * largestTail + BigInt(`0x${parts[3]}`) : undefined
}

/** What a number reveals about its story; undefined if it isn't a story's number. */
export function storyPlace(number: bigint): StoryPlace | undefined {
  const rest = number - first
  if (rest < 0n || rest >= largestTime * largestTail) return undefined
  return {
    foundedMs: Number(rest / largestTail),
    tail: (rest % largestTail).toString(16).padStart(5, '0'),
  }
}

/** The first and last possible id of a story founded in one millisecond. */
export function storyIdsOf(foundedMs: number): readonly [StoryId, StoryId] {
  const time = foundedMs.toString(16).padStart(12, '0')
  const start = `${time.slice(0, 8)}-${time.slice(8)}-7`
  return [`${start}000-0000-000000000000` as StoryId, `${start}fff-ffff-ffffffffffff` as StoryId]
}
