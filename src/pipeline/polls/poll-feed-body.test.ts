import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pollTarget as target } from '../../../test/poll-target.ts'
import type { FetchResult } from '../../core/fetch-result.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { pollFeed } from './poll-feed.ts'

test('a body that was read is given back at once, and its entries stand without it', async () => {
  const xml =
    '<rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>Ünder way</title></item></channel></rss>'
  const body = new TextEncoder().encode(xml)
  const fetched: FetchResult = { kind: 'ok', url: target.url, status: 200, body, contentType: '', validators: {} }
  const context = {
    http: { get: async () => fetched },
    limits: { pollMinutes: 60, feedBytes: 2 ** 20 },
    now: () => new Date('2026-03-01T12:00:00Z'),
  } as unknown as PipelineContext
  const polled = await pollFeed(context, target)
  assert.equal(body.byteLength, 0)
  assert.ok('result' in polled && polled.result.kind === 'parsed')
  assert.equal(polled.result.entries[0]?.entry.title, 'Ünder way')
})
