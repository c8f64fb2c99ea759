import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cosine, meaningOf } from './word-vectors.ts'

function alike(a: string, b: string): number {
  const [one, other] = [meaningOf(a), meaningOf(b)]
  assert.ok(one && other, `${a} and ${b} are known`)
  return cosine(one.vector, other.vector)
}

test('words that stand for one another are more alike than words that do not', () => {
  for (const [a, b, other] of [
    ['started', 'began', 'sanctions'],
    ['ballot', 'vote', 'hospital'],
    ['died', 'killed', 'budget'],
  ] as const)
    assert.ok(alike(a, b) > alike(a, other) + 0.3, `${a}: ${b}, not ${other}`)
})

test('a vector has length 1, and a seldom word says more than a common one', () => {
  const [common, seldom] = [meaningOf('president'), meaningOf('chimpanzees') ?? meaningOf('acres')]
  assert.ok(common && seldom)
  assert.ok(Math.abs(cosine(common.vector, common.vector) - 1) < 1e-5)
  assert.ok(seldom.rarity > common.rarity)
})

test('what is not among the words has no meaning here', () => {
  assert.equal(meaningOf('quillbeck'), undefined)
  assert.equal(meaningOf('the'), undefined)
})
