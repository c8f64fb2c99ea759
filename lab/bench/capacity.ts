import { readFileSync, writeFileSync } from 'node:fs'
import { type Costs, readCosts } from './capacity/costs.ts'
import { volumes, withTables } from './capacity/page.ts'
import { type CapacityRow, planCapacity, suppositions } from './capacity/plan-capacity.ts'
import { type Plan, simulate } from './capacity/simulate.ts'
import { type Bench, peakMemoryMb, type Row, round, sized } from './measure.ts'

const page = new URL('../../docs/guide/capacity.md', import.meta.url)
/** An hour of the busiest time. */
const SECONDS = sized(3600, 60)
/** Simulated articles at most: beyond, a shorter time tells the same. */
const MOST = sized(60_000, 500)

/** What an instance needs by arithmetic from measured costs, and whether a simulation of an hour at its peak agrees. */
export const bench: Bench = async () => {
  const costs = readCosts()
  const made = withTables(readFileSync(page, 'utf8'), costs)
  if (sized(true, false)) writeFileSync(page, made)
  const rows = volumes.flatMap((perDay) => rowsOf(planCapacity(perDay, costs), costs))
  return {
    name: 'capacity',
    load: `costs measured ${costs.measured.at.slice(0, 10)} on ${costs.measured.machine}`,
    rows: [...rows, ...smallCases(costs)],
    peakMemoryMb: peakMemoryMb(),
    notes: [
      `Supposed: peak ${suppositions.peak} times the mean; ${suppositions.busiestLanguage * 100} % in one language; cores of workers at most ${suppositions.workerLoad * 100} % busy, of the database ${suppositions.databaseLoad * 100} %.`,
      'simulated: so many cores as planned (whole ones), an hour at the peak; seconds from when an entry came in until its article stood in a story.',
    ],
  }
}

function rowsOf(plan: CapacityRow, costs: Costs): readonly Row[] {
  const { breaks, perDay, ...figures } = plan
  const outcome = simulate(planAtPeak(plan), costs)
  const what = `${perDay.toLocaleString('en')} a day`
  return [
    { what, figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)])) },
    {
      what: `${what}, simulated (first: ${breaks[0] ?? 'nothing'})`,
      figures: {
        perSecond: round(outcome.perSecond),
        p50Seconds: round(outcome.p50Seconds),
        p95Seconds: round(outcome.p95Seconds),
        workersBusy: round(outcome.workersBusy),
        databaseBusy: round(outcome.databaseBusy),
        laneBusy: round(outcome.laneBusy),
      },
    },
  ]
}

/** The machines of a plan, in whole cores, at its peak. */
export function planAtPeak(plan: CapacityRow): Plan {
  const cores = Math.max(1, Math.ceil(plan.workerCores))
  const machines = Math.ceil(cores / 8)
  return {
    workers: Array.from({ length: machines }, () => ({
      cores: Math.ceil(cores / machines),
      inHand: 8 * Math.ceil(cores / machines),
    })),
    databaseCores: Math.max(1, Math.ceil(plan.databaseCores)),
    languages: languageShares(suppositions.busiestLanguage),
    fetchMs: 300,
    load: { perSecond: plan.perSecondAtPeak, seconds: Math.min(SECONDS, MOST / plan.perSecondAtPeak) },
    seed: 1,
  }
}

/** The busiest, and each next one half of what is left. */
function languageShares(busiest: number): readonly number[] {
  const shares = [busiest]
  for (let left = 1 - busiest; shares.length < 8; left /= 2) shares.push(left / 2)
  return [...shares.slice(0, -1), 1 - shares.slice(0, -1).reduce((sum, share) => sum + share, 0)]
}

/** One and two workers' cores on a backlog: what the simulation makes of the small cases that can be measured. */
function smallCases(costs: Costs): readonly Row[] {
  const backlog = (workers: number): Plan => ({
    workers: Array.from({ length: workers }, () => ({ cores: 1, inHand: 8 })),
    databaseCores: 1,
    languages: languageShares(suppositions.busiestLanguage),
    fetchMs: 5,
    load: { articles: sized(2000, 100) },
    seed: 1,
  })
  const one = simulate(backlog(1), costs).perSecond
  return [1, 2, 4, 8].map((workers) => {
    const { perSecond } = simulate(backlog(workers), costs)
    return {
      what: `a backlog, ${workers} cores of workers`,
      figures: { perSecond: round(perSecond), times: round(perSecond / one) },
    }
  })
}
