import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { DigestInput } from '../digest.ts'
import { createAnalysisPool } from './analysis-pool.ts'

const pools: ReturnType<typeof createAnalysisPool>[] = []
after(() => Promise.all(pools.map((pool) => pool.close())))

function openPool(threads: number, deadlineMs: number) {
  const pool = createAnalysisPool({ threads, deadlineMs })
  pools.push(pool)
  return pool
}

const inputOf = (
  key: string,
  html = `<p>The ferry ${key} runs again on Monday, the harbor master said.</p>`,
): DigestInput => ({
  entry: { key, title: `Ferry ${key} runs again`, authors: [], categories: [], enclosures: [], contentHtml: html },
  source: { kind: 'feed', reason: 'For the test.' },
  fallbackKey: key,
  fetchedAt: '2026-03-10T09:00:00Z',
})

/** Throws inside the thread: the thread cannot read it. */
const broken = { ...inputOf('broken'), entry: undefined } as unknown as DigestInput

/** A thread reads all that analysis is made of when it starts, so those who only ask share theirs. */
const shared = openPool(2, 60_000)

test('articles are read in threads, each answered with its own text', async () => {
  const keys = ['a', 'b', 'c', 'd', 'e']
  const results = await Promise.all(keys.map((key) => shared.digest(inputOf(key))))
  assert.deepEqual(
    results.map((result) => result.kind === 'done' && result.digest.document.title),
    keys.map((key) => `Ferry ${key} runs again`),
  )
})

test('an article that cannot be read is a value, and the thread goes on with the next', async () => {
  const pool = openPool(1, 60_000)
  const [failed, next] = await Promise.all([pool.digest(broken), pool.digest(inputOf('next'))])
  assert.ok(failed.kind === 'failed')
  assert.match(failed.error, /TypeError/)
  assert.equal(next.kind, 'done')
})

test('an article that takes longer than the deadline is ended with its thread, and so is the next in a new one', async () => {
  const impatient = openPool(1, 1)
  const results = await Promise.all([impatient.digest(inputOf('slow')), impatient.digest(inputOf('slow too'))])
  assert.deepEqual(results, [
    { kind: 'too-slow', afterMs: 1 },
    { kind: 'too-slow', afterMs: 1 },
  ])
})

test('closing settles what waits and what is being read, and takes nothing more', async () => {
  const pool = openPool(1, 60_000)
  const pending = ['a', 'b', 'c'].map((key) => pool.digest(inputOf(key)))
  await pool.close()
  for (const result of await Promise.all(pending)) {
    assert.ok(result.kind === 'failed')
    assert.match(result.error, /^Stopped/)
  }
  await assert.rejects(pool.digest(inputOf('late')), /closed: stop the pipeline/)
  await pool.close()
})
