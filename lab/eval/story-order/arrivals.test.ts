import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomNumbers } from '../../bench/material/random-numbers.ts'
import { arrivals, arrive } from './arrivals.ts'

const places = Array.from({ length: 1000 }, (_, place) => place)

test('each arrival has all articles once, none earlier than the lateness of others allows', () => {
  for (const arrival of arrivals) {
    const order = arrive(places, arrival, randomNumbers(1))
    assert.deepEqual(
      order.toSorted((one, other) => one - other),
      places,
    )
    assert.notDeepEqual(order, places)
    const most = Math.max(...order.map((place, at) => place - at))
    assert.ok(most <= arrival.late + (arrival.held ?? 0), `${arrival.name}: ${most}`)
  }
})

test('nobody late is the order there was', () => {
  assert.deepEqual(arrive(places, { name: 'none', about: '', late: 0 }, randomNumbers(1)), places)
})
