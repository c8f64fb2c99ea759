import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inAscii } from './pack-program.ts'

const runs = (code: string): unknown => new Function(`return ${code}`)()

describe('packed code in ASCII', () => {
  for (const code of [
    "'été'",
    "((words) => words.join(''))`× …`",
    '/^[«“](.)\\–\\s{2}$/.exec("«é– \\t")?.[1]',
    '/[\\–]|\\\\–/.source.length > 0 && /\\\\–/.test("\\\\–")',
    '/^[🜁🜂]$/u.test("🜂")',
    '((été) => été + 1)(2)',
    '1 // ── à part ──',
  ])
    it(`means the same: ${inAscii(code)}`, () => {
      const packed = inAscii(code)
      assert.match(packed, /^[\0-\x7f]*$/)
      assert.deepEqual(runs(packed), runs(code))
    })
})
