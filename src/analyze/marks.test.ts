import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { marksIn } from './marks.ts'

/** Marks as signs, with `<` for one that opens and `>` for one that may close. */
function marks(text: string): string[] {
  return marksIn(text, { start: 0, end: text.length }).map(({ sign, opens }) => `${sign}${opens ? '<' : '>'}`)
}

describe('quotation marks', () => {
  it('that have one meaning keep it', () => {
    assert.deepEqual(marks('“a” «b» „c” 「d」'), ['“<', '”>', '«<', '»>', '„<', '”>', '「<', '」>'])
  })

  it('that have two open after a space and close before one', () => {
    assert.deepEqual(marks('He said "no" and left.'), ['"<', '">'])
    assert.deepEqual(marks("He said 'no' and left."), ["'<", "'>"])
  })

  it('are not apostrophes', () => {
    assert.deepEqual(marks("I don't know"), [])
    assert.deepEqual(marks('I don’t know'), [])
    assert.deepEqual(marks("the 1990's songs"), [])
    assert.deepEqual(marks("rock 'n' roll"), [])
    assert.deepEqual(marks("get 'em"), [])
  })

  it('after an s may be a plural possessive', () => {
    const [mark] = marksIn("the leaders' talks", { start: 0, end: 18 })
    assert.equal(mark?.isPossessive, true)
  })

  it('after a bracket or dash open', () => {
    assert.deepEqual(marks('("no")'), ['"<', '">'])
    assert.deepEqual(marks('—"no"'), ['"<', '">'])
  })

  it('outside the block are not read', () => {
    assert.deepEqual(marksIn('“a” “b”', { start: 4, end: 7 }).length, 2)
  })
})
