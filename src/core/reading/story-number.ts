import type { StoryId } from '../ids.ts'

/** Numbers of stories begin here: entries are numbered from 1 and never come near. */
const first = 2n ** 62n
const timeBits = 42n
const tailBits = 20n
const largestTime = 2n ** timeBits
const largestTail = 2n ** tailBits

/** Where the story of a number is looked for: when it was founded, in ms since 1970, and the last five digits of its id. */
export type StoryPlace = { readonly foundedMs: number; readonly tail: string }

/**
 * The number of a story, for protocols that know items by a signed 64-bit number: 2^62, then when it was founded (42 bits of
 * milliseconds, as its id has them: RFC 9562 §5.7), then the last 20 bits of its id. Undefined for an id of another make.
 */
export function storyNumber(id: string): bigint | undefined {
  const parts = /^([\da-f]{8})-([\da-f]{4})-7[\da-f]{3}-[\da-f]{4}-[\da-f]{7}([\da-f]{5})$/.exec(id)
  if (!parts) return undefined
  const time = BigInt(`0x${parts[1]}${parts[2]}`)
  return time < largestTime ? first + time * largestTail + BigInt(`0x${parts[3]}`) : undefined
}

/** What a number says of the story it is of; undefined for a number that is none of a story. */
export function storyPlace(number: bigint): StoryPlace | undefined {
  const rest = number - first
  if (rest < 0n || rest >= largestTime * largestTail) return undefined
  return {
    foundedMs: Number(rest / largestTail),
    tail: (rest % largestTail).toString(16).padStart(5, '0'),
  }
}

/** The first and the last id a story founded in one millisecond can have. */
export function storyIdsOf(foundedMs: number): readonly [StoryId, StoryId] {
  const time = foundedMs.toString(16).padStart(12, '0')
  const start = `${time.slice(0, 8)}-${time.slice(8)}-7`
  return [`${start}000-0000-000000000000` as StoryId, `${start}fff-ffff-ffffffffffff` as StoryId]
}
