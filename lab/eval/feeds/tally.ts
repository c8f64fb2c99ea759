type Count = { readonly met: number; readonly all: number }

/** Counts of what was met, by figure and by class within it. */
export class Tally {
  readonly misses: string[] = []
  readonly #figures = new Map<string, Count>()
  readonly #classes = new Map<string, Count>()
  readonly #leftOut = new Map<string, number>()

  add(figure: string, isMet: boolean, miss: string, subset?: string): void {
    count(this.#figures, figure, isMet)
    if (subset !== undefined) count(this.#classes, `${figure}/${subset}`, isMet)
    if (!isMet) this.misses.push(`${figure} ${miss}`)
  }

  /** A test that is not counted, and why. */
  leaveOut(why: string): void {
    this.#leftOut.set(why, (this.#leftOut.get(why) ?? 0) + 1)
  }

  leftOut(): string[] {
    return [...this.#leftOut].map(([why, count]) => `Not counted: ${count} tests of feedparser ${why}.`)
  }

  shares(): Record<string, number> {
    return Object.fromEntries([...this.#figures].map(([figure, { met, all }]) => [figure, met / all]))
  }

  /** The share of two figures taken as one. */
  together(one: string, other: string): number {
    const counts = [one, other].map((figure) => this.#figures.get(figure) ?? { met: 0, all: 0 })
    const sum = (pick: (each: Count) => number) => counts.reduce((total, each) => total + pick(each), 0)
    return (
      sum(({ met }) => met) /
      Math.max(
        1,
        sum(({ all }) => all),
      )
    )
  }

  counts(): string[] {
    const line = (counts: ReadonlyMap<string, Count>) =>
      [...counts].map(([key, { met, all }]) => `${key} ${met}/${all}`).join(', ')
    return [line(this.#figures), line(this.#classes)].filter((text) => text !== '')
  }
}

function count(counts: Map<string, Count>, key: string, isMet: boolean): void {
  const { met, all } = counts.get(key) ?? { met: 0, all: 0 }
  counts.set(key, { met: met + Number(isMet), all: all + 1 })
}
