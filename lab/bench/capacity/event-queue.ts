/** Things to happen, the earliest first; of two at the same time the one that was put in first. A binary heap. */
export type EventQueue = {
  put(atMs: number, run: () => void): void
  /** Takes out the next; undefined when there is none. */
  next(): { readonly atMs: number; readonly run: () => void } | undefined
}

type Event = { readonly atMs: number; readonly order: number; readonly run: () => void }

const isBefore = (one: Event, other: Event) =>
  one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order)

export function createEventQueue(): EventQueue {
  const heap: Event[] = []
  let order = 0
  const swap = (a: number, b: number) => {
    const kept = heap[a] as Event
    heap[a] = heap[b] as Event
    heap[b] = kept
  }
  const at = (index: number) => heap[index] as Event
  return {
    put(atMs, run) {
      heap.push({ atMs, order: order++, run })
      for (let index = heap.length - 1; index > 0; ) {
        const parent = (index - 1) >> 1
        if (!isBefore(at(index), at(parent))) return
        swap(index, parent)
        index = parent
      }
    },
    next() {
      if (heap.length === 0) return undefined
      swap(0, heap.length - 1)
      const first = heap.pop()
      for (let index = 0; ; ) {
        const left = 2 * index + 1
        if (left >= heap.length) return first
        const child = left + 1 < heap.length && isBefore(at(left + 1), at(left)) ? left + 1 : left
        if (!isBefore(at(child), at(index))) return first
        swap(index, child)
        index = child
      }
    },
  }
}
