import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attacksOn } from './attack-strings.ts'
import { findLiterals, productFiles } from './find-literals.ts'
import { worstGrowth } from './time-attacks.ts'
import { grownTo, worstAt } from './worst-at.ts'

test('an expression that goes back without end is found, and one that does not is none', () => {
  assert.equal(worstGrowth('^(a+)+$', '')?.kind, 'exponential')
  assert.equal(worstGrowth('(?:\\w+\\s?)*!$', 'u')?.kind, 'exponential')
  for (const harmless of ['^[a-z]+$', 'a{1,5}b', '(?:jan|feb)\\.? \\d{4}', '<[^<>]*>'])
    assert.notEqual(worstGrowth(harmless, 'iu')?.kind, 'exponential', harmless)
})

test('every repetition gets strings of its own, led to by what stands before it', () => {
  const attacks = attacksOn('^by\\s+([A-Z]\\w*)$', '')
  assert.ok(attacks.some(({ before, pump }) => before === 'by' && pump === ' '))
  assert.ok(attacks.some(({ before, pump }) => before === 'by A' && pump === 'a'))
})

test('the expressions of the product are found by their syntax', () => {
  const files = productFiles()
  assert.ok(files.length > 1000)
  const found = findLiterals(files.filter((path) => path.startsWith('feeds/')))
  assert.ok(found.length > 100)
  assert.ok(found.some(({ place, source }) => place.startsWith('feeds/resolve-url.ts:') && source.includes('a-z')))
})

test('what grows steeply comes before what is merely slow, and its worst attack is told', async () => {
  assert.ok(grownTo(1, 16) > grownTo(10, 40))
  const take = (text: string) => /^\s*\s*,$/.test(text)
  const { attack } = await worstAt({ name: 'lines', most: 16_000, take }, [
    { before: '', pump: 'a', after: '!' },
    { before: '', pump: ' ', after: '!' },
  ])
  assert.equal(attack?.pump, ' ')
})
