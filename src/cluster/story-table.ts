import type { StoryId } from '../core/ids.ts'

/** Stories by number, with their members by slot. Numbers are reused once a story has no members. */
export type StoryTable = {
  /** The number of a slot's story, or -1. */
  storyOf(slot: number): number
  idOf(story: number): StoryId
  members(story: number): number[]
  /** Makes room for slots up to this one, which has no story yet. */
  makeRoom(slot: number): void
  enter(slot: number, id: StoryId): void
  leave(slot: number): void
  /** Whether a time is within `windowMs` of its members' times. */
  isAlive(story: number, atMs: number, windowMs: number): boolean
  /** Numbers used so far, including those of stories without members. */
  readonly count: number
  /** For the innermost loops: the story of each slot, or -1; the size of each story; and scratch space, kept at 0. */
  readonly arrays: { readonly storyBySlot: Int32Array; readonly sizes: Int32Array; readonly sums: Float64Array }
}

const none = -1

function grown<Numbers extends Int32Array | Float64Array>(old: Numbers, length: number, fill: number): Numbers {
  const made = (old instanceof Int32Array ? new Int32Array(length) : new Float64Array(length)) as Numbers
  made.fill(fill)
  made.set(old)
  return made
}

/**
 * Makes an empty table; `atMs` gives the time of a slot. Members are linked lists in typed arrays, so that a story of one article costs a
 * few numbers.
 */
export function createStoryTable(atMs: (slot: number) => number): StoryTable {
  const numbers = new Map<StoryId, number>()
  const ids: (StoryId | undefined)[] = []
  const vacant: number[] = []
  let storyBySlot = new Int32Array(1024).fill(none)
  let nextMember = new Int32Array(1024).fill(none)
  let previousMember = new Int32Array(1024).fill(none)
  let firstMember = new Int32Array(1024).fill(none)
  let sizes = new Int32Array(1024)
  let firstMs = new Float64Array(1024)
  let lastMs = new Float64Array(1024)
  let sums = new Float64Array(1024)

  function makeRoom(slot: number): void {
    if (slot < storyBySlot.length) return
    const length = Math.max(slot + 1, storyBySlot.length * 2)
    storyBySlot = grown(storyBySlot, length, none)
    nextMember = grown(nextMember, length, none)
    previousMember = grown(previousMember, length, none)
  }

  function found(id: StoryId): number {
    const story = vacant.pop() ?? ids.length
    if (story >= sums.length) {
      const length = sums.length * 2
      firstMember = grown(firstMember, length, none)
      sizes = grown(sizes, length, 0)
      firstMs = grown(firstMs, length, 0)
      lastMs = grown(lastMs, length, 0)
      sums = grown(sums, length, 0)
    }
    numbers.set(id, story)
    ids[story] = id
    firstMs[story] = Number.POSITIVE_INFINITY
    lastMs[story] = Number.NEGATIVE_INFINITY
    return story
  }

  function members(story: number): number[] {
    const slots: number[] = []
    for (let slot = firstMember[story] as number; slot !== none; slot = nextMember[slot] as number) slots.push(slot)
    return slots
  }

  function spanAgain(story: number): void {
    const times = members(story).map(atMs)
    firstMs[story] = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
    lastMs[story] = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  }

  function unlink(slot: number, story: number): void {
    const next = nextMember[slot] as number
    const previous = previousMember[slot] as number
    if (next !== none) previousMember[next] = previous
    if (previous === none) firstMember[story] = next
    else nextMember[previous] = next
    storyBySlot[slot] = none
  }

  return {
    storyOf: (slot) => storyBySlot[slot] ?? none,
    idOf: (story) => ids[story] as StoryId,
    members,
    makeRoom,
    enter(slot, id) {
      const story = numbers.get(id) ?? found(id)
      sizes[story] = (sizes[story] as number) + 1
      const head = firstMember[story] as number
      nextMember[slot] = head
      previousMember[slot] = none
      if (head !== none) previousMember[head] = slot
      firstMember[story] = slot
      storyBySlot[slot] = story
      firstMs[story] = Math.min(firstMs[story] as number, atMs(slot))
      lastMs[story] = Math.max(lastMs[story] as number, atMs(slot))
    },
    leave(slot) {
      const story = storyBySlot[slot] ?? none
      if (story === none) return
      unlink(slot, story)
      sizes[story] = (sizes[story] as number) - 1
      if (firstMember[story] === none) {
        numbers.delete(ids[story] as StoryId)
        ids[story] = undefined
        vacant.push(story)
        return
      }
      const at = atMs(slot)
      if (!(at > (firstMs[story] as number) && at < (lastMs[story] as number))) spanAgain(story)
    },
    isAlive: (story, at, windowMs) =>
      at >= (firstMs[story] as number) - windowMs && at <= (lastMs[story] as number) + windowMs,
    get count() {
      return ids.length
    },
    get arrays() {
      return { storyBySlot, sizes, sums }
    },
  }
}
