import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { citeWords, dossier, story } from '../../../../test/examples/story.ts'
import { hostile, own, wire } from '../../../../test/examples/texts.ts'
import type { ChosenWord, Coverage, CoverageMatrix, CoveragePoint } from '../../../core/coverage.ts'
import type { StoryView } from '../../../operations/views.ts'
import { wordsSection } from '../pages/story.ts'
import { coverageSection } from './story-coverage.ts'
import { matrixSection } from './story-matrix.ts'

const reader = exampleReader()
const having = (rest: Partial<StoryView['dossier']>): StoryView => ({ ...story, dossier: { ...dossier, ...rest } })
const carried = citeWords(wire, wire.blocks[0]!)

function point(cells: readonly Coverage[], rest: Partial<CoveragePoint> = {}): CoveragePoint {
  return {
    of: 'sentence',
    text: carried.exact,
    citations: [carried],
    knownAt: wire.at,
    isOnlyHere: false,
    cells,
    ...rest,
  }
}

const cells: readonly Coverage[] = [
  { kind: 'carries', citation: carried },
  { kind: 'left-out' },
  { kind: 'earlier' },
  { kind: 'not-known', why: 'incomplete' },
]
const outlets = [wire.outlet, own.outlet, hostile.outlet, 'Fourth']
const matrix: CoverageMatrix = {
  outlets,
  points: [point(cells), point(cells, { of: 'quotation', speaker: 'Mara Ellind', isOnlyHere: true })],
}
const show = (coverage: CoverageMatrix) => parseMarkup(String(matrixSection(having({ coverage }), reader)))

describe('who carries which point', () => {
  it('is a table whose cells say in words how each outlet stands to a point', () => {
    const section = show(matrix)
    assert.deepEqual(texts(section, 'thead th'), ['Point', ...outlets])
    const row = all(section, 'tbody tr')[0]!
    assert.equal(row.querySelector('th')?.getAttribute('scope'), 'row')
    assert.equal(row.querySelector('th')?.getAttribute('abbr'), 'Point 1')
    assert.deepEqual(texts(row, 'td .sr'), [
      'carries it, paragraph',
      'left out',
      'published before it was known',
      'not known: its text is not held whole',
    ])
    assert.match(row.querySelector('td a')?.getAttribute('href') ?? '', /^\/citations\/doc-/)
  })

  it('marks what stands in one report only, and who is left', () => {
    const labels = texts(show(matrix), 'tbody .labels')
    assert.match(labels[0] ?? '', /^left out by 1 outlet/)
    assert.match(labels[1] ?? '', /^quotation · Mara Ellind · only here · left out by 1 outlet/)
  })

  it('puts only the words of a quotation in quotation marks', () => {
    assert.equal(all(show(matrix), 'q').length, 1)
  })

  it('scrolls in its own box, by keyboard too', () => {
    const region = show(matrix).querySelector('[role=region]')
    assert.equal(region?.getAttribute('tabindex'), '0')
    assert.notEqual(region?.getAttribute('aria-label'), '')
  })

  it('is a list of points where there are more outlets than fit side by side', () => {
    const many = Array.from({ length: 13 }, (_, index) => `Outlet ${index}`)
    const wide = [...cells, ...many.slice(4).map((): Coverage => ({ kind: 'left-out' }))]
    const section = show({ outlets: many, points: [point(wide)] })
    assert.equal(section.querySelector('table'), null)
    assert.equal(all(section, 'ol.points li').length, 1)
    assert.match(textOf(section.querySelector('ol.points li')), /left out by 10 outlets: Outlet 1, /)
  })

  it('folds what comes after eight points, and goes on counting', () => {
    const points = Array.from({ length: 10 }, () => point(cells))
    const section = show({ outlets, points })
    assert.equal(all(section, 'details.rest tbody tr').length, 2)
    assert.equal(section.querySelector('details.rest th[scope=row]')?.getAttribute('abbr'), 'Point 9')
  })

  it('is left out of a dossier that has none', () => {
    assert.equal(String(matrixSection(story, reader)), '')
  })

  it('takes the columns of points out of the list of articles', () => {
    const section = parseMarkup(String(coverageSection(having({ coverage: matrix }), reader)))
    assert.equal(section.querySelector('th.dot'), null)
    assert.match(textOf(section.querySelector('.note')), /^How much of each article/)
  })
})

describe('in other words', () => {
  const word: ChosenWord = {
    word: 'council',
    uses: [
      {
        outlet: own.outlet,
        documentId: story.dossier.members[0]!.documentId,
        title: '<b>Council</b> says',
        span: { start: 3, end: 10 },
      },
    ],
  }
  const start = carried.exact.indexOf('council')
  const other: ChosenWord = {
    word: 'council',
    uses: [{ outlet: wire.outlet, documentId: carried.documentId, citation: carried, span: { start, end: start + 7 } }],
  }

  it('shows each word in its passage, marked, with who uses it', () => {
    const section = parseMarkup(String(wordsSection(having({ wordChoices: [{ words: [word, other] }] }), reader)))
    assert.deepEqual(texts(section, 'mark'), ['Council', carried.exact.slice(start, start + 7)])
    assert.equal(textOf(section.querySelector('dd .words')), '<b>Council</b> says')
    assert.match(textOf(section.querySelector('dd a')), /, headline$/)
    assert.deepEqual(texts(section, 'dt .small'), ['1 outlet', '1 outlet'])
  })

  it('is left out where there is nothing to compare', () => {
    assert.equal(String(wordsSection(story, reader)), '')
    assert.equal(String(wordsSection(having({ wordChoices: [] }), reader)), '')
  })
})
