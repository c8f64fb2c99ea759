import type { Costs } from './costs.ts'
import { type Breaking, type CapacityRow, planCapacity } from './plan-capacity.ts'

/** Articles a day: a household, a newsroom, a country, and about what all online news of the world brings (an estimate). */
export const volumes = [10_000, 100_000, 1_000_000, 3_000_000] as const

const begin = '<!-- capacity: npm run bench -- capacity -->'
const end = '<!-- /capacity -->'

/** The page with its tables written again from the costs. Throws if the page lacks the marks around them. */
export function withTables(page: string, costs: Costs): string {
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from) throw new Error(`The page lacks the marks ${begin} and ${end}.`)
  return `${page.slice(0, from + begin.length)}\n\n${tables(costs)}\n\n${page.slice(to)}`
}

function tables(costs: Costs): string {
  const rows = volumes.map((perDay) => planCapacity(perDay, costs))
  return [
    `By costs measured ${costs.measured.at.slice(0, 10)} on ${costs.measured.machine}, for the busiest hour:`,
    planTable(rows),
    changeTable(rows),
  ].join('\n\n')
}

function planTable(rows: readonly CapacityRow[]): string {
  const line = (what: string, of: (row: CapacityRow) => number) => [what, ...rows.map((row) => number(of(row)))]
  return table(
    ['articles a day', ...rows.map(({ perDay }) => perDay.toLocaleString('en'))],
    [
      line('a second, at the peak', (row) => row.perSecondAtPeak),
      line('polls a second', (row) => row.pollsPerSecond),
      line('cores of workers', (row) => row.workerCores),
      line('cores of PostgreSQL', (row) => row.databaseCores),
      line('of those, for the lanes', (row) => row.lanesDatabaseCores),
      line('busiest lane, of 1', (row) => row.laneLoad),
      line('its window in memory, GB', (row) => row.windowGigabytes),
      line('disk a day, GB', (row) => row.gigabytesPerDay),
      line('disk in 30 days, GB', (row) => row.gigabytesPerDay * 30),
    ],
  )
}

const nothing = ['nothing: one process on SQLite, on any small machine', 'none'] as const
/** What is too small, and the change that follows. */
const changes: Readonly<Record<Breaking, readonly [string, string]>> = {
  'one-core': [
    'one core',
    'let one process read with more threads (`TWOSOURCE_ANALYSIS_THREADS`), or move to PostgreSQL and add a worker',
  ],
  'one-machine': ['one machine', 'PostgreSQL on its own, workers on others, pages on two nodes, a copy for reading'],
  lane: ['the lane of the busiest language', 'a faster core for it; a lane cannot be divided further'],
  window: ['the window of the busiest language in memory', 'a machine with that memory for its lane'],
}

function changeTable(rows: readonly CapacityRow[]): string {
  return table(
    ['articles a day', 'what is too small, the first first', 'what to change'],
    rows.flatMap(({ perDay, breaks }) =>
      (breaks.length === 0 ? [nothing] : breaks.map((one) => changes[one])).map((change, index) => [
        index === 0 ? perDay.toLocaleString('en') : '',
        ...change,
      ]),
    ),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Two significant digits. */
function number(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(2)))
}
