import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cachedFigures, type SourceFigures, sourceBatches } from './source-figures.ts'

test('sources are read in batches of a bounded number of entries, each once and in order', () => {
  const entries = [10, 6_000, 0, 4_975, 90, 3_000, 1_000, ...Array.from({ length: 1_200 }, () => 0)]
  const sources = entries.map((count, id) => ({ id, entries: count }))
  const batches = sourceBatches(sources)
  assert.deepEqual(
    batches.flat(),
    sources.map(({ id }) => id),
  )
  assert.deepEqual(batches.slice(0, 4), [[0], [1], [2, 3], Array.from({ length: 91 }, (_, index) => 4 + index)])
  assert.ok(batches.every(({ length }) => length <= 500))
  assert.deepEqual(sourceBatches([]), [])
})

test('figures that are soon read are read each time, those that take long now and then, and once for all who ask meanwhile', async () => {
  const none: SourceFigures = {
    articles: new Map(),
    edited: new Map(),
    own: new Map(),
    stories: new Map(),
    firsts: new Map(),
  }
  let nowMs = 1
  const waiting: PromiseWithResolvers<SourceFigures>[] = []
  const figures = cachedFigures(
    () => {
      waiting.push(Promise.withResolvers<SourceFigures>())
      return waiting.at(-1)!.promise
    },
    () => nowMs,
  )
  const asked = [figures(), figures()]
  assert.equal(waiting.length, 1)
  waiting[0]!.resolve(none)
  assert.deepEqual(await Promise.all(asked), [none, none])
  const failing = figures()
  assert.equal(waiting.length, 2)
  waiting[1]!.reject(new Error('busy'))
  await assert.rejects(failing, /busy/)
  const long = figures()
  assert.equal(waiting.length, 3, 'what failed is asked again')
  nowMs += 1_000
  waiting[2]!.resolve(none)
  await long
  nowMs += 40_000
  await figures()
  assert.equal(waiting.length, 3)
  nowMs += 20_000
  figures()
  assert.equal(waiting.length, 4)
})
