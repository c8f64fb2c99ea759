import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { timeTicks } from './plot-dates.ts'
import { lengthOf, numbers, plotFigure, shortened, sideOf, timeAxis } from './plot-parts.ts'
import { scaleOf } from './plot-scale.ts'

const reader = exampleReader()

describe('what plots share', () => {
  it('writes shares as lengths, also outside of the drawing', () => {
    assert.deepEqual([0.375, -0.1, 1.5, Number.NaN].map(lengthOf), ['37.5%', '-10%', '150%', '0%'])
  })

  it('counts from the side where reading begins', () => {
    const [ltr, rtl] = [sideOf(reader), sideOf(exampleReader('ar'))]
    assert.deepEqual([ltr(0.2, 0.1), rtl(0.2), rtl(0.2, 0.1)], ['20%', '80%', '70%'])
  })

  it('heads every row and column of a table, and says whose it is', () => {
    const rows = [
      ['one', 1],
      ['none', 0],
    ]
    const made = parseMarkup(String(numbers(reader, ['Name', 'Count'], rows, 'Counts')))
    assert.deepEqual(texts(made, 'th[scope=col]'), ['Name', 'Count'])
    assert.deepEqual(texts(made, 'th[scope=row]'), ['one', 'none'])
    assert.deepEqual(texts(made, 'td'), ['1', '0'])
    assert.equal(textOf(made.querySelector('summary')), 'As a table: Counts')
  })

  it('names a drawing and describes it by its caption', () => {
    const plot = { id: 'x', title: 'T', caption: 'Says it', height: 10, body: '', table: { heads: [], rows: [] } }
    const made = parseMarkup(String(plotFigure(plot, reader)))
    assert.deepEqual(values(made, 'svg', 'aria-describedby'), ['x-c'])
    assert.equal(textOf(made.querySelector('#x-c')), 'Says it')
    assert.deepEqual(values(made, 'svg', 'role'), ['img'])
  })

  it('labels an axis within the drawing', () => {
    const [from, until] = ['2026-03-14T00:00:00Z', '2026-03-18T00:00:00Z'].map((time) => Date.parse(time))
    const ticks = timeTicks(from!, until!, reader)
    const made = parseMarkup(`<svg>${timeAxis(ticks, scaleOf(from!, until!), 40, sideOf(reader))}</svg>`)
    assert.deepEqual(texts(made, 'text'), ['Mar 14', 'Mar 15', 'Mar 16', 'Mar 17', 'Mar 18'])
    assert.deepEqual(values(made, 'text', 'text-anchor'), ['', 'middle', 'middle', 'middle', 'end'])
    assert.deepEqual(values(made, 'text', 'x'), ['0%', '25%', '50%', '75%', '100%'])
  })

  it('shortens a long name by whole letters', () => {
    assert.equal(shortened('The Northern Telegraph and Argus'), 'The Northern Tele…')
    assert.equal(shortened('Varn Echo'), 'Varn Echo')
  })
})
