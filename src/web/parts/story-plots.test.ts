import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../test/examples/markup.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import { dossier, members } from '../../../test/examples/story.ts'
import { asId, type DocumentId } from '../../core/ids.ts'
import type { Member, Report } from '../../core/story.ts'
import { axis, bySize, byTime, coveragePlot, howKnown, independenceBar, numbers, whyOne } from './story-plots.ts'

const reader = exampleReader()
const share = (text: string) => Number(text.replace('%', ''))
const report = (name: string, size: number): Report => ({
  group: 0,
  originName: name,
  how: 'alone',
  documentIds: Array.from({ length: size }, (_, index) => asId<DocumentId>(`${name}-${index}`)),
})
const at = (publishedAt: string, role: Member['role'] = 'original'): Member => ({ ...members[0]!, publishedAt, role })

describe('the bar of independent reports', () => {
  const plot = parseMarkup(String(independenceBar(dossier, reader)))

  it('has a segment for each report, as wide as its articles, side by side from end to end', () => {
    const starts = values(plot, 'rect', 'x').map(share)
    const widths = values(plot, 'rect', 'width').map(share)
    const sizes = bySize(dossier.reports).map(({ documentIds }) => documentIds.length)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    assert.deepEqual(
      widths,
      sizes.map((size) => Math.round((size / total) * 10_000) / 100),
    )
    for (const [index, start] of starts.entries())
      assert.ok(Math.abs(start - widths.slice(0, index).reduce((sum, width) => sum + width, 0)) < 0.05)
    assert.ok(Math.abs(starts.at(-1)! + widths.at(-1)! - 100) < 0.05)
  })

  it('says in words what it draws, and names the largest group', () => {
    assert.equal(textOf(plot.querySelector('title')), 'Independent reports')
    assert.match(
      textOf(plot.querySelector('desc')),
      /25 articles, of them 4 independent reports\. The largest group comes from Northern Wire/,
    )
    assert.equal(plot.querySelector('svg')?.getAttribute('aria-labelledby'), 'ind-t ind-d')
  })

  it('has the same numbers in a table', () => {
    assert.deepEqual(texts(plot, 'tbody tr').slice(0, 2), [
      'Northern Wire22by its credit line',
      'The Strait Review1reported alone',
    ])
  })

  it('heads the column of articles with the word alone, in every language', () => {
    const heads = (['en', 'fr', 'ar'] as const).map(
      (code) => texts(parseMarkup(String(independenceBar(dossier, exampleReader(code)))), 'th[scope=col]')[1],
    )
    assert.deepEqual(heads, ['Articles', 'Articles', 'مقالات'])
  })

  it('is left out where there is nothing to compare', () => {
    for (const reports of [[], [report('A', 1)], [report('A', 0)]])
      assert.equal(String(independenceBar({ ...dossier, reports }, reader)), '')
    assert.notEqual(String(independenceBar({ ...dossier, reports: [report('A', 2)] }, reader)), '')
  })

  it('keeps the words of an outlet words', () => {
    const markup = String(independenceBar({ ...dossier, reports: [report('<script>"', 3)] }, reader))
    assert.doesNotMatch(markup, /<script/)
    assert.match(markup, /comes from &lt;script&gt;&quot;\./)
  })
})

describe('the plot of coverage', () => {
  const hours = ['2026-03-16T10:00:00Z', '2026-03-16T10:02:00Z', '2026-03-16T11:00:00Z']
  const some = [at(hours[0]!), at(hours[1]!, 'copy'), at(hours[2]!, 'copy')]
  const plot = parseMarkup(String(coveragePlot({ ...dossier, members: some }, reader)))

  it('stacks copies on own reporting, within the drawing', () => {
    const columns = all(plot, 'rect:not(.base)').map((rect) => ({
      kind: rect.getAttribute('class'),
      y: Number(rect.getAttribute('y')),
      height: Number(rect.getAttribute('height')),
    }))
    assert.deepEqual(columns, [
      { kind: 'own', y: 22, height: 22 },
      { kind: 'copy', y: 0, height: 22 },
      { kind: 'copy', y: 22, height: 22 },
    ])
  })

  it('counts in its table every article, under its period', () => {
    assert.deepEqual(texts(plot, 'tbody tr'), ['16 Mar, 10:0011', '16 Mar, 11:0001'])
    assert.deepEqual(values(plot, 'tbody time', 'datetime'), ['2026-03-16T10:00:00.000Z', '2026-03-16T11:00:00.000Z'])
  })

  it('says from when until when, whatever zone each outlet writes its time in', () => {
    const zoned = [at('2026-03-16T23:30:00+05:00'), at('2026-03-16T22:10:00Z'), at('2026-03-16T20:00:00-04:00')]
    const markup = String(coveragePlot({ ...dossier, members: zoned }, reader))
    assert.match(
      textOf(parseMarkup(markup).querySelector('desc')),
      /^3 articles between Mon, 16 Mar 2026, 18:30 and Tue, 17 Mar 2026, 00:00\.$/,
    )
  })

  it('runs from left to right on a page that does not, with labels in its own direction', () => {
    const arabic = parseMarkup(String(coveragePlot({ ...dossier, members: some }, exampleReader('ar'))))
    assert.equal(arabic.querySelector('figure')?.getAttribute('dir'), 'ltr')
    assert.deepEqual([...new Set(values(arabic, '.axis span', 'dir'))], ['rtl'])
  })

  it('is left out for a single moment or no readable one', () => {
    for (const list of [[], some.slice(0, 2), [at('some day'), at('another')]])
      assert.equal(String(coveragePlot({ ...dossier, members: list }, reader)), '')
  })
})

describe('members by time', () => {
  it('stand in the order of the moments, not of the letters, without those that have none', () => {
    const list = ['2026-03-16T23:30:00+05:00', 'soon', '2026-03-16T17:00:00Z', '2026-03-16T19:00:00Z'].map((time) =>
      at(time),
    )
    assert.deepEqual(
      byTime(list).map(({ publishedAt }) => publishedAt),
      ['2026-03-16T17:00:00Z', '2026-03-16T23:30:00+05:00', '2026-03-16T19:00:00Z'],
    )
  })
})

describe('what plots share', () => {
  it('hides an axis from screen readers, since the table says the same', () => {
    const made = parseMarkup(String(axis(['a', '<b>'], reader)))
    assert.equal(made.querySelector('p')?.getAttribute('aria-hidden'), 'true')
    assert.deepEqual(texts(made, 'span'), ['a', '<b>'])
  })

  it('heads every row and column of a table', () => {
    const made = parseMarkup(
      String(
        numbers(
          reader,
          ['Name', 'Count'],
          [
            ['one', 1],
            ['none', 0],
          ],
        ),
      ),
    )
    assert.deepEqual(texts(made, 'th[scope=col]'), ['Name', 'Count'])
    assert.deepEqual(texts(made, 'th[scope=row]'), ['one', 'none'])
    assert.deepEqual(texts(made, 'td'), ['1', '0'])
    assert.equal(textOf(made.querySelector('summary')), 'The same in numbers')
  })

  it('says how an origin is known', () => {
    const ways = (['credit', 'time', 'alone', 'undecided'] as const).map((how) => howKnown(how, reader))
    assert.equal(new Set(ways).size, 4)
    assert.equal(ways[3], 'who had it first is not known')
  })

  it('names the owner that makes two reports one', () => {
    const joined = whyOne({ ...report('A', 2), how: 'time', owner: 'Norse Press' }, reader)
    assert.equal(joined, 'earliest we saw · same owner: Norse Press')
    assert.equal(whyOne(report('A', 1), reader), 'reported alone')
  })

  it('puts the largest report first and leaves the given order alone', () => {
    const given = [report('A', 1), report('B', 3), report('C', 1)]
    assert.deepEqual(
      bySize(given).map(({ originName }) => originName),
      ['B', 'A', 'C'],
    )
    assert.equal(given[0]!.originName, 'A')
  })
})
