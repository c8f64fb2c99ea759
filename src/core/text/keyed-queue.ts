/** Runs tasks of the same name one after another, in order; each succeeds or fails alone. Tasks of other names don't wait. */
type KeyedQueue = <Done>(name: string, work: () => Promise<Done>) => Promise<Done>

/** Creates independent queues. A queue exists only while tasks wait in it. */
export function keyedQueue(): KeyedQueue {
  const lines = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const before = lines.get(name)
    const mine = before === undefined ? work() : before.then(work, work)
    const settled = mine.then(
      () => {},
      () => {},
    )
    lines.set(name, settled)
    void settled.then(() => {
      if (lines.get(name) === settled) lines.delete(name)
    })
    return mine
  }
}
