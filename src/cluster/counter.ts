/** Counts 32-bit keys. Open addressing in two typed arrays: 8 bytes a slot, for millions of keys. */
type Counter = {
  get(key: number): number
  increment(key: number): void
  /** Halves every count and drops those that become zero, so that old news fades. */
  halve(): void
  readonly size: number
}

const startBits = 12

/** Makes an empty counter. Key 0 is reserved and never counted. */
export function createCounter(): Counter {
  let keys = new Int32Array(1 << startBits)
  let counts = new Int32Array(keys.length)
  let size = 0

  function slotOf(key: number): number {
    const mask = keys.length - 1
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  function rebuild(capacity: number, keep: (count: number) => number): void {
    const oldKeys = keys
    const oldCounts = counts
    keys = new Int32Array(capacity)
    counts = new Int32Array(capacity)
    size = 0
    for (let i = 0; i < oldKeys.length; i += 1) {
      const key = oldKeys[i] as number
      const count = key === 0 ? 0 : keep(oldCounts[i] as number)
      if (count === 0) continue
      const slot = slotOf(key)
      keys[slot] = key
      counts[slot] = count
      size += 1
    }
  }

  return {
    get: (key) => (key === 0 ? 0 : (counts[slotOf(key)] as number)),
    increment(key) {
      if (key === 0) return
      const slot = slotOf(key)
      if (keys[slot] === 0) {
        keys[slot] = key
        size += 1
      }
      counts[slot] = (counts[slot] as number) + 1
      if (size * 3 > keys.length * 2) rebuild(keys.length * 2, (count) => count)
    },
    halve: () => rebuild(keys.length, (count) => count >> 1),
    get size() {
      return size
    },
  }
}
