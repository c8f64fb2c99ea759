import { guest } from '../core/reader-identity.ts'

export const maxListeners = 32
/** Per reader, so that nobody takes them all; all guests count as one reader. */
const maxPerReader = 8
const maxOfGuests = 16

/** Reserves a place for a reader: returns a function that frees it, or undefined at the limit. */
export function listenerSlots(): (readerId: string) => (() => void) | undefined {
  const taken = new Map<string, number>()
  const count = (readerId: string, more: 1 | -1) => {
    const now = (taken.get(readerId) ?? 0) + more
    if (now > 0) taken.set(readerId, now)
    else taken.delete(readerId)
  }
  return (readerId) => {
    if ((taken.get(readerId) ?? 0) >= (readerId === guest.id ? maxOfGuests : maxPerReader)) return undefined
    count(readerId, 1)
    let isHeld = true
    return () => {
      if (isHeld) count(readerId, -1)
      isHeld = false
    }
  }
}
