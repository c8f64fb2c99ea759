import assert from 'node:assert/strict'
import { test } from 'node:test'
import { client } from '../../test/http-client.ts'
import { serve } from '../../test/loopback-server.ts'
import type { FetchResult } from '../core/fetch-result.ts'
import { hostPauses } from './host-pauses.ts'

const HOUR_MS = 3_600_000
const busy = (retryAfterSeconds?: number): FetchResult => ({
  kind: 'busy',
  status: 503,
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
})
const good: FetchResult = { kind: 'not-modified', validators: {} }

test('a pause lasts as long as was asked for, to the second, and 30 days at most', () => {
  let now = 0
  const pauses = hostPauses(() => new Date(now))
  pauses.record('a.example', busy(8 * 86_400))
  assert.equal(pauses.untilOf('a.example'), 8 * 86_400_000)
  assert.equal(pauses.untilOf('a.example:8080'), undefined, 'another port is another server')
  now = 8 * 86_400_000
  assert.equal(pauses.untilOf('a.example'), undefined)
  pauses.record('b.example', busy(86_400 * 365))
  assert.equal(pauses.untilOf('b.example'), now + 30 * 86_400_000)
})

test('a pause without a length is an hour, then doubles up to a day, until the host answers', () => {
  let now = 0
  const pauses = hostPauses(() => new Date(now))
  const hours: number[] = []
  for (let time = 0; time < 7; time++) {
    pauses.record('a.example', busy())
    const until = pauses.untilOf('a.example')!
    hours.push((until - now) / HOUR_MS)
    now = until
  }
  assert.deepEqual(hours, [1, 2, 4, 8, 16, 24, 24])
  pauses.record('a.example', good)
  pauses.record('a.example', busy())
  assert.equal(pauses.untilOf('a.example')! - now, HOUR_MS)
})

test('what changed is told once, and what another process knew is taken in', () => {
  const pauses = hostPauses(() => new Date(0))
  pauses.record('a.example', busy(60))
  pauses.record('a.example', busy(30))
  assert.deepEqual(pauses.unsaved(), [{ host: 'a.example', until: new Date(60_000).toISOString(), unsaidCount: 0 }])
  assert.deepEqual(pauses.unsaved(), [])
  pauses.add([{ host: 'b.example', until: new Date(5000).toISOString(), unsaidCount: 2 }])
  assert.equal(pauses.untilOf('b.example'), 5000)
  assert.deepEqual(pauses.unsaved(), [])
})

test('nothing is sent to a host in its pause, not even what stood in line', async () => {
  let asked = 0
  const base = await serve((_request, response) => {
    asked += 1
    response.writeHead(429, { 'retry-after': '600' }).end()
  })
  const http = client({ perHost: 1 })
  const pauses = hostPauses(() => new Date())
  const answers = await Promise.all([1, 2, 3].map((n) => http.get(`${base}/${n}`, { pauses })))
  assert.equal(asked, 1)
  const held = answers.map((answer) => answer.kind === 'busy' && answer.isHeld === true)
  assert.deepEqual(held.toSorted(), [false, true, true])
  assert.equal((await http.get(`${base}/page`, { pauses: { untilOf: pauses.untilOf } })).kind, 'busy')
  assert.equal(asked, 1)
})

test('of thousands of hosts, those whose pause is over and written down are forgotten', () => {
  let now = 0
  const pauses = hostPauses(() => new Date(now))
  pauses.record('old.example', busy())
  now = 2 * HOUR_MS
  for (let number = 0; number < 10_000; number += 1) pauses.record(`${number}.example`, busy(86_400))
  pauses.record('old.example', busy())
  assert.equal(pauses.untilOf('old.example'), now + 2 * HOUR_MS, 'not before it is written down')
  pauses.unsaved()
  now += 3 * HOUR_MS
  pauses.record('new.example', busy(60))
  pauses.record('old.example', busy())
  assert.equal(pauses.untilOf('old.example'), now + HOUR_MS, 'it begins anew')
  assert.ok(pauses.untilOf('9999.example'), 'a pause that lasts is known')
})
