import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boardText, standings } from './board.ts'
import type { Kept } from './history.ts'
import { sparkline } from './sparkline.ts'
import { tableOf } from './table.ts'
import { targets } from './targets.ts'

const run = (at: string, cpuSeconds: number): Kept => ({
  name: 'refresh',
  load: '',
  rows: [{ what: 'first refresh', figures: { cpuSeconds } }],
  peakMemoryMb: 150,
  notes: [],
  at,
  commit: 'abc',
  node: 'v24',
  cpu: '',
  cores: 2,
  load1: 0,
})

test('the last run counts, held against target and peer; what was never measured says so', () => {
  const rows = standings([run('2026-01-01T00:00:00Z', 20), run('2026-01-02T00:00:00Z', 8)])
  const first = rows.find(({ row, bench }) => bench === 'refresh' && row === 'first refresh')
  assert.deepEqual([first?.value, first?.isMet, first?.timesPeer, first?.earlier], [8, true, 32.3 / 8, [20, 8]])
  assert.match(boardText(standings([])), /–.*\nNothing was measured yet/)
})

test('no two targets ask for the same figure', () => {
  const asked = targets.map(({ bench, row, figure }) => `${bench} ${row} ${figure}`)
  assert.equal(new Set(asked).size, asked.length)
})

test('a sparkline and a table', () => {
  assert.equal(sparkline([1, 2, 3]), '▁▅█')
  assert.equal(sparkline([2, 2]), '▄▄')
  assert.equal(
    tableOf(
      ['what', 'n'],
      [
        ['a', '10'],
        ['longer', '2'],
      ],
    ),
    'what     n\n──────  ──\na       10\nlonger   2',
  )
})
