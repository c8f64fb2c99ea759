import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWordTable, packWordTable, type Translation } from './word-table.ts'

const packed = (words: Readonly<Record<string, Translation>>) =>
  openWordTable(packWordTable(new Map(Object.entries(words))))

describe('a packed list of words', () => {
  it('gives the stems of a key with their shares, and nothing for other keys', () => {
    const { find } = packed({ brand: [['fire', 1] as const, ['blaz', 0.65] as const], brandung: [['surf', 1]] })
    assert.deepEqual(find('brand'), [
      ['fire', 1],
      ['blaz', 0.65],
    ])
    assert.deepEqual(find('brandung'), [['surf', 1]])
    for (const other of ['', 'a', 'bran', 'brande', 'brandunge', 'z', 'brände', 'x'.repeat(300)])
      assert.equal(find(other), undefined, other)
  })

  it('rounds shares to those it can write', () => {
    assert.deepEqual(packed({ a: [['b', 0.5] as const, ['c', 0.01] as const] }).find('a'), [
      ['b', 0.4],
      ['c', 0.2],
    ])
  })

  it('finds every key among thousands that begin alike, and none between them', () => {
    let seed = 7
    const next = (most: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % most
    }
    const letters = () => Array.from({ length: next(9) }, () => 'abc'[next(3)]).join('')
    const starts = ['', '=', 'ab', 'aaaaaaaaaaaaaa', 'bundesverfassungsgericht']
    const words = new Map<string, Translation>()
    for (let i = 0; i < 4_000; i++)
      words.set(`${starts[next(starts.length)]}${letters()}x`, [
        [`stem${next(50)}`, 1],
        ...(i % 3 ? [] : [['and', 0.4] as const]),
      ])
    const { find } = openWordTable(packWordTable(words))
    for (const [key, translation] of words) assert.deepEqual(find(key), translation, key)
    for (let i = 0; i < 4_000; i++) {
      const key = `${starts[next(starts.length)]}${letters()}`
      assert.equal(find(key), undefined, key)
    }
  })

  it('may be empty, and takes no more stems than it can number', () => {
    assert.equal(packed({}).find('a'), undefined)
    const many = new Map(Array.from({ length: 16_385 }, (_, i) => [`k${i}`, [[`s${i}`, 1]] as Translation]))
    assert.throws(() => packWordTable(many), /16385 stems/)
  })
})
