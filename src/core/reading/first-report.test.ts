import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY_ONLY } from '../time/day-only.ts'
import { firstReport } from './first-report.ts'

const told = (sourceName: string, publishedAt: string) => ({ sourceName, publishedAt })

test('who told first is known by time, whatever the zone', () => {
  const all = [told('A', '2026-03-10T10:30:00Z'), told('B', '2026-03-10T12:00:00+02:00')]
  assert.equal(firstReport(all)?.sourceName, 'B')
})

test('who told first is not known where only the day of one is', () => {
  const day = told('A', `2026-03-10${DAY_ONLY}`)
  assert.equal(firstReport([day, told('B', '2026-03-10T13:00:00Z')]), undefined)
  assert.equal(firstReport([day, told('B', '2026-03-10T09:00:00Z')]), undefined)
  assert.equal(firstReport([day, told('B', '2026-03-12T09:00:00Z')])?.sourceName, 'A')
  assert.equal(firstReport([day, told('A', '2026-03-10T13:00:00Z')])?.sourceName, 'A')
  assert.equal(firstReport([told('C', '')]), undefined)
})
