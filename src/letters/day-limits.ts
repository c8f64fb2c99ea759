/** What one address may be sent in a day, so that who knows it cannot fill the disk. */
export type DayLimits = {
  /** Notes a letter of so many bytes; false, and not noted, where it is too much. */
  takes(localPart: string, lengthBytes: number): boolean
}

const LETTERS = 2_000
const BYTES = 100 * 2 ** 20
const DAY_MS = 86_400_000

/** Limits by address, in memory; `nowMs` is the clock. Only addresses that are there come here, so that they are few. */
export function createDayLimits(nowMs: () => number): DayLimits {
  const days = new Map<string, { letters: number; bytes: number; from: number }>()
  return {
    takes(localPart, lengthBytes) {
      const now = nowMs()
      const known = days.get(localPart)
      const day = known && now - known.from < DAY_MS ? known : { letters: 0, bytes: 0, from: now }
      days.set(localPart, day)
      if (day.letters >= LETTERS || day.bytes + lengthBytes > BYTES) return false
      day.letters += 1
      day.bytes += lengthBytes
      return true
    },
  }
}
