import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saidBy } from '../test-document.ts'
import { linkListsIn } from './link-lists.ts'

const LIST = ' Jane Mary RoeMill to close, Poe says Is it over? Roe: ‘I am sorry’ Bakers ask Poe for help MORE'
const TEXT = `Mayor Jane Roe${LIST} (D-Marl) said she was “sorry.”`

describe('a list of links behind a name', () => {
  it('begins behind the name and ends with MORE', () => {
    assert.deepEqual(
      linkListsIn(TEXT).map(({ start, end }) => TEXT.slice(start, end)),
      [LIST],
    )
  })

  it('needs the name again, glued to a headline', () => {
    assert.deepEqual(linkListsIn('Jane Roe said Jane Roe would bake MORE. Tom Poe wants MORE.'), [])
    assert.deepEqual(linkListsIn('Jane RoeMill to close, the council says in a long note.'), [])
  })

  it('is no part of the sentence, and nobody says its words', () => {
    assert.deepEqual(saidBy(TEXT), [['sorry.', 'Jane Roe']])
  })
})
