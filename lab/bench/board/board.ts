import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { BenchResult } from '../measure.ts'
import { circumstances, history, type Kept, keep } from './history.ts'
import { sparkline } from './sparkline.ts'
import { tableOf } from './table.ts'
import { type Target, targets } from './targets.ts'

/** One line of the board: a target, what was measured last, and how that stands to the target and to the best peer. */
export type Standing = Target & {
  readonly value?: number
  readonly isMet?: boolean
  readonly at?: string
  /** How many times better than the best peer; below 1 it is worse. */
  readonly timesPeer?: number
  readonly earlier: readonly number[]
}

/** Runs each bench that a target names, in a process of its own so that its memory is its own, and keeps what came out. */
export async function measureBoard(names: readonly string[], say: (line: string) => void): Promise<void> {
  for (const [index, name] of names.entries()) {
    say(`${index + 1} of ${names.length}: ${name} …`)
    const before = circumstances()
    const result = await runBench(name)
    if (result) for (const each of result) keep({ ...each, ...before })
    else say(`  ${name} ended badly: nothing was kept of it`)
  }
}

/** The benches that targets name. */
export const boardBenches: readonly string[] = [...new Set(targets.map(({ bench }) => bench))]

async function runBench(name: string): Promise<readonly BenchResult[] | undefined> {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, main, ...name.split(' '), '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  return code === 0 ? [JSON.parse(out) as BenchResult] : undefined
}

/** How every target stands by what was kept. */
export function standings(kept: readonly Kept[] = history()): readonly Standing[] {
  return targets.map((target) => {
    const values = kept.flatMap((run) => {
      const value = run.name === target.bench.split(' ')[0] ? figureOf(run, target) : undefined
      return value === undefined ? [] : [{ value, at: run.at }]
    })
    const last = values.at(-1)
    if (!last) return { ...target, earlier: [] }
    const { value, at } = last
    const isLess = 'most' in target
    return {
      ...target,
      value,
      at,
      isMet: isLess ? value <= target.most : value >= target.least,
      ...(target.peer && { timesPeer: isLess ? target.peer.value / value : value / target.peer.value }),
      earlier: values.map((each) => each.value),
    }
  })
}

function figureOf(run: Kept, { row, figure }: Target): number | undefined {
  return run.rows.find(({ what }) => what.startsWith(row))?.figures[figure]
}

/** The board for people. */
export function boardText(rows: readonly Standing[]): string {
  const number = (value: number) => String(Math.round(value * 1000) / 1000)
  const last = rows
    .flatMap(({ at }) => at ?? [])
    .toSorted()
    .at(-1)
  const table = tableOf(
    ['what', 'unit', 'measured', 'target', '', 'best peer', '', '× peer', 'runs'],
    rows.map(({ what, unit, value, isMet, peer, timesPeer, earlier, ...target }) => [
      what,
      unit,
      value === undefined ? '–' : number(value),
      'most' in target ? `≤ ${target.most}` : `≥ ${target.least}`,
      isMet === undefined ? '' : isMet ? 'met' : 'not met',
      peer ? number(peer.value) : '',
      peer?.name ?? '',
      timesPeer === undefined ? '' : number(Math.round(timesPeer * 10) / 10),
      earlier.length > 1 ? sparkline(earlier.slice(-12)) : '',
    ]),
  )
  return `${table}\n${last ? `Last measured ${last}.` : 'Nothing was measured yet.'} Peers: docs/notes/peers.md.`
}
