import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchesOf } from './matches-of.ts'

test('matches are those of matchAll, also empty ones and past signs of two units', () => {
  for (const pattern of [/\p{L}+/gu, /\d*/gu, /(?<first>a)|(b)?/gu, /$/gu, /x/g])
    for (const text of ['', 'ab 12 𝒜a', '12', 'xx', '𝒜𝒜']) {
      const plain = (matches: Iterable<RegExpExecArray>) =>
        [...matches].map((match) => ({ all: [...match], at: match.index, groups: { ...match.groups } }))
      assert.deepEqual(plain(matchesOf(pattern, text)), plain(text.matchAll(pattern)))
      assert.equal(pattern.lastIndex, 0)
    }
})
