import assert from 'node:assert/strict'
import { test } from 'node:test'
import { otlpTraces, readOtlpHeaders } from './otlp.ts'
import { createSpanSender } from './span-sender.ts'
import { createTracer, type Span } from './tracer.ts'

function collected(share?: number) {
  const spans: Span[] = []
  return { spans, tracer: createTracer((more) => spans.push(...more), share) }
}

test('the steps of a poll stand below it, and what another process does of it in the same trace', async () => {
  const here = collected()
  const there = collected()
  await here.tracer.poll(
    async () => {
      await here.tracer.step(
        'fetch',
        async () => 'ok',
        () => ({ attributes: { 'twosource.result': 'ok' } }),
      )
      here.tracer.rest('parse')
    },
    () => ({ poll: 'feed 7', attributes: { 'twosource.feed': '7' } }),
  )
  await there.tracer.within(
    'read article',
    async () => {
      there.tracer.timed('extract', 5, 100)
      await there.tracer.step('cluster', async () => {})
    },
    () => ({ poll: 'feed 7' }),
  )
  const [poll, fetch, parse] = here.spans
  const [read, extract, cluster] = there.spans
  assert.ok(poll && fetch && parse && read && extract && cluster)
  assert.deepEqual(
    [...here.spans, ...there.spans].map(({ name }) => name),
    ['poll', 'fetch', 'parse', 'read article', 'extract', 'cluster'],
  )
  assert.equal(new Set([...here.spans, ...there.spans].map(({ traceId }) => traceId)).size, 1)
  assert.equal(poll.parentId, undefined)
  assert.deepEqual([fetch.parentId, parse.parentId, read.parentId], [poll.spanId, poll.spanId, poll.spanId])
  assert.deepEqual([extract.parentId, cluster.parentId], [read.spanId, read.spanId])
  assert.deepEqual([extract.startMs, extract.endMs], [95, 100])
  assert.equal(parse.startMs, fetch.endMs)
})

test('a step that throws is told as an error, and throws on; a poll that came to nothing is not told', async () => {
  const { spans, tracer } = collected()
  await tracer.poll(
    () =>
      tracer
        .step('fetch', async () => {
          throw new Error('no')
        })
        .catch(() => {}),
    () => ({ poll: 'a', isError: true }),
  )
  assert.deepEqual(
    spans.map(({ name, isError }) => [name, isError]),
    [
      ['poll', true],
      ['fetch', true],
    ],
  )
  await tracer.poll(
    async () => {},
    () => undefined,
  )
  await tracer.step('outside', async () => {})
  tracer.timed('outside', 1)
  assert.equal(spans.length, 2)
})

test('a share of the polls is told whole, the same everywhere', async () => {
  const [a, b] = [collected(0.25), collected(0.25)]
  for (let index = 0; index < 400; index++) {
    for (const { tracer } of [a, b])
      await tracer.poll(
        async () => {},
        () => ({ poll: `feed ${index}` }),
      )
  }
  assert.ok(a.spans.length > 60 && a.spans.length < 140, String(a.spans.length))
  assert.deepEqual(
    a.spans.map(({ traceId }) => traceId),
    b.spans.map(({ traceId }) => traceId),
  )
  const none = collected(0)
  none.tracer.report({ poll: 'x' }, 'store', 1, 2)
  assert.equal(none.spans.length, 0)
})

test('spans are written as a collector takes them', () => {
  const span: Span = {
    traceId: 'a'.repeat(32),
    spanId: 'b'.repeat(16),
    name: 'fetch',
    startMs: 1_700_000_000_000.5,
    endMs: 1_700_000_000_001,
    attributes: { text: 'x', whole: 3, part: 0.5, flag: true },
    isError: true,
  }
  const told = JSON.parse(otlpTraces({ name: 'twosource', version: '1', instance: 'i' }, [span]))
  const [written] = told.resourceSpans[0].scopeSpans[0].spans
  assert.deepEqual(written, {
    traceId: span.traceId,
    spanId: span.spanId,
    name: 'fetch',
    kind: 3,
    startTimeUnixNano: '1700000000000500000',
    endTimeUnixNano: '1700000000001000000',
    attributes: [
      { key: 'text', value: { stringValue: 'x' } },
      { key: 'whole', value: { intValue: '3' } },
      { key: 'part', value: { doubleValue: 0.5 } },
      { key: 'flag', value: { boolValue: true } },
    ],
    status: { code: 2 },
  })
  assert.deepEqual(readOtlpHeaders('Authorization=Bearer%20abc, x-team = a=b,broken'), {
    authorization: 'Bearer abc',
    'x-team': 'a=b',
  })
})

test('a collector that is away costs no more than the spans that wait, which are counted as dropped', async () => {
  const counts = { sent: 0, dropped: 0 }
  let isUp = false
  const sender = createSpanSender(
    async () => isUp,
    (result, count) => {
      counts[result] += count
    },
  )
  const spans = (count: number) => Array.from({ length: count }, () => ({ name: 'x' }) as Span)
  sender.take(spans(3_000))
  assert.equal(counts.dropped, 3_000 - 2_048)
  await new Promise((settle) => setImmediate(settle))
  assert.equal(counts.dropped, 3_000)
  isUp = true
  sender.take(spans(10))
  await sender.close()
  assert.deepEqual(counts, { sent: 10, dropped: 3_000 })
})
