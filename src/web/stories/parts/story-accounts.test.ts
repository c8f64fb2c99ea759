import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { citeWords, dossier, story } from '../../../../test/examples/story.ts'
import { own, wire } from '../../../../test/examples/texts.ts'
import type { Commitment, Difference } from '../../../core/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { briefSection, differenceSection, keyQuoteSection, promiseItem } from './story-accounts.ts'
import { languageOf } from './story-frame.ts'

const reader = exampleReader()
const having = (rest: Partial<StoryView['dossier']>): StoryView => ({ ...story, dossier: { ...dossier, ...rest } })

describe('in brief', () => {
  it('has each sentence letter by letter, in the language of its outlet, with its citation', () => {
    const section = parseMarkup(String(briefSection(story, reader)))
    assert.deepEqual(values(section, '.brief li', 'dir'), ['ltr', 'ltr', 'rtl', 'auto'])
    assert.deepEqual(
      texts(section, '.brief li > bdi'),
      story.overview.brief.map(({ text }) => text.replace(/\s+/g, ' ')),
    )
    assert.equal(all(section, '.brief li > a.cite').length, story.overview.brief.length)
    assert.equal(languageOf('unknown', story), 'en')
  })

  it('leads to shorter and longer summaries, and is left out when empty', () => {
    const section = parseMarkup(String(briefSection(story, reader)))
    assert.deepEqual(values(section, '.note a', 'href'), [
      '/stories/story-1/summary?length=short',
      '/stories/story-1/summary?length=long',
      '/stories/story-1/summary#background',
    ])
    assert.equal(String(briefSection({ ...story, overview: { ...story.overview, brief: [] } }, reader)), '')
  })
})

describe('where accounts differ', () => {
  const difference = (rest: Partial<Difference> = {}): Difference => ({ ...dossier.differences[1]!, ...rest })
  const made = (...differences: readonly Difference[]) =>
    parseMarkup(String(differenceSection(having({ differences }), reader)))

  it('opens with the outlet’s own sentence that says so, cited, then both sides', () => {
    const section = made(difference())
    assert.match(textOf(section.querySelector('.sig')), /contradicted the mayor/)
    assert.ok(section.querySelector('.sig a.cite'))
    assert.equal(all(section, '.two blockquote').length, 2)
    assert.equal(all(section, '.two a.cite').length, 2)
  })

  it('says what kind of difference it is: to all where no sentence does, to screen readers always', () => {
    const { signal: _signal, ...without } = difference()
    const kinds = (['reversal', 'dispute', 'figures'] as const).map((kind) => {
      const section = made({ ...without, kind })
      assert.equal(textOf(section.querySelector('.sig')), textOf(section.querySelector('h3.sr')))
      return textOf(section.querySelector('h3.sr'))
    })
    assert.equal(new Set(kinds).size, 3)
  })

  it('names the outlet where no speaker is known', () => {
    assert.deepEqual(texts(made(difference()), '.who h3'), ['Northern Wire', 'Tomas Reyd'])
  })

  it('puts quotation marks around words that were quoted directly, and no others', () => {
    const direct = difference({ a: { citation: citeWords(wire, 'I don’t think you need a toll on the bridge,') } })
    const quoted = all(made(direct), 'blockquote:not(.para)')
    assert.deepEqual(quoted.map(textOf), ['I don’t think you need a toll on the bridge'])
    assert.deepEqual(values(made(direct), '.two blockquote', 'dir'), ['ltr', 'ltr'])
    assert.equal(all(made(difference()), 'blockquote:not(.para)').length, 0)
  })

  it('shows one and folds the others; is left out when none do', () => {
    const section = made(difference(), difference(), difference())
    assert.equal(textOf(section.querySelector('details summary')), '2 more')
    assert.equal(all(section, 'details .two').length, 2)
    assert.equal(String(differenceSection(having({ differences: [] }), reader)), '')
  })
})

describe('key quotes', () => {
  it('are in quotation marks with speaker and citation, and lead to all', () => {
    const section = parseMarkup(String(keyQuoteSection(story, reader)))
    assert.equal(all(section, '.qt').length, story.overview.quotes.length)
    for (const quote of all(section, '.qt')) assert.ok(quote.querySelector('h3 a') && quote.querySelector('a.cite'))
    assert.equal(section.querySelector('.para'), null)
    assert.match(textOf(section.querySelector('.by')), /In 3 outlets/)
    assert.equal(textOf(section.querySelector('a.more')), 'All 6 quotations')
    assert.equal(section.querySelector('a.more')?.getAttribute('href'), '/stories/story-1/quotes')
  })

  it('are left out when none is key', () => {
    assert.equal(String(keyQuoteSection({ ...story, overview: { ...story.overview, quotes: [] } }, reader)), '')
  })

  it('join the pieces of one quotation, and link each piece', () => {
    const [quote] = story.overview.quotes
    const [, second] = story.overview.quotes
    const pieces = [quote!.pieces[0], second!.pieces[0]] as const
    const view = { ...story, overview: { ...story.overview, quotes: [{ ...quote!, pieces }] } }
    const section = parseMarkup(String(keyQuoteSection(view, reader)))
    assert.equal(all(section, 'blockquote bdi').length, 2)
    assert.equal(textOf(section.querySelector('blockquote .el')), '…')
    assert.deepEqual(
      values(section, '.qt a.cite', 'href'),
      pieces.map(({ citation: { documentId, span } }) => `/citations/${documentId}/${span.start}-${span.end}`),
    )
  })
})

describe('promises', () => {
  const { condition: _condition, due: _due, ...bare } = dossier.commitments[0]!
  const made = (commitment: Commitment, most?: number) =>
    parseMarkup(`<ul>${promiseItem(commitment, story, reader, most)}</ul>`)

  it('show state, condition and date only where they are given', () => {
    assert.equal(textOf(made(bare).querySelector('.chip')), 'Open')
    assert.equal(all(made(bare), '.by > span:not(.chip)').length, 0)
    assert.deepEqual(texts(made(dossier.commitments[0]!), '.by > span:not(.chip)'), [
      'if the harbor board signs',
      'by Friday',
    ])
  })

  it('cite every source of the statement', () => {
    const citations = [citeWords(wire, wire.blocks[6]!), citeWords(own, own.blocks[2]!)] as const
    assert.equal(all(made({ ...bare, statement: { text: 'x', citations } }), 'a.cite').length, 2)
  })

  it('are cut at a word beside the story, and say that they are', () => {
    const text = textOf(made(bare, 40).querySelector('li > p'))
    assert.ok(text.endsWith('…') && text.length <= 41)
    assert.ok(bare.statement.text.startsWith(text.slice(0, -1)))
  })
})
