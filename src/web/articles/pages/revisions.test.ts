import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { revised, revisedArabic } from '../../../../test/examples/revisions.ts'
import { revisionsPage } from './revisions.ts'

const reader = exampleReader()
const inline = parseMarkup(revisionsPage(revised, 'inline', reader))
const sides = parseMarkup(revisionsPage(revised, 'sides', reader))
const bare = (words: readonly string[]) => words.map((text) => text.replace(/^(?:Removed|Added): ?/, '').trim())

describe('what changed between two texts', () => {
  it('is counted in words, the headline first', () => {
    assert.match(texts(inline, '.facts')[0] ?? '', /^Headline changed · 2 sentences changed/)
    assert.match(texts(inline, '.facts')[0] ?? '', /1 figure changed · 1 quotation changed · 1 formatting change$/)
  })

  it('shows in one text what is gone where it stood, and what is new, each said in words too', () => {
    assert.deepEqual(bare(texts(inline, '.line.changed:not(.headline) del')), ['120', 'great'])
    assert.deepEqual(bare(texts(inline, '.line.changed:not(.headline) ins')), ['140', 'real'])
    assert.match(
      texts(inline, '.line.changed:not(.headline)')[0] ?? '',
      /Around Removed: 120 Added: 140 people were moved/,
    )
    assert.deepEqual(bare(texts(inline, '.line.removed del')), ['It was a historic day for the strait.'])
    for (const mark of all(inline, 'del, ins')) assert.match(textOf(mark), /^(?:Removed|Added):/)
  })

  it('names a figure with both numbers, and a quotation that is another', () => {
    assert.deepEqual(texts(inline, '.weighty .tag'), ['Figure: 120 → 140', 'Quotation changed'])
  })

  it('shows the same side by side, every row with both sides or one that says it is not there', () => {
    assert.deepEqual(bare(texts(sides, '.sides del')), ['It was a historic day for the strait.', '120', 'great'])
    assert.ok(all(sides, '.sides .lacks').every((cell) => textOf(cell) === 'Not in this version'))
  })

  it('can be walked by change, and leads to any two texts', () => {
    const ids = all(inline, '.line[id]').map((line) => `#${line.getAttribute('id')}`)
    assert.deepEqual(
      all(inline, '.jumps a').map((link) => link.getAttribute('href')),
      ids,
    )
    assert.equal(all(inline, 'select[name=from] option').length, 2)
    assert.equal(all(sides, '.jumps a').length, all(sides, '.sides > [id]').length)
  })

  it('says where a difference need not be the outlet’s', () => {
    const page = parseMarkup(revisionsPage(revisedArabic, 'inline', exampleReader()))
    assert.match(texts(page, '.notice')[0] ?? '', /the outlet may not have changed it/)
  })
})
