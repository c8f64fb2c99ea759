import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { alignInOrder, weighByRest } from './align-in-order.ts'

const text = (...sentences: string[]) => sentences.map((sentence) => new Set(sentence.split(' ')))
const alike = () => 1

describe('what two texts say in the same order', () => {
  test('words may change places inside a sentence', () => {
    const { share, pairs } = alignInOrder(text('ferri shoal hit', 'captain fault'), text('shoal ferri', 'fault'), alike)
    assert.equal(share, 1)
    assert.deepEqual(
      pairs.map(({ a, b }) => [a, b]),
      [
        [0, 0],
        [1, 1],
      ],
    )
  })

  test('sentences that change places count once', () => {
    const { share } = alignInOrder(text('ferri shoal', 'captain fault'), text('captain fault', 'ferri shoal'), alike)
    assert.equal(share, 0.5)
  })

  test('sentences between do not break the order', () => {
    const { share } = alignInOrder(
      text('ferri shoal', 'captain fault'),
      text('ferri shoal', 'bus', 'captain fault'),
      alike,
    )
    assert.equal(share, 1)
  })

  test('a text without words agrees with nothing', () => {
    assert.deepEqual(alignInOrder([], text('ferri'), alike), { share: 0, pairs: [] })
    assert.deepEqual(alignInOrder(text('ferri'), [new Set()], alike), { share: 0, pairs: [] })
  })

  test('sentences with less in common than asked for are not aligned', () => {
    const [a, b] = [text('ferri shoal hit dawn'), text('ferri bus road town')]
    assert.equal(alignInOrder(a, b, alike).pairs.length, 1)
    assert.equal(alignInOrder(a, b, alike, { share: 0.3, weight: 2 }).pairs.length, 0)
  })
})

describe('what a word says', () => {
  test('nothing is taken from a word when there are no other texts', () => {
    assert.equal(weighByRest([])('ferri'), 1)
  })

  test('a word says less the more of the other texts have it', () => {
    const weigh = weighByRest(text('ferri shoal', 'ferri bus', 'ferri'))
    assert.equal(weigh('ferri'), 0.25)
    assert.equal(weigh('shoal'), 0.75)
    assert.equal(weigh('captain'), 1)
  })
})
