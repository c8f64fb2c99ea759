import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Passage } from '../core/syndication.ts'
import { sharePassages } from './build-dossier.ts'
import { countReports } from './count-reports.ts'
import { type ArticleFixture, spanOf, storyInput, syndication } from './story-fixture.ts'
import { readMembers } from './story-text.ts'

const wire = [
  'Engineers closed the harbor bridge on Tuesday after finding cracks in two piers.',
  'Ferries will run every ten minutes between the banks.',
  'The bridge was opened in 1974.',
  'The mayor said it would stay shut.',
  'Bus fares are waived.',
].join('\n')

function passagesOf(text: string, count: number): Passage[] {
  return wire
    .split('\n')
    .slice(0, count)
    .map((line) => ({ span: spanOf(text, line), otherSpan: spanOf(wire, line), isQuotation: false }))
}
function sharedIn(...fixtures: ArticleFixture[]) {
  const texts = readMembers(fixtures.map(storyInput))
  return sharePassages(texts, countReports(texts).members)
}
const original: ArticleFixture = { id: 'a', text: wire, at: '2025-03-04T10:00:00Z' }
const copy = (id: string, hour: number, syndications: ArticleFixture['syndications']): ArticleFixture => ({
  id,
  text: wire,
  at: `2025-03-04T${hour}:00:00Z`,
  ...(syndications ? { syndications } : {}),
})
const whole = { passages: passagesOf(wire, 5) }

describe('passages that two articles share', () => {
  test('of a copy the two longest are kept, in order, cited on both sides, and all are counted', () => {
    const [shared, ...others] = sharedIn(original, copy('b', 11, [syndication('b', 'a', whole)]))
    assert.equal(others.length, 0)
    assert.equal(shared?.documentId, 'b')
    assert.equal(shared?.otherId, 'a')
    assert.equal(shared?.count, 5)
    const lines = wire.split('\n').slice(0, 2)
    assert.deepEqual(
      shared?.passages.map(({ here, there }) => [here.documentId, here.exact, there.documentId, there.exact]),
      lines.map((line) => ['b', line, 'a', line]),
    )
  })

  test('a copy is shown beside the text it is counted with, not beside another copy', () => {
    const links = [syndication('c', 'a', whole), syndication('c', 'b', { ...whole, share: 0.99 })]
    const shared = sharedIn(original, copy('b', 11, [syndication('b', 'a', whole)]), copy('c', 12, links))
    assert.deepEqual(
      shared.map(({ documentId, otherId }) => `${documentId} ${otherId}`),
      ['b a', 'c a'],
    )
  })

  test('a copy of a text that was since replaced is shown beside one that stands in the story', () => {
    const links = [syndication('b', 'replaced', whole), syndication('b', 'a', { ...whole, share: 0.9 })]
    const [shared] = sharedIn(original, copy('b', 11, links))
    assert.equal(shared?.otherId, 'a')
  })

  test('of two texts at one time the later listed shows what it shares, though nobody knows who had it first', () => {
    const undecided = { ...whole, direction: { kind: 'undecided' } } as const
    const [shared] = sharedIn(original, copy('b', 10, [syndication('b', 'a', undecided)]))
    assert.equal(shared?.otherId, 'a')
  })

  test('a shared quotation and an original outside the story show nothing', () => {
    const quotation = syndication('b', 'a', { ...whole, kind: 'shared-quotation' })
    assert.deepEqual(sharedIn(original, copy('b', 11, [quotation])), [])
    assert.deepEqual(sharedIn(original, copy('b', 11, [syndication('b', 'elsewhere', whole)])), [])
  })
})
