/** A body longer than this waits for its turn to be read on, and to be unpacked to more. */
export const longBytes = 2 ** 20

/** Long bodies hold so many bytes together, over all hosts, from when they are read until they are made something of. */
const mostBytes = 32 * 2 ** 20

/** Bytes that are given out and come back. */
export type ByteBudget = {
  /** Resolves when there is room for so many, in the order they came, with what gives them back. What is more than all waits for all. */
  enter(bytes: number): Promise<() => void>
  /** Takes so many at once, whatever there is: they are held already. Others wait the longer. Answers what gives them back. */
  hold(bytes: number): () => void
}

/** Gives out so many bytes in all. */
export function byteBudget(most: number): ByteBudget {
  const waiting: { readonly bytes: number; readonly admit: () => void }[] = []
  let taken = 0

  const taking = (bytes: number) => {
    taken += bytes
    let hasLeft = false
    return () => {
      if (hasLeft) return
      hasLeft = true
      taken -= bytes
      admit()
    }
  }
  const admit = () => {
    for (let next = waiting[0]; next && (taken === 0 || taken + next.bytes <= most); next = waiting[0]) {
      waiting.shift()
      next.admit()
    }
  }

  return {
    enter: (bytes) =>
      new Promise((resolve) => {
        waiting.push({ bytes, admit: () => resolve(taking(bytes)) })
        admit()
      }),
    hold: taking,
  }
}

/** The budget of this process. */
export const longBodies = byteBudget(mostBytes)

/** Holds a body that is kept for later; a short one, or none, is not counted. Answers what to call when it is let go. */
export function holdBody(body: Uint8Array | undefined): () => void {
  return body && body.length > longBytes ? longBodies.hold(body.length) : () => {}
}
