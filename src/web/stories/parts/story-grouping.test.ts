import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { story } from '../../../../test/examples/story.ts'
import { arabic, copy, hostile, own, wire } from '../../../../test/examples/texts.ts'
import type { StoryView } from '../../../operations/views.ts'
import { groupingSection, proposalSection } from './story-grouping.ts'

const reader = exampleReader('en')
const made = (view: StoryView = story, isOwner = true) =>
  parseMarkup(String(groupingSection(view, { ...reader, isOwner, isModerator: isOwner }, true)))
const outlets = [wire, copy, own, arabic, hostile]
function itemOf(id: string, view = story, isOwner = false) {
  const outlet = outlets.find((each) => each.id === id)?.outlet ?? ''
  return all(made(view, isOwner), '#why > li').find((item) => textOf(item.querySelector('a')) === outlet)!
}
const said = (id: string, view = story) => textOf(itemOf(id, view).querySelector('small'))

describe('why an article is here', () => {
  it('says who put it there that was not added automatically', () => {
    assert.match(said(arabic.id), /^Moved \(automatically\) · From: .* · 10 hours after the first$/)
    assert.match(said(hostile.id), /^Moved \(by a reader\) · From: /)
  })

  it('says what it shares, and how long after the first it came', () => {
    assert.equal(said(own.id), 'same names: Tomas Reyd · same words: toll, quay · 7 hours after the first')
  })

  it('calls only the first one the first, and says when no reason was stored', () => {
    assert.equal(said(wire.id), 'First article of this story')
    assert.equal(said(copy.id, { ...story, reasons: {} }), 'Added automatically')
  })

  it('leads the owner to the way out, which is named after the outlet; nobody else', () => {
    const item = itemOf(own.id, story, true)
    assert.deepEqual(values(item, 'a.go', 'href'), ['/stories/story-1/arrange?article=article-own'])
    assert.equal(textOf(item.querySelector('a.go')), `${own.outlet}: Not this story…`)
    assert.equal(itemOf(own.id).querySelector('a.go'), null)
    const alone = { ...story, dossier: { ...story.dossier, members: story.dossier.members.slice(0, 1) } }
    assert.equal(made(alone).querySelector('a.go'), null, 'the only article cannot leave')
  })
})

it('shows the reasons of some articles, and leads to those of all', () => {
  const some = parseMarkup(String(groupingSection(story, reader)))
  assert.equal(all(some, '#why > li').length, 10)
  assert.equal(some.querySelector('details > p > a')?.getAttribute('href'), '/stories/story-1/coverage?all=1#why')
})

describe('the history of a story', () => {
  it('lists what happened, folded, with an anchor inside that a link opens', () => {
    const items = all(made(), 'details #history li')
    assert.equal(items.length, story.history.length)
    for (const item of items) assert.ok(item.querySelector('time') && item.querySelector('a'))
  })

  it('shows the last forty, and how many are older', () => {
    const history = Array.from({ length: 45 }, () => story.history[0]!)
    const long = made({ ...story, history })
    assert.equal(all(long, '#history li').length, 40)
    assert.deepEqual(texts(long, 'p.note'), ['5 more'])
  })

  it('leads moderators alone to the forms that change it', () => {
    assert.deepEqual(values(made(), 'a.more', 'href'), ['/stories/story-1/arrange'])
    assert.equal(made(story, false).querySelector('a.more'), null)
  })
})

describe('suggested changes', () => {
  it('are for moderators, each to accept or dismiss with one button', () => {
    const section = parseMarkup(String(proposalSection(story, { ...reader, isModerator: true })))
    assert.equal(all(section, '.proposals > li').length, story.proposals.length)
    for (const item of all(section, '.proposals > li')) assert.equal(all(item, 'form button').length, 2)
    assert.equal(String(proposalSection(story, { ...reader, isModerator: false })), '')
    assert.equal(String(proposalSection({ ...story, proposals: [] }, { ...reader, isModerator: true })), '')
  })
})
