import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { whileUnchanged } from './while-unchanged.ts'

describe('an answer that is kept while nothing is written', () => {
  it('is read once for each key, and again after a write', async () => {
    let version = 1
    let reads = 0
    const ask = whileUnchanged({ dataVersion: () => version }, async (name: string) => `${name} ${++reads}`)
    assert.deepEqual([await ask('a'), await ask('b'), await ask('a')], ['a 1', 'b 2', 'a 1'])
    version = 2
    assert.equal(await ask('a'), 'a 3')
  })

  it('is read every time where the database cannot say whether anything was written', async () => {
    let reads = 0
    const ask = whileUnchanged({}, async () => ++reads)
    assert.deepEqual([await ask(), await ask()], [1, 2])
  })

  it('is not kept when it failed', async () => {
    let reads = 0
    const ask = whileUnchanged({ dataVersion: () => 1 }, async () => {
      reads += 1
      if (reads === 1) throw new Error('away')
      return reads
    })
    await assert.rejects(ask())
    assert.equal(await ask(), 2)
  })

  it('is kept for no more keys than said', async () => {
    let reads = 0
    const ask = whileUnchanged({ dataVersion: () => 1 }, async (name: string) => `${name} ${++reads}`, 2)
    assert.deepEqual([await ask('a'), await ask('b'), await ask('a'), await ask('b')], ['a 1', 'b 2', 'a 1', 'b 2'])
    assert.deepEqual([await ask('c'), await ask('c'), await ask('a')], ['c 3', 'c 3', 'a 4'])
  })
})
