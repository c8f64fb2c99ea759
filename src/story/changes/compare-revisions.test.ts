import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { countDiff, type DiffRow, hasSameContent, type RevisedText } from '../../core/reading/revision-diff.ts'
import type { Span } from '../../core/span.ts'
import { compareRevisions } from './compare-revisions.ts'

function textOf(sentences: readonly string[], more: Partial<RevisedText> = {}): RevisedText {
  let at = 0
  const spans = sentences.map((sentence) => {
    const start = at
    at += sentence.length + 1
    return { start, end: start + sentence.length }
  })
  return { title: 'Bridge opens', text: sentences.join('\n'), sentences: spans, ...more }
}

/** Rows by kind and words, for comparison. */
function told(before: RevisedText, after: RevisedText): string[] {
  const cut = ({ text }: RevisedText, { start, end }: Span) => text.slice(start, end)
  return compareRevisions(before, after).rows.map((row) =>
    [
      row.kind,
      ...('before' in row ? [cut(before, row.before)] : []),
      ...('after' in row && row.kind !== 'same' ? [cut(after, row.after)] : []),
    ].join(' | '),
  )
}

const news = ['The bridge opened.', 'It cost four million.', 'Mayor Lind cut the ribbon.']

describe('what a newer text made of an older one', () => {
  it('names what is gone, new and other, in place', () => {
    assert.deepEqual(told(textOf(news), textOf(['The bridge opened.', 'Rain fell.', 'It cost five million.'])), [
      'same | The bridge opened.',
      'added | Rain fell.',
      'changed | It cost four million. | It cost five million.',
      'removed | Mayor Lind cut the ribbon.',
    ])
  })

  it('tells a sentence that moved from one that is gone and one that is new', () => {
    assert.deepEqual(told(textOf(news), textOf([news[2]!, news[0]!, news[1]!])), [
      `moved | ${news[2]} | ${news[2]}`,
      `same | ${news[0]}`,
      `same | ${news[1]}`,
    ])
  })

  it('tells typography from words', () => {
    const before = textOf(['“It is safe”, she said.', 'The toll is 1,200 and 1.5 percent.'])
    const after = textOf(['"It is safe," she  said.', 'The toll is 1,200 and 15 percent.'])
    assert.deepEqual(
      compareRevisions(before, after).rows.map(({ kind }) => kind),
      ['typographic', 'changed'],
    )
    const set = compareRevisions(textOf(['It’s open – now.']), textOf(["It's open, now."], { title: 'Bridge, opens' }))
    assert.ok(hasSameContent(set))
    assert.equal(countDiff(set).typographic, 1)
    assert.equal(set.headline?.isTypographic, true)
  })

  it('marks the words that differ, on both sides', () => {
    const [before, after] = [textOf(['At least 12 people died.']), textOf(['At least 15 people have died.'])]
    const [row] = compareRevisions(before, after).rows
    assert.ok(row?.kind === 'changed')
    assert.deepEqual(
      row.words.gone.map(({ start, end }) => before.text.slice(start, end)),
      ['12'],
    )
    assert.deepEqual(
      row.words.put.map(({ start, end }) => after.text.slice(start, end)),
      ['15', 'have'],
    )
  })

  it('names a figure that is another now, in words too when what it counts is known', () => {
    const figure = (span: Span, value: number) => ({ span, value, unit: 'people killed' })
    const before = textOf(['Twelve people died.'], { figures: [figure({ start: 0, end: 6 }, 12)] })
    const after = textOf(['Fifteen people died.'], { figures: [figure({ start: 0, end: 7 }, 15)] })
    const [row] = compareRevisions(before, after).rows
    assert.deepEqual(row && 'weighty' in row && row.weighty, [
      { kind: 'figure', before: { start: 0, end: 6 }, after: { start: 0, end: 7 }, unit: 'people killed' },
    ])
    const [plain] = compareRevisions(textOf(['Stocks fell 3.5 points.']), textOf(['Stocks fell 3.8 points.'])).rows
    assert.deepEqual(plain && 'weighty' in plain && plain.weighty, [
      { kind: 'figure', before: { start: 12, end: 15 }, after: { start: 12, end: 15 } },
    ])
  })

  it('names a quotation that is another, gone or new, and none that only moved to another sentence', () => {
    const quotes = (text: RevisedText): RevisedText => ({
      ...text,
      quotes: [...text.text.matchAll(/“([^”]+)”/g)].map(({ index, 1: words }) => ({
        start: index + 1,
        end: index + 1 + words!.length,
      })),
    })
    const kinds = (before: string[], after: string[]) =>
      compareRevisions(quotes(textOf(before)), quotes(textOf(after))).rows.flatMap((row) =>
        'weighty' in row ? row.weighty.map(({ kind }) => kind) : [],
      )
    assert.deepEqual(kinds(['“We will build it,” Lind said.'], ['“We may build it,” Lind said.']), ['quote-changed'])
    assert.deepEqual(kinds(['Rain fell.', '“We will build it,” Lind said.'], ['Rain fell.']), ['quote-gone'])
    assert.deepEqual(kinds(['Rain fell.'], ['Rain fell.', '“We will build it,” Lind said.']), ['quote-new'])
    assert.deepEqual(
      kinds(['“We will build it,” Lind said.'], ['Anna Lind, the mayor of Sandvik, told us: “We will build it.”']),
      [],
    )
  })

  it('tells a headline that is another', () => {
    const diff = compareRevisions(textOf(news), textOf(news, { title: 'Bridge may open' }))
    assert.equal(diff.headline?.before, 'Bridge opens')
    assert.ok(countDiff(diff).isHeadlineChanged)
  })

  it('is quick on long texts that share nothing, and on one sentence a thousand times', () => {
    const long = (word: string) => textOf(Array.from({ length: 20_000 }, (_, index) => `${word} ${index} ${word}.`))
    assert.equal(compareRevisions(long('a'), long('b')).rows.length, 40_000)
    const again = (count: number) => textOf(Array.from({ length: count }, () => 'The same again.'))
    assert.equal(countDiff(compareRevisions(again(5000), again(4000))).removed, 1000)
  })
})

const sentence = fc
  .array(fc.constantFrom('a', 'b', 'c', '12', '15', '“x”', 'Lind', 'said,', 'it’s'), { minLength: 1, maxLength: 6 })
  .map((words) => `${words.join(' ')}.`)
const text = fc.array(sentence, { maxLength: 12 }).map((sentences) => textOf(sentences))

describe('whatever the texts are', () => {
  it('nothing is left over: the rows hold every sentence of both, and make the newer text of the older', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { rows } = compareRevisions(before, after)
        const olds = rows.flatMap((row) => ('before' in row ? [row.before] : []))
        assert.deepEqual(
          olds.toSorted((a, b) => a.start - b.start),
          before.sentences,
        )
        const made = rows.flatMap((row) => {
          if (row.kind === 'removed') return []
          const isKept = row.kind === 'same'
          return isKept
            ? before.text.slice(row.before.start, row.before.end)
            : after.text.slice(row.after.start, row.after.end)
        })
        assert.equal(made.join('\n'), after.text)
      }),
    )
  })

  it('a text against itself is nothing else', () => {
    fc.assert(
      fc.property(text, (one) => {
        const diff = compareRevisions(one, one)
        assert.ok(hasSameContent(diff))
        assert.ok(diff.rows.every(({ kind }) => kind === 'same'))
      }),
    )
  })

  it('the other way round tells the same with sides exchanged', () => {
    const name = (row: DiffRow, isTurned: boolean) => {
      const [was, is] = ['before' in row ? row.before : undefined, 'after' in row ? row.after : undefined]
      const kinds: Partial<Record<DiffRow['kind'], string>> = { added: 'removed', removed: 'added' }
      const kind = isTurned ? (kinds[row.kind] ?? row.kind) : row.kind
      const words = 'words' in row ? (isTurned ? [row.words.put, row.words.gone] : [row.words.gone, row.words.put]) : []
      return JSON.stringify([kind, ...(isTurned ? [is, was] : [was, is]).map((span) => span ?? null), words])
    }
    fc.assert(
      fc.property(text, text, (before, after) => {
        const there = compareRevisions(before, after).rows.map((row) => name(row, false))
        const back = compareRevisions(after, before).rows.map((row) => name(row, true))
        assert.deepEqual(back.sort(), there.sort())
      }),
    )
  })
})
