import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOnly } from './code-only.ts'

const of = (source: string) => codeOnly(source).replace(/ +/g, ' ').trim()

test('comments, texts and patterns are blanked, and code stays at its place', () => {
  assert.equal(of("const a = 'x as y' // as z\n/* b! */ const c = 1"), "const a = ' ' \n const c = 1")
  assert.equal(of('const p = /a as b[/]!/g.test(x)'), 'const p = .test(x)')
  assert.equal(of('const d = (a) / b / c'), 'const d = (a) / b / c')
  const source = 'const a = `\n x as y ${b as C} !`\nconst d = 1'
  assert.equal(codeOnly(source).length, source.length)
  assert.equal(codeOnly(source).split('\n').length, 3)
})

test('what stands in a hole of a template is code', () => {
  assert.equal(of('`a ${b as C} d`'), '` ${b as C} `')
  assert.equal(of('`a ${`as ${b!} x`} as d` as E'), '` ${` ${b!} `} ` as E')
  assert.equal(of('`${{ a: 1 }.a} as`'), '`${{ a: 1 }.a} `')
})

test('a text with the other mark or an escape in it ends at its own', () => {
  assert.equal(of(`f('it\\'s "as" x', a as B)`), "f(' ', a as B)")
})
