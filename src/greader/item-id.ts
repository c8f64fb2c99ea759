import { asId, type EntryId } from '../core/ids.ts'
import { storyPlace } from '../core/reading/story-number.ts'

const prefix = 'tag:google.com,2005:reader/item/'

/** A client's item: an entry by its number, or a story by its number. */
export type ItemRef =
  | { readonly kind: 'entry'; readonly id: EntryId }
  | { readonly kind: 'story'; readonly number: string }

/** The long form of an item's number: 16 hexadecimal digits, two's complement. */
export function longId(number: bigint): string {
  return prefix + BigInt.asUintN(64, number).toString(16).padStart(16, '0')
}

/**
 * Reads every form that clients use: the long one, padded or not; 16 hexadecimal digits alone; fewer with a letter among them;
 * and a signed decimal number. Undefined for anything else.
 */
export function readItemId(text: string): bigint | undefined {
  const given = text.trim()
  const isLong = /^tag:google\.com,2005:reader\/item\//.test(given)
  const digits = isLong ? given.slice(prefix.length) : given
  if (!isLong && /^-?\d{1,19}$/.test(digits) && !/^\d{16}$/.test(digits)) return signed64(BigInt(digits))
  // Some clients write a minus sign before the hexadecimal digits.
  const hex = /^(-?)([\da-f]{1,16})$/i.exec(digits)
  if (!hex) return undefined
  const value = BigInt(`0x${hex[2]}`)
  return hex[1] === '-' ? signed64(-value) : BigInt.asIntN(64, value)
}

export function refOf(number: bigint): ItemRef {
  return storyPlace(number) ? { kind: 'story', number: String(number) } : { kind: 'entry', id: asId(String(number)) }
}

/** An item's number in decimal, as in lists of ids. */
export function shortId(ref: ItemRef): string {
  return ref.kind === 'entry' ? ref.id : ref.number
}

function signed64(value: bigint): bigint | undefined {
  return BigInt.asIntN(64, value) === value ? value : undefined
}
