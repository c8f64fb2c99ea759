import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { pollLine } from './source.ts'

const reader = exampleReader()

describe('pollLine', () => {
  it('says what came of each poll, the newest first in the table and at the far end of the line', () => {
    const page = parseMarkup(String(pollLine([112, 'unchanged', 0, 'failed', 1], reader)))
    assert.deepEqual(texts(page, 'tbody td'), [
      '1 new entry',
      'failed',
      'nothing new',
      'nothing new',
      '112 new entries',
    ])
    const label = page.querySelector('svg')?.getAttribute('aria-label')
    assert.equal(label, 'Last times it was read: Read 5 times: 2 with something new, 1 failed.')
    const last = all(page, 'rect').at(-1)
    assert.ok(Number.parseFloat(last?.getAttribute('x') ?? '') > 97)
    assert.ok(all(page, 'rect').every((rect) => Number(rect.getAttribute('height')) <= 26))
  })

  it('is nothing before the first poll', () => {
    assert.equal(String(pollLine([], reader)), '')
  })
})
