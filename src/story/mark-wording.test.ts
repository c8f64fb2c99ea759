import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { wordingDifference } from './mark-wording.ts'

function marked(a: string, b: string) {
  const difference = wordingDifference(a, b)
  return {
    a: difference.a.map(({ start, end }) => a.slice(start, end)),
    b: difference.b.map(({ start, end }) => b.slice(start, end)),
  }
}

describe('wordingDifference', () => {
  it('marks nothing where only marks and case differ', () => {
    assert.deepEqual(marked('“The bridge is safe”, she said', "'the bridge is safe,' she said."), { a: [], b: [] })
  })

  it('marks the words each has alone', () => {
    assert.deepEqual(marked('We made real progress today', 'We have made progress here today'), {
      a: ['real'],
      b: ['have', 'here'],
    })
  })

  it('joins neighbouring words into one mark', () => {
    assert.deepEqual(marked('The talks were good', 'The talks, held in the capital, were good'), {
      a: [],
      b: ['held in the capital'],
    })
  })

  it('marks everything when nothing is shared', () => {
    assert.deepEqual(marked('one two', 'three four'), { a: ['one two'], b: ['three four'] })
    assert.deepEqual(marked('', 'three'), { a: [], b: ['three'] })
  })

  it('does not try to align very long texts word by word', () => {
    const a = Array.from({ length: 1300 }, (_, i) => `a${i}`).join(' ')
    const b = Array.from({ length: 1300 }, (_, i) => `b${i}`).join(' ')
    assert.deepEqual(marked(`start ${a} end`, `start ${b} end`), { a: [a], b: [b] })
  })

  it('leaves the same words on both sides when the marks are taken away', () => {
    const word = fc.constantFrom('bridge', 'ferry', 'safe', 'open', 'May')
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const difference = wordingDifference(a, b)
        assert.equal(without(a, difference.a), without(b, difference.b))
      }),
    )
  })
})

function without(text: string, spans: readonly { start: number; end: number }[]): string {
  let rest = text
  for (const { start, end } of spans.toReversed()) rest = rest.slice(0, start) + rest.slice(end)
  return rest.split(/\s+/).filter(Boolean).join(' ').toLowerCase()
}
