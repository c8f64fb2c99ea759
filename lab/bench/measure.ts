export type BenchOptions = {
  readonly feeds: number
  readonly entries: number
  /** Control address of a running feed farm, such as 127.0.0.1:18000; without it the bench serves feeds of its own. */
  readonly farm: string | undefined
  /** postgres://… to measure on PostgreSQL. */
  readonly database: string | undefined
  /** Documents in the window, for benches that grow it. */
  readonly sizes?: readonly number[]
}

export type Row = { readonly what: string; readonly figures: Readonly<Record<string, number>> }

export type BenchResult = {
  readonly name: string
  readonly load: string
  readonly rows: readonly Row[]
  readonly peakMemoryMb: number
  readonly notes: readonly string[]
}

export type Bench = (options: BenchOptions) => Promise<BenchResult>

/** A size or a count: the usual one, or with `--short` (BENCH_SHORT, which child processes have too) one just large enough to run all code. */
export function sized<Size>(usual: Size, short: Size): Size {
  return process.env.BENCH_SHORT === undefined ? usual : short
}

/** CPU seconds of this process, threads included, and wall seconds, that `work` took. */
export async function measure<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly cpuSeconds: number; readonly wallSeconds: number }> {
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  const result = await work()
  const { user, system } = process.cpuUsage(cpu)
  return {
    result,
    cpuSeconds: round((user + system) / 1e6),
    wallSeconds: round((performance.now() - startedAt) / 1000),
  }
}

/** The most memory this process ever held, in MB. */
export function peakMemoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

/** The value below which `share` of the sorted values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Rounds to three digits after the point. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Prints a result as a table for people. */
export function printTable(result: BenchResult): void {
  console.log(`${result.name}: ${result.load}`)
  for (const { what, figures } of result.rows) {
    const cells = Object.entries(figures).map(([name, value]) => `${name} ${value}`)
    console.log(`  ${what.padEnd(44)} ${cells.join('  ')}`)
  }
  console.log(`  ${'peak memory'.padEnd(44)} ${result.peakMemoryMb} MB`)
  for (const note of result.notes) console.log(`  ${note}`)
}
