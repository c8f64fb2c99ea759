import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, textOf, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { story } from '../../../../test/examples/story.ts'
import { arabic, copy, hostile, own, wire } from '../../../../test/examples/texts.ts'
import type { StoryView } from '../../../operations/views.ts'
import { whyHere } from './story-coverage.ts'

const reader = exampleReader('en')
const memberOf = (id: string) => story.dossier.members.find(({ documentId }) => documentId === id)!
const made = (id: string, view: StoryView = story, isOwner = true) =>
  parseMarkup(String(whyHere(memberOf(id), view, { ...reader, isOwner, isModerator: isOwner })))
const said = (id: string, view = story) => textOf(made(id, view, false).querySelector('p'))

describe('why an article is here', () => {
  it('says who put it there that did not come by itself', () => {
    assert.match(said(arabic.id), /^Automatic grouping moved it here, from .* · 10 hours after the first article$/)
    assert.match(said(hostile.id), /^A reader put it here, from /)
  })
  it('says what it shares, and how long after the first it came', () => {
    assert.equal(
      said(own.id),
      'same names: Tomas Reyd · same words: toll, quay · 7 hours after the first article · score 0.58',
    )
  })
  it('calls only the first one the first, and says when no reason was kept', () => {
    assert.equal(said(wire.id), 'The first article of the story that came in.')
    const bare = { ...story, reasons: {} }
    assert.equal(said(copy.id, bare), 'It came by itself; why was not kept.')
    const stays = { score: 1, sharedNames: [], sharedWords: [], copiedSentences: 0 }
    assert.equal(
      said(wire.id, { ...story, reasons: { [memberOf(wire.id).articleId]: stays } }),
      'The first article of the story that came in.',
    )
  })
  it('leads the owner to the way out, which is named after the outlet; nobody else', () => {
    const page = made(own.id)
    assert.deepEqual(values(page, 'a.out', 'href'), ['/stories/story-1/arrange?article=article-own'])
    assert.equal(textOf(page.querySelector('a.out')), `${own.outlet}: not this story…`)
    assert.equal(made(own.id, story, false).querySelector('a.out'), null)
    const alone = { ...story, dossier: { ...story.dossier, members: [memberOf(own.id)] } }
    assert.equal(made(own.id, alone).querySelector('a.out'), null, 'the only article cannot leave')
  })
})
