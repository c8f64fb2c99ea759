/** A longer body waits for its turn to be read further, or decompressed further. */
export const longBytes = 2 ** 20

/** Bytes of all long bodies in memory, over all hosts, from reading until they're processed. */
const maxBytes = 32 * 2 ** 20

/** A budget of bytes to borrow and return. */
type ByteBudget = {
  /**
   * Resolves when there is room for so many, in order of arrival, with a function that returns them. More than the whole budget
   * waits for the whole budget.
   */
  enter(bytes: number): Promise<() => void>
  /**
   * Takes so many immediately, even beyond the budget: they're already in memory, and others wait longer. Returns a function that
   * returns them.
   */
  take(bytes: number): () => void
}

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
    take: taking,
  }
}

export const longBodies = byteBudget(maxBytes)

/** Counts a body that stays in memory; a short one, or none, isn't counted. Returns a function to call when it's released. */
export function countBody(body: Uint8Array | undefined): () => void {
  return body && body.length > longBytes ? longBodies.take(body.length) : () => {}
}
