import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tsquery, tsvector } from './postgres-search.ts'
import { parseSearchQuery, plain, searchWords, spaced } from './search-query.ts'
import { matchExpression } from './sqlite-search.ts'

const words = (...list: string[]) => ({ words: list, isExcluded: false })
const without = (...list: string[]) => ({ words: list, isExcluded: true })

test('words, phrases and exclusions are told apart', () => {
  assert.deepEqual(parseSearchQuery('budget vote'), [words('budget'), words('vote')])
  assert.deepEqual(parseSearchQuery('"long night" -party'), [words('long', 'night'), without('party')])
  assert.deepEqual(parseSearchQuery('a -"b c"'), [words('a'), without('b', 'c')])
  assert.deepEqual(parseSearchQuery('“curly quotes”'), [words('curly', 'quotes')])
})

test('a hyphen within a word is not an exclusion but a phrase', () => {
  assert.deepEqual(parseSearchQuery('part-time'), [words('part', 'time')])
})

test('an open quotation mark is ignored', () => {
  assert.deepEqual(parseSearchQuery('"open night'), [words('open'), words('night')])
})

test('nothing to look for is undefined', () => {
  for (const text of ['', '   ', '"', '""', '-', '-only', '!?', '-"only this"'])
    assert.equal(parseSearchQuery(text), undefined, text)
})

test('words are lower case and without accents', () => {
  assert.deepEqual(searchWords('Élégant ÉTAT naïve'), ['elegant', 'etat', 'naive'])
  assert.deepEqual(searchWords('Ελλάδα Йод'), ['ελλαδα', 'иод'])
  assert.equal(plain('plain ascii'), 'plain ascii')
})

test('marks that are letters in their script stay', () => {
  assert.deepEqual(searchWords('हिन्दी'), ['हिन्दी'])
})

test('scripts without spaces are cut into characters, others are left alone', () => {
  assert.equal(spaced('plain text'), 'plain text')
  assert.deepEqual(searchWords('北京 2026年'), ['北', '京', '2026', '年'])
  assert.deepEqual(searchWords('𠮷野家'), ['𠮷', '野', '家'])
  assert.deepEqual(parseSearchQuery('北京'), [words('北', '京')])
})

test('FTS5 gets phrases in quotation marks and one exclusion', () => {
  assert.equal(matchExpression([words('a'), words('b', 'c')]), '"a" AND "b c"')
  assert.equal(matchExpression([words('a'), without('b'), without('c', 'd')]), '("a") NOT ("b" OR "c d")')
})

test('PostgreSQL gets the same in its own syntax', () => {
  assert.equal(tsquery([words('a'), words('b', 'c'), without('d')]), "('a') & ('b' <-> 'c') & !('d')")
})

test('a tsvector has title places first, weighted, and text places after a gap', () => {
  assert.equal(tsvector('Big News', 'news, big'), "'big':1A,24 'news':2A,23")
})

test('a tsvector keeps within the limits of its type', () => {
  const long = tsvector('', Array.from({ length: 20_000 }, (_, index) => `w${index % 9_000}`).join(' '))
  const places = [...long.matchAll(/:([\d,]+)/g)].flatMap((match) => match[1]!.split(',').map(Number))
  assert.ok(Math.max(...places) <= 16_383)
  const same = tsvector('', 'same '.repeat(1_000))
  assert.equal(same.split(',').length, 256)
  assert.equal(tsvector('', 'x'.repeat(3_000)), '')
})

test('whatever is typed, the words hold nothing that could be syntax', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const query = parseSearchQuery(text)
      for (const term of query ?? []) for (const word of term.words) assert.match(word, /^[\p{L}\p{N}\p{M}]+$/u)
      for (const lexeme of tsvector(text, text).split(' ').filter(Boolean))
        assert.match(lexeme, /^'[\p{L}\p{N}\p{M}]+':[\dA,]+$/u)
    }),
  )
})
