import type { TellStore } from '../store-signs.ts'

/** Whether there is room for what is written. */
export type Room = {
  /**
   * True from when a write was refused, or when next to nothing is free, until there is room again. Cheap enough to be asked for every
   * page.
   */
  isFull(): boolean
  /** Notes that a write was refused for want of room. */
  refused(): void
}

/** With less than this free, background work rests: what is left is for marks of readers, a few bytes each. */
export const reserveBytes = 16 * 2 ** 20
/** A refusal stands for so long, in milliseconds, unless more is seen to be free; then it is tried again. */
const refusalMs = 30_000
const lookEveryMs = 1_000

/**
 * Watches the room of one store. `freeBytes` looks at its disk; undefined where that is on another machine, and then only refusals tell.
 * `now` is a clock in milliseconds that never goes back.
 */
export function watchRoom(
  freeBytes: () => number | undefined,
  tell: TellStore = () => {},
  now: () => number = () => performance.now(),
): Room {
  let refusal: { readonly at: number; readonly free: number | undefined } | undefined
  let lookedAt: number | undefined
  let wasFull = false

  function look(): boolean {
    const free = freeBytes()
    if (free !== undefined && free < reserveBytes) return true
    if (refusal === undefined || now() - refusal.at >= refusalMs) return false
    // A write may be larger than what was free, and may fit once more is.
    return free === undefined || refusal.free === undefined || free < refusal.free + reserveBytes
  }
  function isFull(): boolean {
    if (lookedAt !== undefined && now() - lookedAt < lookEveryMs) return wasFull
    lookedAt = now()
    const isNow = look()
    if (isNow !== wasFull) {
      const free = freeBytes()
      tell(isNow ? 'disk-full' : 'disk-has-room', free === undefined ? {} : { freeBytes: free })
    }
    wasFull = isNow
    return isNow
  }
  return {
    isFull,
    refused() {
      refusal = { at: now(), free: freeBytes() }
      lookedAt = undefined
      isFull()
    },
  }
}
