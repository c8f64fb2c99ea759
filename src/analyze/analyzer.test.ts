import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Sentence } from '../core/annotation.ts'
import { all } from './all.ts'
import { type AnyAnalyzer, defineAnalyzer, inOrder } from './analyzer.ts'

const none = (): readonly [] => []
const sentences: AnyAnalyzer = { assigns: 'sentences', requires: [], version: 1, run: none }
const mentions: AnyAnalyzer = { assigns: 'mentions', requires: ['sentences'], version: 1, run: none }
const quotes: AnyAnalyzer = { assigns: 'quotes', requires: ['sentences', 'mentions'], version: 1, run: none }

describe('inOrder', () => {
  it('gives back a list in which each comes after what it requires', () => {
    const list = [sentences, mentions, quotes]
    assert.equal(inOrder(list), list)
  })

  it('refuses one that runs too early, by name', () => {
    assert.throws(() => inOrder([mentions, sentences]), /Analyzer "mentions" runs before sentences/)
  })

  it('refuses a missing one, by name', () => {
    assert.throws(() => inOrder([sentences, quotes]), /Analyzer "quotes" requires mentions, which no analyzer/)
  })

  it('refuses two for one layer', () => {
    assert.throws(() => inOrder([sentences, sentences]), /Two analyzers assign "sentences"/)
  })

  it('accepts our own list', () => {
    assert.deepEqual(
      inOrder(all).map(({ assigns }) => assigns),
      ['sentences', 'mentions', 'times', 'quotes', 'figures', 'commitments', 'signals', 'amendments', 'topics'],
    )
  })
})

describe('defineAnalyzer', () => {
  it('gives run the layers it requires, typed', () => {
    const first = defineAnalyzer({
      assigns: 'sentences',
      requires: ['mentions'],
      version: 1,
      run: (_doc, layers) => layers.mentions.map(({ span }): Sentence => ({ span, block: 0, index: 0 })),
    })
    assert.equal(first.assigns, 'sentences')
  })

  it('does not compile for a layer nobody declared', () => {
    defineAnalyzer({
      // @ts-expect-error: there is no layer of this name
      assigns: 'rumors',
      requires: [],
      version: 1,
      run: () => [],
    })
  })

  it('does not compile when a required layer is unknown', () => {
    defineAnalyzer({
      assigns: 'quotes',
      // @ts-expect-error: there is no layer of this name
      requires: ['rumors'],
      version: 1,
      run: () => [],
    })
  })

  it('does not compile when a layer is used that is not required', () => {
    defineAnalyzer({
      assigns: 'quotes',
      requires: ['sentences'],
      version: 1,
      run: (_doc, layers) => {
        // @ts-expect-error: mentions is not required
        const used: unknown = layers.mentions
        return used === undefined ? [] : []
      },
    })
  })

  it('does not compile when the items are of another layer', () => {
    defineAnalyzer({
      assigns: 'quotes',
      requires: ['sentences'],
      version: 1,
      // @ts-expect-error: sentences are no quotes
      run: (_doc, layers) => layers.sentences,
    })
  })
})
