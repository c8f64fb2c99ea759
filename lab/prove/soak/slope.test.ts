import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomNumbers } from '../../bench/material/random-numbers.ts'
import { slopeOf } from './slope.ts'

const points = (value: (index: number) => number) =>
  Array.from({ length: 160 }, (_, index) => ({ atSeconds: index * 15, value: value(index) }))

test('a straight line has its slope, without doubt', () => {
  const { perHour, within, mean } = slopeOf(points((index) => 100 + index))
  assert.ok(Math.abs(perHour - 240) < 1e-6)
  assert.ok(within < 1e-6)
  assert.equal(mean, 179.5)
})

test('noise has none that would stand out', () => {
  const random = randomNumbers(7)
  const { perHour, within } = slopeOf(points(() => 100 + random()))
  assert.ok(Math.abs(perHour) < within, `${perHour} ± ${within}`)
})

test('waves leave more doubt than noise of the same height', () => {
  const random = randomNumbers(7)
  const noise = slopeOf(points(() => random()))
  const waves = slopeOf(points((index) => 0.5 + 0.5 * Math.sin(index / 6)))
  assert.ok(waves.within > 2 * noise.within, `${waves.within} and ${noise.within}`)
})

test('two points say nothing', () => {
  assert.equal(slopeOf(points(() => 1).slice(0, 2)).within, Number.POSITIVE_INFINITY)
})
