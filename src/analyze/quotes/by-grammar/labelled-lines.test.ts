import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, wordsOf } from '../../test-document.ts'

/** Whom a label makes speak, and what. */
function labelled(...paragraphs: string[]): (string | undefined)[][] {
  const doc = documentOf(paragraphs)
  return quotesOf(doc)
    .filter(({ cue }) => wordsOf(doc, cue) === ':')
    .map(({ span, source, speaker }) => [speaker?.name ?? wordsOf(doc, source), wordsOf(doc, span)])
}

describe('a name and a colon', () => {
  it('begin a headline', () => {
    assert.deepEqual(labelled('# Roe: The bridge must close', 'Jane Roe spoke in the town hall.'), [
      ['Jane Roe', 'The bridge must close'],
    ])
    assert.deepEqual(labelled('# Poll: Most want a new bridge', 'It rained.'), [['Poll', 'Most want a new bridge']])
  })

  it('begin the lines of a transcript', () => {
    assert.deepEqual(
      labelled(
        'We met Jane Roe.',
        'POE: Is the bridge old?',
        'ROE: It is. It was built in May.',
        'POE: Thank you very much.',
      ),
      [
        ['POE', 'Is the bridge old?'],
        ['Jane Roe', 'It is. It was built in May.'],
        ['POE', 'Thank you very much.'],
      ],
    )
  })

  it('begin a turn, whose quotations are those of the one who speaks', () => {
    const doc = documentOf([
      'MAYOR JANE ROE: I told the baker, “Do not sell it.”',
      'POE: And?',
      'ROE: No. The plan is “a mess,” and he called me “a fine woman” too.',
      'POE: Thank you very much.',
    ])
    assert.deepEqual(
      quotesOf(doc)
        .filter(({ kind }) => kind !== 'indirect')
        .map(({ span, speaker }) => [wordsOf(doc, span), speaker?.name]),
      [
        ['Do not sell it.', 'JANE ROE'],
        ['a mess,', 'JANE ROE'],
        ['a fine woman', undefined],
      ],
    )
    assert.equal(labelled('ROE: No. It is old.', 'POE: I see that now.', 'ROE: Yes.', 'POE: Good.').length, 2)
  })

  it('are no label when they name nobody', () => {
    assert.deepEqual(labelled('UPDATE: The bridge was opened again.', 'UPDATE: It was closed again on Monday.'), [])
    assert.deepEqual(labelled('# Bridge Week: What you need to know', 'It rained.'), [])
    assert.deepEqual(labelled('# Roe: Friend or foe of the bridge?', 'Jane Roe spoke in the town hall.'), [])
  })
})
