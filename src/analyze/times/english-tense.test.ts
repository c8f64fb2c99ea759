import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isFuture } from './english-tense.ts'
import { dayOf } from './time-calendar.ts'
import type { Scene } from './time-rules.ts'

/** The scene of the phrase between bars. */
function sceneOf(sentence: string): Scene {
  const [before = '', , after = ''] = sentence.split('|')
  return { before, after, anchor: dayOf(2025, 8, 19) ?? 0, language: 'en' }
}

const ahead = [
  'The council will vote on |Friday|.',
  'She is expected to leave |Friday|.',
  'They’ll meet on |Friday|.',
  'The report is due |Friday|.',
  'He was elected, and will take office on |Friday|.',
  'On |Friday|, the ferries will run again.',
  'It won’t open until |Friday|.',
  'The upper town might open on |Friday|, soldiers said.',
  'The vote was postponed to |Friday|.',
  'The minister is coming to Haverley on |Friday|.',
  'The council on |Friday| will vote on the bridge.',
  'The mayor, on |Friday|, is expected to resign.',
  'The storm is forecast to reach the coast on |Friday|.',
  'The office announced that she would be leaving the talks early |Friday|.',
]
const behind = [
  'The council voted on |Friday|.',
  'He said on |Friday| that the bridge would close.',
  'The bridge will close, the mayor said on |Friday|.',
  'The ferry that will be sold sank on a calm night; it was seen on |Friday|.',
  '|Friday|, he said, the ferries will run.',
  'On |Friday| he met the mayor.',
  'They might have met on |Friday|.',
  'The council met on |Friday| and will vote later.',
  'The vote on |Friday| is a blow to the mayor.',
  'On |Friday|, the mayor announced that the bridge will close.',
  '|Friday|',
]

describe('isFuture', () => {
  for (const sentence of ahead) it(`looks ahead in: ${sentence}`, () => assert.equal(isFuture(sceneOf(sentence)), true))
  for (const sentence of behind)
    it(`looks back in: ${sentence}`, () => assert.equal(isFuture(sceneOf(sentence)), false))
})
