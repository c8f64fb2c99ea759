import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../../../src/extract/extract.ts'
import { pageAttacks } from './all-attacks.ts'
import { foundSentence } from './page-attack.ts'

/** Those that are quick to read now and went on for minutes before there were bounds; all of them are in the proof. */
const quick = [
  'deep100k',
  'bigJsonLd',
  'badJsonLd',
  '400,000 open, 400,000 others closed',
  'a million open',
  '200,000 more of the body',
  '200,000 open templates',
  '200,000 tables in SVG in MathML',
  'commas as a srcset',
  'a title of bars',
  'marks on one letter',
  'spaces in code',
]

test('every attack has a name of its own', () => {
  assert.equal(new Set(pageAttacks.map(({ name }) => name)).size, pageAttacks.length)
})

for (const name of quick)
  test(`the article is found in a page that means harm: ${name}`, () => {
    const attack = pageAttacks.find((one) => one.name === name)
    assert.ok(attack)
    const { text, blocks } = extract({ url: 'https://example.com/a', ...attack.beside?.(), html: attack.make() })
    assert.match(text, foundSentence)
    for (const { start, end } of blocks) assert.ok(0 <= start && start < end && end <= text.length)
  })
