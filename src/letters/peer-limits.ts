import { addressKey } from '../core/text/address-key.ts'

/** What one peer may do at once and in a while. */
export type PeerLimits = {
  /** Notes a connection; false, and not noted, where there are too many. */
  opens(peer: string): boolean
  closes(peer: string): void
  /** Notes a letter; false where there were too many in the hour. */
  brings(peer: string): boolean
  /** Notes that an address asked for is not there. */
  misses(peer: string): void
  /** True where that happened too often in ten minutes. */
  guesses(peer: string): boolean
}

const CONNECTIONS = 8
const LETTERS_PER_HOUR = 600
const MISSES = 100
const HOUR_MS = 3_600_000
const MISSES_MS = 600_000
/** Peers remembered at once; of more the oldest are forgotten. */
const MOST_PEERS = 10_000

type Peer = { open: number; letters: number; lettersFrom: number; missed: number; missedFrom: number }

/**
 * Limits by the address of a peer, of IPv6 by its network, in memory; `nowMs` is the clock. A mail server on this machine brings
 * what others sent it: of it neither connections nor misses are counted.
 */
export function createPeerLimits(nowMs: () => number): PeerLimits {
  const peers = new Map<string, Peer>()

  function of(address: string): Peer {
    const key = addressKey(address)
    const now = nowMs()
    const known = peers.get(key)
    if (known) {
      if (now - known.lettersFrom >= HOUR_MS) Object.assign(known, { letters: 0, lettersFrom: now })
      if (now - known.missedFrom >= MISSES_MS) Object.assign(known, { missed: 0, missedFrom: now })
      return known
    }
    const peer = { open: 0, letters: 0, lettersFrom: now, missed: 0, missedFrom: now }
    peers.set(key, peer)
    if (peers.size > MOST_PEERS) forgetOldest()
    return peer
  }

  function forgetOldest(): void {
    for (const [address, { open }] of peers) {
      if (peers.size <= MOST_PEERS) return
      if (open === 0) peers.delete(address)
    }
  }

  return {
    opens(address) {
      const peer = of(address)
      if (peer.open >= CONNECTIONS && !isHere(address)) return false
      peer.open += 1
      return true
    },
    closes(address) {
      const peer = of(address)
      peer.open = Math.max(0, peer.open - 1)
    },
    brings(address) {
      const peer = of(address)
      if (peer.letters >= LETTERS_PER_HOUR) return false
      peer.letters += 1
      return true
    },
    misses(address) {
      of(address).missed += 1
    },
    guesses: (address) => of(address).missed >= MISSES && !isHere(address),
  }
}

function isHere(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address)
}
