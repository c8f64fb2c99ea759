import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import type { BenchResult } from '../measure.ts'

/** A bench as it came out one day, on one machine. A line of `lab/bench/history.jsonl`. */
export type Kept = BenchResult & {
  /** ISO 8601, UTC. */
  readonly at: string
  /** The commit, with `+` where files were changed since; empty outside a repository. */
  readonly commit: string
  readonly node: string
  readonly cpu: string
  readonly cores: number
  /** How busy the machine was when the bench began, as load average of one minute: above the cores, times are no speed. */
  readonly load1: number
}

const file = new URL('../history.jsonl', import.meta.url)

/** What is to be known of the machine and the program before a bench begins. */
export function circumstances(): Omit<Kept, keyof BenchResult> {
  return {
    at: new Date().toISOString(),
    commit: commitOf(),
    node: process.version,
    cpu: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    load1: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  }
}

/** Adds a line. */
export function keep(kept: Kept): void {
  appendFileSync(file, `${JSON.stringify(kept)}\n`)
}

/** Everything kept, oldest first. */
export function history(): readonly Kept[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Kept)
}

function commitOf(): string {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', 'src') === '' ? '' : '+')
  } catch {
    return ''
  }
}
