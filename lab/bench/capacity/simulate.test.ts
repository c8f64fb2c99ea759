import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Costs } from './costs.ts'
import { type Plan, simulate } from './simulate.ts'

const costs: Costs = {
  measured: { at: '2026-01-01', machine: 'invented', commands: [] },
  unchangedPollMs: 1,
  entryMs: 1,
  digestMs: 40,
  decideMs: 2,
  laneDatabaseMs: 3,
  otherDatabaseMs: 2,
  refreshMs: 8,
  bytes: { sqlite: 1, postgres: 1 },
  windowBytes: 1,
}
const plan = (workers: Plan['workers'], rest: Partial<Plan> = {}): Plan => ({
  workers,
  databaseCores: 2,
  languages: [0.5, 0.5],
  fetchMs: 100,
  load: { articles: 2000 },
  seed: 1,
  ...rest,
})
const worker = { cores: 1, inHand: 16 }

test('one worker is as fast as its core allows', () => {
  const { perSecond, workersBusy, articles } = simulate(plan([worker]), costs)
  assert.equal(articles, 2000)
  assert.ok(perSecond > 18 && perSecond <= 20.5, `${perSecond}`)
  assert.ok(workersBusy > 0.95)
})

test('two workers do nearly twice as much, until one lane or the database is full', () => {
  const one = simulate(plan([worker]), costs)
  const two = simulate(plan([worker, worker]), costs)
  assert.ok(two.perSecond / one.perSecond > 1.85)
  const many = simulate(plan(Array(32).fill(worker), { languages: [1], databaseCores: 8 }), costs)
  // The lane: 2 ms on the worker and 3 ms at the database for each.
  assert.ok(many.laneBusy > 0.95 && many.perSecond <= 200, `${many.perSecond}`)
  const small = simulate(plan(Array(32).fill(worker), { databaseCores: 1, languages: Array(20).fill(0.05) }), costs)
  assert.ok(small.databaseBusy > 0.95 && small.perSecond <= 200, `${small.perSecond}`)
})

test('what shares one machine shares its cores', () => {
  const apart = simulate(plan([{ cores: 2, inHand: 16 }]), costs)
  const together = simulate(plan([{ cores: 2, inHand: 16 }], { isOneMachine: true, databaseCores: 2 }), costs)
  assert.ok(together.perSecond < apart.perSecond)
})

test('under a load that it can bear nothing piles up; the same seed gives the same figures', () => {
  const light = plan([worker], { load: { perSecond: 8, seconds: 300 } })
  const outcome = simulate(light, costs)
  assert.ok(outcome.p95Seconds < 2, `${outcome.p95Seconds}`)
  assert.deepEqual(simulate(light, costs), outcome)
  const heavy = simulate(plan([worker], { load: { perSecond: 40, seconds: 300 } }), costs)
  assert.ok(heavy.p95Seconds > 60)
})
