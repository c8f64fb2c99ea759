import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { makeDatabase, type TestDatabase } from '../../../test/integration/databases.ts'
import { until } from '../../../test/until.ts'
import type { Store } from '../../store/store.ts'
import { type FinishedWriting, openAnswerWriter } from './answer-writer.ts'

const written: FinishedWriting = { kind: 'written', text: { kept: [], dropped: [] }, model: 'own' }

let database: TestDatabase
let store: Store
const openWriter = (minutes = 0) =>
  openAnswerWriter(() => new Date(Date.parse('2026-03-17T10:00:00Z') + minutes * 60_000), store.answerWritings)

/** A generation that ends on request. */
function held() {
  const { promise, resolve } = Promise.withResolvers<FinishedWriting>()
  let signal: AbortSignal | undefined
  let say: (soFar: string) => void = () => {}
  return {
    resolve,
    signal: () => signal,
    say: (soFar: string) => say(soFar),
    make: (given: AbortSignal, onText: (soFar: string) => void) => {
      signal = given
      say = onText
      return promise
    },
  }
}

describe('the desk of written answers', () => {
  beforeEach(async () => {
    database = await makeDatabase('sqlite')
    store = await database.open()
  })
  afterEach(() => database.remove())

  it('answers what is quick at once, and tells what is not how far it is', async () => {
    const answers = openWriter()
    assert.deepEqual(await answers.write('a', 5000, async () => written), written)
    const slow = held()
    assert.equal((await answers.write('b', 1, slow.make)).kind, 'writing')
    slow.say('twelve chars')
    assert.deepEqual(await answers.find('b'), {
      kind: 'writing',
      startedAt: '2026-03-17T10:00:00.000Z',
      characters: 12,
    })
    slow.resolve(written)
    assert.deepEqual(await answers.write('b', 5000, slow.make), written)
    assert.equal(await answers.find('c'), undefined)
  })

  it('writes a thing once, and again only when it failed', async () => {
    const answers = openWriter()
    let count = 0
    const make = async (): Promise<FinishedWriting> => {
      count += 1
      return count === 1 ? { kind: 'failed', reason: 'timeout' } : written
    }
    assert.deepEqual(await answers.write('a', 5000, make), { kind: 'failed', reason: 'timeout' })
    assert.deepEqual(await answers.write('a', 5000, make), written)
    await answers.write('a', 5000, make)
    assert.equal(count, 2)
  })

  it('stops what is cancelled, and does not show what comes of it after all', async () => {
    const answers = openWriter()
    const slow = held()
    await answers.write('a', 1, slow.make)
    await answers.cancel('a')
    assert.equal(slow.signal()?.aborted, true)
    slow.resolve(written)
    await Promise.resolve()
    assert.deepEqual(await answers.find('a'), { kind: 'failed', reason: 'cancelled' })
    await answers.write('b', 5000, async () => written)
    await answers.cancel('b')
    assert.deepEqual(await answers.find('b'), written)
  })

  it('writes four at once at most, and outlives a mistake of the writer', async () => {
    const answers = openWriter()
    const slow = held()
    for (const key of ['a', 'b', 'c', 'd']) await answers.write(key, 1, slow.make)
    assert.deepEqual(await answers.write('e', 1, slow.make), { kind: 'failed', reason: 'busy' })
    slow.resolve(written)
    assert.deepEqual(await answers.write('d', 5000, slow.make), written)
    const broken = await answers.write('e', 5000, () => Promise.reject(new Error('ours')))
    assert.deepEqual(broken, { kind: 'failed', reason: 'failed' })
  })

  it('is shown, used and stopped by every node', async () => {
    const [here, there] = [openWriter(), openWriter()]
    const slow = held()
    assert.equal((await here.write('a', 1, slow.make)).kind, 'writing')
    assert.equal((await there.find('a'))?.kind, 'writing')
    assert.equal((await there.write('a', 1, () => assert.fail('it is being written'))).kind, 'writing')
    slow.resolve(written)
    await here.write('a', 5000, slow.make)
    assert.deepEqual(await there.find('a'), written)
    const other = held()
    await here.write('b', 1, other.make)
    await there.cancel('b')
    assert.deepEqual(await there.find('b'), { kind: 'failed', reason: 'cancelled' })
    await until('who writes hears of it', () => other.signal()?.aborted)
    assert.deepEqual(await here.find('b'), { kind: 'failed', reason: 'cancelled' })
    other.resolve(written)
  })

  it('is given up where its node ended, and forgotten after a day', async () => {
    const slow = held()
    await openWriter().write('a', 1, slow.make)
    slow.resolve(written)
    await store.answerWritings.begin('unknown', '{}', '2026-03-17T10:00:00.000Z', '2026-03-16T10:00:00.000Z')
    const later = openWriter(25 * 60)
    await later.write('b', 5000, async () => written)
    assert.equal(await store.answerWritings.find('unknown'), undefined)
    assert.equal(await later.find('a'), undefined)
  })

  it('keeps some hundred in memory, the newest, and shows the others too', async () => {
    const answers = openWriter()
    for (let index = 0; index < 310; index++) await answers.write(`k${index}`, 5000, async () => written)
    assert.deepEqual(await answers.find('k0'), written)
    assert.deepEqual(await answers.find('k309'), written)
  })
})
