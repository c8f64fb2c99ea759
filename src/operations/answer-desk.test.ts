import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Finished, openAnswerDesk } from './answer-desk.ts'

const written: Finished = { kind: 'written', text: { kept: [], dropped: [] }, model: 'own' }
const desk = () => openAnswerDesk(() => new Date('2026-03-17T10:00:00Z'))

/** A writing that ends when told. */
function held() {
  const { promise, resolve } = Promise.withResolvers<Finished>()
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
  it('answers what is quick at once, and tells what is not how far it is', async () => {
    const answers = desk()
    assert.deepEqual(await answers.write('a', 5000, async () => written), written)
    const slow = held()
    assert.equal((await answers.write('b', 1, slow.make)).kind, 'writing')
    slow.say('twelve chars')
    assert.deepEqual(answers.find('b'), { kind: 'writing', startedAt: '2026-03-17T10:00:00.000Z', characters: 12 })
    slow.resolve(written)
    assert.deepEqual(await answers.write('b', 5000, slow.make), written)
    assert.equal(answers.find('c'), undefined)
  })

  it('writes a thing once, and again only when it failed', async () => {
    const answers = desk()
    let count = 0
    const make = async (): Promise<Finished> => {
      count += 1
      return count === 1 ? { kind: 'failed', reason: 'timeout' } : written
    }
    assert.deepEqual(await answers.write('a', 5000, make), { kind: 'failed', reason: 'timeout' })
    assert.deepEqual(await answers.write('a', 5000, make), written)
    await answers.write('a', 5000, make)
    assert.equal(count, 2)
  })

  it('stops what is cancelled, and does not show what comes of it after all', async () => {
    const answers = desk()
    const slow = held()
    await answers.write('a', 1, slow.make)
    answers.cancel('a')
    assert.equal(slow.signal()?.aborted, true)
    slow.resolve(written)
    await Promise.resolve()
    assert.deepEqual(answers.find('a'), { kind: 'failed', reason: 'cancelled' })
    await answers.write('b', 5000, async () => written)
    answers.cancel('b')
    assert.deepEqual(answers.find('b'), written)
  })

  it('writes four at once at most, and outlives a mistake of the writer', async () => {
    const answers = desk()
    const slow = held()
    for (const key of ['a', 'b', 'c', 'd']) await answers.write(key, 1, slow.make)
    assert.deepEqual(await answers.write('e', 1, slow.make), { kind: 'failed', reason: 'busy' })
    slow.resolve(written)
    assert.deepEqual(await answers.write('d', 5000, slow.make), written)
    const broken = await answers.write('e', 5000, () => Promise.reject(new Error('ours')))
    assert.deepEqual(broken, { kind: 'failed', reason: 'failed' })
  })

  it('keeps some hundred, the newest', async () => {
    const answers = desk()
    for (let index = 0; index < 320; index++) await answers.write(`k${index}`, 5000, async () => written)
    assert.equal(answers.find('k0'), undefined)
    assert.deepEqual(answers.find('k319'), written)
  })
})
