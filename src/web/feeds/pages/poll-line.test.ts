import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { pollLine } from './source.ts'

const reader = exampleReader()

describe('pollLine', () => {
  it('says what came of the polls, the newest at the far end of the line', () => {
    const page = parseMarkup(String(pollLine([112, 'unchanged', 0, 'failed', 1], reader)))
    assert.equal(textOf(page.querySelector('figcaption')), 'Last 5 checks: 2 with news, 1 failed.')
    const last = all(page, 'rect').at(-1)
    assert.ok(Number.parseFloat(last?.getAttribute('x') ?? '') > 97)
    assert.ok(all(page, 'rect').every((rect) => Number(rect.getAttribute('height')) <= 26))
  })

  it('is nothing before the first poll', () => {
    assert.equal(String(pollLine([], reader)), '')
  })
})
