import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FeedEntry } from '../../core/entry.ts'
import { minutesByRhythm, rhythmOf, withArrival } from './feed-rhythm.ts'

const DAY_MS = 86_400_000
const atMs = Date.parse('2026-03-01T12:00:00Z')
const entry = (daysAgo: number): FeedEntry => ({
  key: `${daysAgo}`,
  title: '',
  publishedAt: new Date(atMs - daysAgo * DAY_MS).toISOString(),
  authors: [],
  categories: [],
  enclosures: [],
})
const minutesOf = (daysAgo: readonly number[], arrivals: readonly string[] = []) =>
  minutesByRhythm({ ...rhythmOf(daysAgo.map(entry), atMs), arrivals }, atMs, 60)

test('a feed is asked about eight times between two entries, at most half a day apart', () => {
  assert.equal(minutesOf([0, 0.02, 0.04, 0.06]), 60, 'a busy one at the usual pace')
  assert.equal(minutesOf([0.5, 1.5, 2.5, 3.5]), 180)
  assert.equal(minutesOf([3, 10, 17, 24]), 720)
  assert.equal(minutesOf([20, 50, 80, 110]), 720)
})

test('a feed silent for three months is asked once a day', () => assert.equal(minutesOf([100, 101, 102]), 1440))

test('entries of the future and without a time say nothing', () => {
  assert.equal(minutesOf([-1, -2, -3, -4]), undefined)
  assert.deepEqual(rhythmOf([{ ...entry(1), publishedAt: 'soon' }, entry(2), entry(3)], atMs), {})
})

test('a burst is not slept through', () => {
  assert.equal(minutesOf([0.01, 0.02, 0.03, 7, 14, 21]), 60)
})

test('where entries come sooner than their times say, that counts', () => {
  const found = [3, 2, 1, 0].map((hours) => new Date(atMs - hours * 3_600_000).toISOString())
  assert.equal(minutesOf([100, 130, 160, 190], found), 60)
  assert.equal(minutesOf([100, 130, 160, 190], found.slice(2)), 1440, 'twice is no rhythm')
})

test('the last finds are remembered, each once', () => {
  assert.deepEqual(withArrival(['a'], 'a'), ['a'])
  assert.deepEqual(withArrival(['1', '2', '3', '4', '5'], '6'), ['2', '3', '4', '5', '6'])
  assert.deepEqual(withArrival(undefined, undefined), [])
})
