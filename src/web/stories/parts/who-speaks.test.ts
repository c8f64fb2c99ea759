import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { asId, type EntityId } from '../../../core/ids.ts'
import { type Voice, whoSpeaks } from './who-speaks.ts'

const reader = exampleReader()
const voice = (name: string, quoteCount: number): Voice => ({
  speaker: { id: asId<EntityId>(`person:${name}`), name },
  quoteCount,
})
const drawn = (voices: readonly Voice[], total?: number) => parseMarkup(String(whoSpeaks(voices, reader, total)))
const sumOfWidths = (page: ReturnType<typeof parseMarkup>) =>
  all(page, 'rect').reduce((sum, rect) => sum + Number.parseFloat(rect.getAttribute('width') ?? ''), 0)

describe('whoSpeaks', () => {
  it('has a segment and a row for each, the one who says most first, and says so in words', () => {
    const page = drawn([voice('a', 1), voice('b', 3)])
    assert.deepEqual(texts(page, 'ol li'), ['b 75%', 'a 25%'])
    assert.deepEqual(texts(page, 'tbody td'), ['3', '75%', '1', '25%'])
    assert.equal(all(page, 'rect').length, 3)
    assert.match(page.querySelector('svg')?.getAttribute('aria-label') ?? '', /4 quotations; b: 75%/)
  })

  it('puts the rest together, also those it is not given, and fills the bar', () => {
    const page = drawn(
      [7, 6, 5, 4, 3, 2, 1].map((count) => voice(`p${count}`, count)),
      40,
    )
    assert.equal(texts(page, 'ol li').at(-1), 'others 38%')
    assert.equal(texts(page, 'tbody th').at(-1), 'others')
    assert.ok(Math.abs(sumOfWidths(page) - 100) < 0.1)
    assert.equal(all(page, 'tbody tr').length, 8)
  })

  it('is nothing where one alone speaks, or nobody', () => {
    assert.equal(String(whoSpeaks([], reader)), '')
    assert.equal(String(whoSpeaks([voice('a', 9), voice('b', 0)], reader)), '')
  })

  it('never lets a name be markup', () => {
    assert.match(textOf(drawn([voice('<b>', 2), voice('"x', 1)]).querySelector('ol')), /<b>/)
  })
})
