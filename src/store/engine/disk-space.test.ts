import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reserveBytes, watchDiskSpace } from './disk-space.ts'

test('a disk with next to nothing free is full before a write fails, and has room again by itself', () => {
  let free = reserveBytes
  let at = 0
  const told: string[] = []
  const room = watchDiskSpace(
    () => free,
    (news) => told.push(news),
    () => at,
  )
  assert.equal(room.isFull(), false)
  free = reserveBytes - 1
  assert.equal(room.isFull(), false, 'It was looked at just now')
  at += 1_000
  assert.equal(room.isFull(), true)
  free = reserveBytes
  at += 1_000
  assert.equal(room.isFull(), false)
  assert.deepEqual(told, ['disk-full', 'disk-has-room'])
})

test('a write that was larger than what is free stands until more is free', () => {
  let free = 2 * reserveBytes
  let at = 0
  const room = watchDiskSpace(
    () => free,
    () => {},
    () => at,
  )
  room.refused()
  assert.equal(room.isFull(), true)
  free = 3 * reserveBytes
  at += 1_000
  assert.equal(room.isFull(), false)
})

test('where nobody can say what is free, a refused write stands for half a minute', () => {
  let at = 0
  const told: string[] = []
  const room = watchDiskSpace(
    () => undefined,
    (news) => told.push(news),
    () => at,
  )
  assert.equal(room.isFull(), false)
  room.refused()
  assert.equal(room.isFull(), true)
  at += 29_000
  assert.equal(room.isFull(), true)
  at += 1_000
  assert.equal(room.isFull(), false)
  assert.deepEqual(told, ['disk-full', 'disk-has-room'])
})
