import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, layersOf } from '../../test-document.ts'

/** Who says the first quotation of a text under a headline. */
function saysFirst(title: string, ...lines: string[]): string | undefined {
  const plain = documentOf([title, ...lines])
  const doc = {
    ...plain,
    blocks: plain.blocks.map((block, i) => (i === 0 ? { ...block, kind: 'heading' as const } : block)),
  }
  return layersOf(doc).quotes?.items[0]?.speaker?.name
}

describe('the words of a headline', () => {
  it('are those of whoever says them below', () => {
    assert.equal(
      saysFirst(
        'Pier to shut after “wettest summer yet”',
        'Jane Roe said it was “the wettest summer yet, and the last”.',
      ),
      'Jane Roe',
    )
  })

  it('are nobody’s when nobody says them below', () => {
    assert.equal(saysFirst('Pier to shut after “wettest summer yet”', 'Jane Roe said it was “late”.'), undefined)
  })
})
