import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { citeWords, dossier, story } from '../../../../test/examples/story.ts'
import { hostile, own, wire } from '../../../../test/examples/texts.ts'
import type { Coverage, CoverageMatrix, CoveragePoint } from '../../../core/coverage.ts'
import type { StoryView } from '../../../operations/views.ts'
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

describe('who covered what', () => {
  it('is a table whose cells say in words how each outlet stands to a point', () => {
    const section = show(matrix)
    assert.deepEqual(texts(section, 'thead th bdi'), ['Fourth', wire.outlet, own.outlet, hostile.outlet])
    assert.equal(textOf(section.querySelector('thead th')), 'Point')
    const row = all(section, 'tbody tr')[0]!
    assert.equal(row.querySelector('th')?.getAttribute('scope'), 'row')
    assert.equal(row.querySelector('th')?.getAttribute('abbr'), 'Point 1')
    assert.deepEqual(texts(row, 'td .sr'), [
      'Unclear: full text not available',
      'Included',
      'Not included',
      'Published earlier',
    ])
    assert.match(row.querySelector('td a')?.getAttribute('href') ?? '', /^\/citations\/doc-/)
  })

  it('marks what stands in one report only, and who is left', () => {
    const labels = texts(show(matrix), 'tbody small')
    assert.match(labels[0] ?? '', /^Not included: 1 outlet/)
    assert.match(labels[1] ?? '', /^Quote · Mara Ellind · Only in Northern Wire · Not included: 1 outlet/)
  })

  it('puts only the words of a quotation in quotation marks', () => {
    assert.equal(all(show(matrix), 'q').length, 1)
  })

  it('is a list of points where there are more outlets than fit side by side', () => {
    const many = Array.from({ length: 13 }, (_, index) => `Outlet ${index}`)
    const wide = [...cells, ...many.slice(4).map((): Coverage => ({ kind: 'left-out' }))]
    const section = show({ outlets: many, points: [point(wide)] })
    assert.equal(section.querySelector('table'), null)
    assert.equal(all(section, 'ol.points li').length, 1)
    assert.match(textOf(section.querySelector('ol.points li')), /Not included: 10 outlets · Outlet 1, /)
  })

  it('shows eight points, and all of them when asked', () => {
    const coverage = { outlets, points: Array.from({ length: 10 }, () => point(cells)) }
    const section = show(coverage)
    assert.equal(all(section, 'tbody tr').length, 8)
    assert.equal(textOf(section.querySelector('a.go')), 'All 10')
    assert.equal(section.querySelector('a.go')?.getAttribute('href'), '/stories/story-1/coverage?all=1#points')
    const whole = parseMarkup(String(matrixSection(having({ coverage }), reader, true)))
    assert.equal(all(whole, 'tbody tr').length, 10)
    assert.equal(whole.querySelector('a.go'), null)
  })

  it('is left out of a dossier that has none', () => {
    assert.equal(String(matrixSection(story, reader)), '')
  })
})
