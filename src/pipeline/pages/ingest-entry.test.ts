import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DigestInput } from '../digest.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { digestEntry } from './ingest-entry.ts'

test('no page is fetched for a feed that is set to use its own text', async () => {
  const digested: DigestInput[] = []
  const entry = {
    ...{ id: '1', feedId: '2', url: 'https://outlet.example/a', fetchedAt: '2026-03-10T12:00:00.000Z' },
    entry: { key: 'a' },
  }
  const context = {
    store: { articles: { ingestTarget: async () => ({ entry, usesOwnText: true }) } },
    limits: { fetchesPages: true },
    http: new Proxy({}, { get: () => assert.fail('something was fetched') }),
    pool: {
      async digest(input: DigestInput) {
        digested.push(input)
        return { kind: 'done', digest: {} }
      },
    },
  } as unknown as PipelineContext
  const read = await digestEntry(context, '1', 1)
  assert.equal(read?.page, undefined)
  assert.deepEqual(
    digested.map(({ source }) => source),
    [{ kind: 'feed', reason: 'This feed is set to show its own text.' }],
  )
})
