import type { StoryId } from '../core/ids.ts'

/** A member as the table needs it: its time, and how near it is to another. */
export type MemberFacts = {
  readonly atMs: (slot: number) => number
  readonly dot: (a: number, b: number) => number
}

/** Stories by number, with their members by slot. Numbers are used again once a story has no member left. */
export type StoryTable = {
  /** The number of the story a slot is in, or -1. */
  storyOf(slot: number): number
  idOf(story: number): StoryId
  members(story: number): number[]
  /** Makes room for slots up to this one, which is in no story yet. */
  makeRoom(slot: number): void
  enter(slot: number, id: StoryId): void
  leave(slot: number): void
  /** Whether a time is within `windowMs` of the time its members span. */
  isAlive(story: number, atMs: number, windowMs: number): boolean
  /** Numbers given out so far: of stories there are, and of some that are gone. */
  readonly count: number
  /** For the innermost loops: the story of each slot, or -1; 1 / length of the sum of each story's vectors; scratch, kept 0. */
  readonly arrays: { readonly storyBySlot: Int32Array; readonly scales: Float64Array; readonly sums: Float64Array }
}

const none = -1

function grown<Numbers extends Int32Array | Float64Array>(old: Numbers, length: number, fill: number): Numbers {
  const made = (old instanceof Int32Array ? new Int32Array(length) : new Float64Array(length)) as Numbers
  made.fill(fill)
  made.set(old)
  return made
}

/** Makes an empty table. Members are linked lists in typed arrays, so that a story of one article costs a few numbers. */
export function createStoryTable({ atMs, dot }: MemberFacts): StoryTable {
  const numbers = new Map<StoryId, number>()
  const ids: (StoryId | undefined)[] = []
  const vacant: number[] = []
  let storyBySlot = new Int32Array(1024).fill(none)
  let nextMember = new Int32Array(1024).fill(none)
  let previousMember = new Int32Array(1024).fill(none)
  let firstMember = new Int32Array(1024).fill(none)
  let normsSquared = new Float64Array(1024)
  let scales = new Float64Array(1024)
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

  function setNorm(story: number, squared: number): void {
    normsSquared[story] = squared
    scales[story] = squared === 0 ? 0 : 1 / Math.sqrt(squared)
  }

  function found(id: StoryId): number {
    const story = vacant.pop() ?? ids.length
    if (story >= sums.length) {
      const length = sums.length * 2
      firstMember = grown(firstMember, length, none)
      normsSquared = grown(normsSquared, length, 0)
      scales = grown(scales, length, 0)
      firstMs = grown(firstMs, length, 0)
      lastMs = grown(lastMs, length, 0)
      sums = grown(sums, length, 0)
    }
    numbers.set(id, story)
    ids[story] = id
    setNorm(story, 0)
    firstMs[story] = Number.POSITIVE_INFINITY
    lastMs[story] = Number.NEGATIVE_INFINITY
    return story
  }

  function members(story: number): number[] {
    const slots: number[] = []
    for (let slot = firstMember[story] as number; slot !== none; slot = nextMember[slot] as number) slots.push(slot)
    return slots
  }

  function dotWith(slot: number, story: number): number {
    let sum = 0
    for (let other = firstMember[story] as number; other !== none; other = nextMember[other] as number)
      if (other !== slot) sum += dot(slot, other)
    return sum
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
      setNorm(story, (normsSquared[story] as number) + 2 * dotWith(slot, story) + 1)
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
      if (firstMember[story] === none) {
        numbers.delete(ids[story] as StoryId)
        ids[story] = undefined
        setNorm(story, 0)
        vacant.push(story)
        return
      }
      setNorm(story, Math.max(1e-9, (normsSquared[story] as number) - 2 * dotWith(slot, story) - 1))
      const at = atMs(slot)
      if (!(at > (firstMs[story] as number) && at < (lastMs[story] as number))) spanAgain(story)
    },
    isAlive: (story, at, windowMs) =>
      at >= (firstMs[story] as number) - windowMs && at <= (lastMs[story] as number) + windowMs,
    get count() {
      return ids.length
    },
    get arrays() {
      return { storyBySlot, scales, sums }
    },
  }
}
