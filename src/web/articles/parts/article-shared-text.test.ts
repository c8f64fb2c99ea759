import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { citedDocument } from '../../../../test/examples/story.ts'
import { copy, own } from '../../../../test/examples/texts.ts'
import { article } from '../../../../test/examples/views.ts'
import type { Syndication } from '../../../core/syndication.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { articleText } from './article-text.ts'
import { sharedTextSection } from './copied-passages.ts'

const reader = exampleReader()
const [example] = article.syndications
const { credit: _credit, ...uncredited } = article.article
const plain: ArticleView = { ...article, article: uncredited, syndications: [] }
const having = (rest: Partial<Syndication>, view = plain): ArticleView => ({
  ...view,
  syndications: [{ ...example!, ...rest }],
})
const byTime = { kind: 'time' } as const
const shown = (view: ArticleView) => parseMarkup(String(sharedTextSection(view, reader)))
const marks = (view: ArticleView) => all(parseMarkup(String(articleText(view, reader))), '.wire').length

describe('where an article’s text stands too', () => {
  it('marks what another had first, and not what others took from here', () => {
    const taken = having({ isCopyOfOther: true, direction: byTime })
    assert.ok(marks(taken) > 0)
    assert.match(
      textOf(shown(taken).querySelector('.wires .small')),
      /62% of this text · published first, earliest we have/,
    )
    const given = having({ isCopyOfOther: false, direction: byTime })
    assert.equal(marks(given), 0)
    assert.match(textOf(shown(given).querySelector('.wires .small')), /copied from here, earliest we have/)
  })

  it('marks what nobody knows the first of, and says so', () => {
    const unknown = having({ isCopyOfOther: false, direction: { kind: 'undecided' } })
    assert.ok(marks(unknown) > 0)
    assert.match(textOf(shown(unknown).querySelector('.wires .small')), /original source unknown/)
  })

  it('calls an agency’s text in two outlets neither’s, and marks it in both', () => {
    const direction = { kind: 'credit', agency: 'CPA' } as const
    const credited = having({ direction }, { ...plain, article: { ...uncredited, credit: 'CPA' } })
    assert.ok(marks(credited) > 0)
    const words = textOf(shown(credited).querySelector('.wires .small'))
    assert.match(words, /credited to CPA/)
    assert.doesNotMatch(words, /copied from here/)
  })

  it('names the other as first where it is the agency itself', () => {
    const other = citedDocument(copy)
    const from = having({ isCopyOfOther: true, direction: { kind: 'credit', agency: other.sourceName } })
    assert.match(textOf(shown(from).querySelector('.wires .small')), /published first, by its credit line/)
  })

  it('calls a shared quotation no copying', () => {
    const quotation = having({ kind: 'shared-quotation', isCopyOfOther: true, direction: byTime })
    assert.equal(marks(quotation), 0)
    assert.match(textOf(shown(quotation).querySelector('.wires .small')), /same quotation \(not counted as copying\)/)
  })

  it('names the article that tells the same facts in other words, opens its sentence, and leads to the count', () => {
    const other = citedDocument(own)
    const here = { documentId: article.document.id, span: { start: 0, end: 3 }, exact: 'The' }
    const there = { documentId: other.documentId, span: { start: 4, end: 9 }, exact: 'words' }
    const retelling = { documentId: here.documentId, otherId: other.documentId, share: 0.5, figures: 3 }
    const made = shown({ ...plain, retelling: { ...retelling, pairs: [{ here, there }], other } })
    assert.match(textOf(made.querySelector('#wire')), /in other words as .* · figures in common: 3/)
    assert.equal(made.querySelector('.small a')?.getAttribute('href'), `/citations/${other.documentId}/4-9`)
    assert.deepEqual(texts(made, '.note a'), ['How reports are counted'])
  })

  it('is left out where nothing is shared', () => {
    assert.equal(String(sharedTextSection(plain, reader)), '')
  })
})
