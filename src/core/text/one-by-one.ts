/** Does works of one name one after the other, in the order they come; each ends as it would alone. Others do not wait for them. */
export type OneByOne = <Done>(name: string, work: () => Promise<Done>) => Promise<Done>

/** Lines that know nothing of any other's. A line is kept while somebody stands in it. */
export function oneByOne(): OneByOne {
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
