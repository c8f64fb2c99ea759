import type { EventQueue } from './event-queue.ts'

/** Something of which there are so many at once, such as cores or a lane, asked for in turn. */
export type Resource = {
  readonly name: string
  /** Waits for a free one, keeps it for `ms`, and continues with `then`. */
  use(ms: number, then: () => void): void
  /** As `use`, but whoever waits gets a turn meanwhile, as an operating system divides its cores. */
  share(ms: number, then: () => void): void
  /** Waits for a free one and continues with a function that gives it back. */
  take(then: (giveBack: () => void) => void): void
  /** How long all of them together were busy, in milliseconds. */
  busyMs(): number
}

/** The longest turn of what is shared. */
const TURN_MS = 4

/** `clock` is the time of the simulation. */
export function createResource(name: string, count: number, events: EventQueue, clock: () => number): Resource {
  const waiters: ((giveBack: () => void) => void)[] = []
  let head = 0
  let free = count
  let busy = 0
  const begin = (then: (giveBack: () => void) => void) => {
    free -= 1
    const since = clock()
    then(() => {
      busy += clock() - since
      free += 1
      const waiter = waiters[head]
      if (!waiter) return
      head += 1
      if (head > 1024 && head * 2 > waiters.length) {
        waiters.splice(0, head)
        head = 0
      }
      begin(waiter)
    })
  }
  const take = (then: (giveBack: () => void) => void) => {
    if (free > 0) begin(then)
    else waiters.push(then)
  }
  const use = (ms: number, then: () => void) =>
    take((giveBack) =>
      events.put(clock() + ms, () => {
        giveBack()
        then()
      }),
    )
  const share = (ms: number, then: () => void): void =>
    ms <= TURN_MS ? use(ms, then) : use(TURN_MS, () => share(ms - TURN_MS, then))
  return {
    name,
    take,
    use,
    share,
    busyMs: () => busy,
  }
}
