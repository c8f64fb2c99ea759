import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { containment, sharedCount } from '../words.ts'
import { groupAlike } from './group-alike.ts'

type Stems = ReadonlySet<string>

const stemsOf = (item: Stems) => item
/** As for quotations: most words of the shorter one, three or all of them. */
const isSame = (a: Stems, b: Stems) =>
  sharedCount(a, b) >= Math.min(3, a.size, b.size) && a.size > 0 && b.size > 0 && containment(a, b) >= 0.6

describe('groupAlike', () => {
  test('puts each into the first group that has one it is the same as', () => {
    const items = ['a b c', 'x y z', 'a b c x y z', 'x y z w', 'q'].map((words) => new Set(words.split(' ')))
    const groups = groupAlike(items, stemsOf, isSame).map((group) => group.map((item) => items.indexOf(item)))
    assert.deepEqual(groups, [[0, 2, 3], [1], [4]])
  })

  test('groups a thousand as holding each against each does', () => {
    let state = 7
    const next = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return (state >>> 8) % below
    }
    const items = Array.from(
      { length: 1000 },
      () => new Set(Array.from({ length: next(9) }, () => `word${next(3) * next(12)}`)),
    )
    const plain: Stems[][] = []
    for (const item of items) {
      const known = plain.find((group) => group.some((other) => isSame(item, other)))
      if (known) known.push(item)
      else plain.push([item])
    }
    assert.deepEqual(groupAlike(items, stemsOf, isSame), plain)
    assert.ok(plain.length > 5 && plain.length < 900, `${plain.length} groups`)
  })

  test('holds an item without words against all', () => {
    const items = ['and', 'bridge', 'and', 'or']
    const groups = groupAlike(
      items,
      (item) => new Set(item === 'bridge' ? [item] : []),
      (a, b) => a === b,
    )
    assert.deepEqual(groups, [['and', 'and'], ['bridge'], ['or']])
  })
})
