import type { StoreStateListener } from '../store-status.ts'

/** Whether there is disk space for writes. */
type DiskSpace = {
  /** True from when a write is refused, or almost nothing is free, until there is space again. Cheap enough to call for every page. */
  isFull(): boolean
  /** Records that a write was refused for lack of space. */
  refused(): void
}

/** With less free space than this, background work pauses: the rest is for readers' marks, a few bytes each. */
export const reserveBytes = 16 * 2 ** 20
/** How long a refusal counts, in milliseconds, unless more space is seen to be free; then writing is tried again. */
const refusalMs = 30_000
const lookEveryMs = 1_000

/**
 * Watches the disk space of one store. `freeBytes` reads its disk; it returns undefined for a disk on another machine, where only
 * refusals count. `now` is a monotonic clock in milliseconds.
 */
export function watchDiskSpace(
  freeBytes: () => number | undefined,
  tell: StoreStateListener = () => {},
  now: () => number = () => performance.now(),
): DiskSpace {
  let refusal: { readonly at: number; readonly free: number | undefined } | undefined
  let lookedAt: number | undefined
  let wasFull = false

  function look(): boolean {
    const free = freeBytes()
    if (free !== undefined && free < reserveBytes) return true
    if (refusal === undefined || now() - refusal.at >= refusalMs) return false
    // A write can be larger than the free space was, and fit once there is more.
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
