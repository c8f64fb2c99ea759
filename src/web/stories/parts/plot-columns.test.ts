import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { columnsPlot } from './plot-columns.ts'

const drawn = (values: readonly number[], language: 'en' | 'ar' = 'en', full?: number) =>
  parseMarkup(
    String(
      columnsPlot(
        {
          id: 'p',
          title: 'Things',
          caption: 'So many.',
          peak: String(Math.max(...values)),
          heads: ['Name', 'Count'],
          columns: values.map((value, index) => ({
            value,
            title: `n${index}: ${value}`,
            label: `n${index}`,
            row: [`n${index}`, value],
          })),
          ...(full === undefined ? {} : { full }),
        },
        exampleReader(language),
      ),
    ),
  )
const numbersOf = (page: ReturnType<typeof drawn>, name: string) =>
  all(page, 'rect.own').map((rect) => Number.parseFloat(rect.getAttribute(name) ?? ''))

describe('columnsPlot', () => {
  it('draws each as high as its share of the highest, and says the same in a table', () => {
    const page = drawn([1, 4, 2])
    const heights = numbersOf(page, 'height')
    assert.deepEqual(
      heights.map((height) => Math.round((height / heights[1]!) * 100)),
      [25, 100, 50],
    )
    assert.deepEqual(texts(page, 'tbody td'), ['1', '4', '2'])
    assert.deepEqual(texts(page, 'svg title'), ['n0: 1', 'n1: 4', 'n2: 2'])
  })

  it('runs the way the page is read', () => {
    const [left, right] = [numbersOf(drawn([1, 2]), 'x'), numbersOf(drawn([1, 2], 'ar'), 'x')]
    assert.ok(left[0]! < left[1]! && right[0]! > right[1]!)
  })

  it('never leaves the drawing, also where all is nothing', () => {
    for (const values of [
      [0, 0],
      [0.2, 0.9],
      [1e9, 1],
    ])
      for (const height of numbersOf(drawn(values, 'en', values[0] === 0.2 ? 1 : undefined), 'height'))
        assert.ok(height >= 0 && height <= 56, String(height))
  })
})
