import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { story } from '../../../../test/examples/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { interfaceLanguages } from '../../reader.ts'
import { proposalSection } from '../pages/story.ts'
import { historyPart } from './story-history.ts'

const reader = exampleReader('en')
const made = (view: StoryView = story, given = reader) => parseMarkup(String(historyPart(view, given)))

describe('the history of a story', () => {
  it('is folded, and says of each event what came or went, where, and who did it', () => {
    const page = made()
    assert.equal(page.querySelector('details')?.hasAttribute('open'), false)
    const lines = texts(page, 'li')
    assert.equal(lines.length, story.history.length)
    assert.match(lines[0]!, /1 article came with a story that was merged into this one: .* by a reader$/)
    assert.match(lines[2]!, /1 article split off as Storm closes the lower quay by a reader$/)
    assert.match(lines[3]!, /1 article moved here from .* by automatic grouping$/)
    assert.match(lines.at(-1)!, /^Mar 16, 10:10\sPM The story began with Northern Wire: Harbor talks/)
  })
  it('shows forty events and counts the rest', () => {
    const history = Array.from({ length: 55 }, () => story.history.at(-1)!)
    const page = made({ ...story, history })
    assert.equal(all(page, 'li').length, 40)
    assert.deepEqual(texts(page, '.note'), ['15 earlier'])
  })
  it('leads the owner to the forms', () => {
    assert.deepEqual(values(made(), '.small a', 'href'), ['/stories/story-1/arrange'])
    assert.equal(made(story, { ...reader, isOwner: false, isModerator: false }).querySelector('.small a'), null)
  })
})

describe('what is proposed for a story', () => {
  it('is shown to the owner, each with a reason and two buttons that say what they are about', () => {
    for (const { code } of interfaceLanguages) {
      const page = parseMarkup(String(proposalSection(story, exampleReader(code))))
      assert.equal(all(page, '.proposals > li').length, 3)
      for (const button of all(page, 'button'))
        assert.ok(page.querySelector(`#${button.getAttribute('aria-describedby')}`))
      assert.deepEqual(values(page, 'input[name=answer]', 'value').slice(0, 2), ['accept', 'dismiss'])
    }
    const [merge, split, move] = texts(parseMarkup(String(proposalSection(story, reader))), '.proposals > li')
    assert.match(merge!, /^May be one event with this story: Storm .* 12 articles · same names: Mara Ellind, Halvik/)
    assert.match(split!, /^Have more in common with one another than with the rest: 2 articles/)
    assert.match(move!, /^May belong to another story: 1 article, into /)
  })
  it('is nobody else’s, and nothing where there is nothing', () => {
    assert.equal(String(proposalSection(story, { ...reader, isOwner: false, isModerator: false })), '')
    assert.equal(String(proposalSection({ ...story, proposals: [] }, reader)), '')
  })
})
