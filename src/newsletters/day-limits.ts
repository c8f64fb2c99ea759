/** What one address or mailbox may receive in a day, so that nobody who knows it can fill the disk. */
type DayLimits = {
  /** Counts a newsletter of this many bytes. Returns false, without counting it, when it is too much. */
  allows(address: string, lengthBytes: number): boolean
}

const MESSAGES = 2_000
const BYTES = 100 * 2 ** 20
const DAY_MS = 86_400_000

/** Limits by address, in memory; `nowMs` is the clock. Called only with existing addresses, so the map stays small. */
export function createDayLimits(nowMs: () => number): DayLimits {
  const days = new Map<string, { messages: number; bytes: number; from: number }>()
  return {
    allows(address, lengthBytes) {
      const now = nowMs()
      const known = days.get(address)
      const day = known && now - known.from < DAY_MS ? known : { messages: 0, bytes: 0, from: now }
      days.set(address, day)
      if (day.messages >= MESSAGES || day.bytes + lengthBytes > BYTES) return false
      day.messages += 1
      day.bytes += lengthBytes
      return true
    },
  }
}
