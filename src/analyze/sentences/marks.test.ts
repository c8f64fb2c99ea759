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
    assert.deepEqual(marks("Ms Roe 's plan: we 'll see, she 'd say"), [])
    assert.deepEqual(marks("the letter 'd' "), ["'<", "'>"])
    assert.deepEqual(marks("she gave 'im what for, back in '66 and in the '70s"), [])
  })

  it('that may be apostrophes say of what kind', () => {
    assert.deepEqual(
      ["the leaders' talks", "bread an' butter", "'cause of it", "a 'no' vote", "'fine' words"].map(
        (text) => marksIn(text, { start: 0, end: text.length }).at(-1)?.apostrophe,
      ),
      ['possessive', 'clipped', 'elision', undefined, undefined],
    )
  })

  it('after a bracket or dash open', () => {
    assert.deepEqual(marks('("no")'), ['"<', '">'])
    assert.deepEqual(marks('—"no"'), ['"<', '">'])
  })

  it('are not feet and inches', () => {
    assert.deepEqual(marks(`At 6'2" he ducks under the 5' 11" beam`), [])
  })

  it('outside the block are not read', () => {
    assert.deepEqual(marksIn('“a” “b”', { start: 4, end: 7 }).length, 2)
  })
})
