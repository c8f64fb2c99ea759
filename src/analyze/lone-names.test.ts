import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDocument } from './grammar/parse.ts'
import { loneGivenNames } from './mentions.ts'
import { nameRuns } from './names/name-runs.ts'
import { sentences } from './sentences.ts'
import { documentOf } from './test-document.ts'

function loneIn(...paragraphs: string[]): string[] {
  const doc = documentOf(paragraphs)
  return loneGivenNames(parseDocument(doc, sentences.run(doc, {})).sentences.flatMap(nameRuns))
}

describe('given names that stand alone', () => {
  it('are persons beside their kin', () => {
    assert.deepEqual(loneIn('They lost their child, Matilda.'), ['Matilda'])
  })

  it('are persons when they come twice and something is told of them', () => {
    assert.deepEqual(loneIn('Then Matilda laughed. We liked Matilda.'), ['Matilda'])
    assert.deepEqual(loneIn('We liked Matilda.'), [])
  })

  it('are no persons when they are also towns or words', () => {
    assert.deepEqual(loneIn('Then Charlotte grew. We liked Charlotte, and Paris grew.'), [])
  })
})
