import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { parse } from 'yaml'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { startHeartbeat } from '../../src/app/heartbeat.ts'
import { servePages } from '../../src/app/serve/serve.ts'
import { type MeterName, meterList } from '../../src/watch/meter-list.ts'
import type { Meter } from '../../src/watch/meters.ts'
import { until } from '../until.ts'

type Panel = {
  readonly id: number
  readonly title: string
  readonly type: string
  readonly gridPos: Readonly<Record<'x' | 'y' | 'w' | 'h', number>>
  readonly targets?: readonly { readonly expr: string }[]
}

const rulesFile = 'deploy/monitoring/alerts.yaml'
const rules: readonly { readonly alert: string; readonly expr: string }[] = parse(readFileSync(rulesFile, 'utf8'))
  .groups[0].rules
const { panels }: { readonly panels: readonly Panel[] } = JSON.parse(
  readFileSync('deploy/monitoring/dashboard.json', 'utf8'),
)
const drawn = panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ title, expr })))
const asked = [...rules.map(({ alert, expr }) => ({ title: alert, expr })), ...drawn]

let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'twosource-monitoring-'))
})
after(() => rmSync(folder, { recursive: true }))

/** What /metrics serves once everything counted was counted: the names, each with its labels. */
async function servedMetrics(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const settings = { TWOSOURCE_DATA: join(folder, 'data'), TWOSOURCE_PORT: '0', TWOSOURCE_METRICS: '127.0.0.1/32, ::1' }
  await using context = await createContext(readConfig(settings), () => {})
  await using _beat = await startHeartbeat(context, true)
  const { store, maintenance } = context.operations
  await store.jobs.enqueue([{ kind: 'tidy', key: 'window', runAt: '2026-01-01T00:00:00.000Z' }])
  maintenance.start('backup')
  await until('there is a backup', async () => (await maintenance.backups()).length > 0)
  for (const [name, { kind, labels = [] }] of Object.entries(meterList) as [MeterName, Meter][]) {
    const values = labels.map(() => 'some')
    if (kind === 'histogram') context.watch.meters?.observe(name, values, 1)
    if (kind === 'counter') context.watch.meters?.count(name, values)
  }
  const running = await servePages(context)
  const text = await (await fetch(new URL('metrics', running.url))).text()
  await running.close()
  const lines = [...text.matchAll(/^([a-z_]\w*)(?:\{(.*)\})? \S+$/gm)]
  return new Map(
    lines.map(([, name = '', labels = '']) => [
      name,
      new Set([...labels.matchAll(/(\w+)="/g)].map(([, label = '']) => label)),
    ]),
  )
}

describe('alerts and the dashboard', () => {
  test('ask for figures that /metrics serves, by labels they have', async () => {
    const served = await servedMetrics()
    for (const { title, expr } of asked) {
      const named = [...expr.matchAll(/\b((?:twosource|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)]
      assert.ok(named.length > 0 || expr.startsWith('up{'), title)
      for (const [, name = '', matchers = ''] of named) {
        const labels = served.get(name)
        assert.ok(labels, `${title}: there is no ${name}`)
        const grouped = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, by = '']) => by.split(', '))
        const wanted = [...[...matchers.matchAll(/(\w+)=/g)].map(([, label = '']) => label), ...grouped]
        for (const label of wanted.filter((each) => !['job', 'instance'].includes(each)))
          assert.ok(labels.has(label), `${title}: ${name} has no ${label}`)
      }
    }
  })

  test('are read by Prometheus, and ring when they should', (t) => {
    const expressions = drawn.map(({ expr }, index) => ({
      record: `drawn:${index}`,
      expr: expr.replaceAll('$__rate_interval', '5m').replaceAll('$job', 'twosource'),
    }))
    const file = join(folder, 'drawn.yaml')
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'drawn', rules: expressions }] }))
    for (const words of [
      ['check', 'rules', '--lint-fatal', rulesFile, file],
      ['test', 'rules', 'deploy/monitoring/alerts-test.yaml'],
    ]) {
      const { error, status, stdout, stderr } = spawnSync('promtool', words, { encoding: 'utf8' })
      if (error) return t.diagnostic('promtool is not here')
      assert.equal(status, 0, stdout + stderr)
    }
  })

  test('have each panel in a place of its own', () => {
    assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length)
    const places = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
    )
    assert.equal(new Set(places).size, places.length)
    for (const { title, gridPos } of panels) assert.ok(gridPos.x + gridPos.w <= 24, title)
  })
})
