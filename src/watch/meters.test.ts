import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lintMetrics } from '../../test/lint-metrics.ts'
import { meterList } from './meter-list.ts'
import { createMeters } from './meters.ts'

const list = {
  asked_total: { kind: 'counter', help: 'How often.', labels: ['route', 'status'] },
  took_seconds: { kind: 'histogram', help: 'How long.', labels: ['route'], buckets: [0.1, 1] },
  warm: { kind: 'gauge', help: 'A \\ and\na line.' },
} as const

test('what was counted is written in the text format, with labels escaped', () => {
  const meters = createMeters(list)
  meters.count('asked_total', ['/a"b\\c\n', '200'])
  meters.count('asked_total', ['/a"b\\c\n', '200'], 2)
  for (const seconds of [0.05, 0.1, 0.5, 3]) meters.observe('took_seconds', ['/'], seconds)
  const text = meters.write([['warm', [], 1.5]])
  assert.equal(
    text,
    [
      '# HELP asked_total How often.',
      '# TYPE asked_total counter',
      'asked_total{route="/a\\"b\\\\c\\n",status="200"} 3',
      '# HELP took_seconds How long.',
      '# TYPE took_seconds histogram',
      'took_seconds_bucket{route="/",le="0.1"} 2',
      'took_seconds_bucket{route="/",le="1"} 3',
      'took_seconds_bucket{route="/",le="+Inf"} 4',
      'took_seconds_sum{route="/"} 3.65',
      'took_seconds_count{route="/"} 4',
      '# HELP warm A \\\\ and\\na line.',
      '# TYPE warm gauge',
      'warm 1.5',
      '',
    ].join('\n'),
  )
  assert.deepEqual(lintMetrics(text), [])
})

test('readings that are no number, and figures nothing was counted of, are left out', () => {
  assert.equal(createMeters(list).write([['warm', [], Number.NaN]]), '')
})

test('labels made up without end are counted together', () => {
  const meters = createMeters(list)
  for (let index = 0; index < 2_000; index++) meters.count('asked_total', [`/${index}`, '200'])
  const lines = meters.write().split('\n')
  assert.equal(lines.filter((line) => line.startsWith('asked_total{')).length, 501)
  assert.ok(lines.includes('asked_total{route="other",status="other"} 1500'))
})

test('every meter there is has a name as it should be, and a help', () => {
  const meters = createMeters(meterList)
  for (const [name, { kind, labels = [] }] of Object.entries(meterList) as [
    keyof typeof meterList,
    { kind: string; labels?: readonly string[] },
  ][]) {
    const values = labels.map(() => 'x')
    if (kind === 'histogram') meters.observe(name, values, 1)
    else meters.count(name, values)
  }
  assert.deepEqual(lintMetrics(meters.write()), [])
})
