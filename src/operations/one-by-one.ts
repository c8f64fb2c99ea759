const lines = new Map<string, Promise<unknown>>()

/**
 * Does works of one name one after the other in this process, where each first looks how many there are and then adds one: done all
 * at once they would all look first. Resolves and rejects as the work does.
 */
export function oneByOne<Done>(name: string, work: () => Promise<Done>): Promise<Done> {
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
