import { guest } from '../core/reader-identity.ts'

/** How many may listen for changes at once. */
export const mostListening = 32
/** Of one reader, so that none takes them all; who is not known is one with all guests. */
const mostOfReader = 8
const mostOfGuests = 16

/** Takes a place for a reader: answers how to give it back, or undefined where they have as many as one may. */
export function listeningPlaces(): (readerId: string) => (() => void) | undefined {
  const taken = new Map<string, number>()
  const count = (readerId: string, more: 1 | -1) => {
    const now = (taken.get(readerId) ?? 0) + more
    if (now > 0) taken.set(readerId, now)
    else taken.delete(readerId)
  }
  return (readerId) => {
    if ((taken.get(readerId) ?? 0) >= (readerId === guest.id ? mostOfGuests : mostOfReader)) return undefined
    count(readerId, 1)
    let isHeld = true
    return () => {
      if (isHeld) count(readerId, -1)
      isHeld = false
    }
  }
}
