import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { visibleText } from '../../../../test/examples/reader.ts'
import { html } from '../../layout/html.ts'
import { type Mark, markedText } from './marked-text.ts'

const whole = (text: string) => ({ start: 0, end: text.length })
const tag = (start: number, end: number, name: string, rank = 0): Mark => ({
  start,
  end,
  rank,
  wrap: (content, isFirst) => html`<i class="${name}"${isFirst && html` id="${name}"`}>${content}</i>`,
})

describe('markedText', () => {
  it('leaves a text without marks as it is, escaped', () => {
    assert.equal(String(markedText('a <b> & "c"', whole('a <b> & "c"'), [])), 'a &lt;b&gt; &amp; &quot;c&quot;')
  })

  it('wraps a span and nothing else', () => {
    assert.equal(
      String(markedText('one two three', whole('one two three'), [tag(4, 7, 'm')])),
      'one <i class="m" id="m">two</i> three',
    )
  })

  it('cuts marks that cross each other, and names each once', () => {
    const made = String(markedText('abcdef', whole('abcdef'), [tag(0, 4, 'x', 0), tag(2, 6, 'y', 1)]))
    assert.equal(made, '<i class="x" id="x">ab</i><i class="x"><i class="y" id="y">cd</i></i><i class="y">ef</i>')
  })

  it('keeps to the part of the text it is asked for', () => {
    assert.equal(String(markedText('abcdef', { start: 2, end: 4 }, [tag(0, 6, 'x')])), '<i class="x">cd</i>')
  })

  it('ignores empty marks and marks elsewhere', () => {
    assert.equal(String(markedText('abc', whole('abc'), [tag(1, 1, 'x'), tag(7, 9, 'y')])), 'abc')
  })

  it('never loses, adds or moves a letter, whatever the marks', () => {
    const marks = fc.array(fc.record({ start: fc.nat(60), length: fc.nat(30), rank: fc.nat(3) }), { maxLength: 8 })
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60, unit: fc.constantFrom('a', 'ب', '<', '&', '"', '💧', '-') }),
        marks,
        (text, list) => {
          const made = markedText(
            text,
            whole(text),
            list.map(({ start, length, rank }) => tag(start, start + length, 'm', rank)),
          )
          const letters = String(made).replace(/<\/?i[^>]*>/g, '')
          assert.equal(letters, String(html`${text}`))
        },
      ),
    )
  })

  it('shows the letters of a marked text as the reader sees them', () => {
    assert.equal(visibleText(String(markedText('a<b', whole('a<b'), [tag(1, 3, 'm')]))), 'a <b ')
  })
})
