import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dossier } from '../../../test/examples/story.ts'
import type { Citation } from '../citation.ts'
import { outlineOf } from '../story-outline.ts'
import { shownLines, shownParts } from './shown-line.ts'

const keyOf = ({ documentId, span }: Citation) => `${documentId} ${span.start} ${span.end}`

/** Every citation anywhere in a value. */
function citationsIn(value: unknown): readonly Citation[] {
  if (typeof value !== 'object' || value === null) return []
  if ('exact' in value && 'span' in value && 'documentId' in value) return [value as Citation]
  return Object.values(value).flatMap(citationsIn)
}

describe('the lines that a story shows', () => {
  it('leave out no citation of its dossier', () => {
    const told = new Set(shownLines(dossier).flatMap(({ citations }) => citations.map(keyOf)))
    for (const citation of citationsIn(dossier)) assert.ok(told.has(keyOf(citation)), citation.exact)
  })

  it('begin with the place whose words they show, and name each place once', () => {
    for (const { how, text, citations } of shownLines(dossier)) {
      if (how === 'title') continue
      assert.equal(citations[0]?.exact, text)
      assert.equal(new Set(citations.map(keyOf)).size, citations.length)
    }
  })

  it('stand in the order of the page, and are counted in the outline', () => {
    const parts = shownLines(dossier).map(({ part }) => shownParts.indexOf(part))
    assert.deepEqual(
      parts,
      parts.toSorted((a, b) => a - b),
    )
    const counts = Object.values(outlineOf(dossier).shown)
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      parts.length,
    )
  })
})
