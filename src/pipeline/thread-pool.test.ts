import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../../test/until.ts'
import { createThreadPool } from './thread-pool.ts'

/** A thread that does what its requests say. */
const answers = new URL('./thread-answers.ts', import.meta.url).href
const program = new URL(
  `data:text/javascript,${encodeURIComponent(
    `import { answerRequests } from '${answers}'
    let count = 0
    answerRequests((request) => {
      count += 1
      if (request === 'loop') for (;;);
      if (request === 'throw') throw new TypeError('no')
      if (request === 'end') process.exit(0)
      if (request === 'fill') { const all = []; for (;;) all.push(new Array(1e5).fill({})) }
      if (request === 'function') return () => {}
      if (request === 'never') return new Promise(() => {})
      return request + ' ' + count
    })`,
  )}`,
)
const options = {
  program,
  deadlineMs: 20_000,
  idleMs: 60_000,
  resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 },
}

test('what is asked is done in order; what throws or cannot be handed over is told, and the thread goes on', async () => {
  const pool = createThreadPool<string, string>(options)
  const [first, thrown, odd, last] = await Promise.all(['a', 'throw', 'function', 'b'].map((word) => pool.ask(word)))
  assert.deepEqual(first, { kind: 'done', result: 'a 1' })
  assert.ok(thrown?.kind === 'failed' && thrown.error === 'TypeError: no' && /at /.test(thrown.stack ?? ''))
  assert.equal(odd?.kind, 'failed')
  assert.deepEqual(last, { kind: 'done', result: 'b 4' })
  await pool.close()
})

test('a thread that ends, fills memory or takes too long is replaced, and the next is done all the same', async () => {
  const pool = createThreadPool<string, string>(options)
  const hasty = createThreadPool<string, string>({ ...options, deadlineMs: 400 })
  const [ended, afterwards, full, again] = await Promise.all(['end', 'a', 'fill', 'b'].map((word) => pool.ask(word)))
  assert.equal(ended?.kind, 'fell')
  assert.deepEqual(afterwards, { kind: 'done', result: 'a 1' })
  assert.equal(full?.kind, 'fell')
  assert.deepEqual(again, { kind: 'done', result: 'b 1' })
  assert.deepEqual(await hasty.ask('loop'), { kind: 'too-slow', afterMs: 400 })
  await Promise.all([pool.close(), hasty.close()])
})

test('a thread that is asked nothing is ended, and the next request has a new one', async () => {
  const heard: number[] = []
  const pool = createThreadPool<string, string>({ ...options, idleMs: 1, onThread: (by) => heard.push(by) })
  assert.deepEqual(await pool.ask('a'), { kind: 'done', result: 'a 1' })
  await until('it has begun and ended', () => heard.length === 2)
  assert.deepEqual(await pool.ask('b'), { kind: 'done', result: 'b 1' })
  await pool.close()
  assert.deepEqual([heard.length, heard.reduce((count, by) => count + by)], [4, 0])
})

test('closing stops what waits and what is under way, and takes nothing more', async () => {
  const pool = createThreadPool<string, string>(options)
  const asked = Promise.all(['never', 'a'].map((word) => pool.ask(word)))
  await pool.close()
  assert.deepEqual(await asked, [{ kind: 'stopped' }, { kind: 'stopped' }])
  assert.deepEqual(await pool.ask('b'), { kind: 'stopped' })
})
