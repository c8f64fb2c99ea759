/** Milliseconds of CPU that each station took in sum, threads of V8 included. */
export type StationTimes = {
  /** Does `work` and counts it for a station. */
  time<Result>(station: string, work: () => Result): Result
  /** The same with every method of a part of the store: `name.method`. */
  watch<Part extends object>(name: string, part: Part): Part
  totals(): ReadonlyMap<string, number>
  clear(): void
}

/** CPU of this process so far, in milliseconds. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Nothing else may run meanwhile: what is counted is the CPU of the process. */
export function stationTimes(): StationTimes {
  const sums = new Map<string, number>()
  const add = (station: string, ms: number) => sums.set(station, (sums.get(station) ?? 0) + ms)
  const time = <Result>(station: string, work: () => Result): Result => {
    const from = cpuMs()
    const result = work()
    if (!(result instanceof Promise)) {
      add(station, cpuMs() - from)
      return result
    }
    return result.finally(() => add(station, cpuMs() - from)) as Result
  }
  const watch = <Part extends object>(name: string, part: Part): Part =>
    new Proxy(part, {
      get(target, key) {
        const value = Reflect.get(target, key)
        if (typeof value !== 'function' || key === 'exclusive') return value
        return (...given: unknown[]) => time(`${name}.${String(key)}`, () => value.apply(target, given))
      },
    })
  return { time, watch, totals: () => sums, clear: () => sums.clear() }
}
