import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answered } from '../../../../test/examples/asking.ts'
import * as people from '../../../../test/examples/people.ts'
import { story } from '../../../../test/examples/story.ts'
import type { AnswerPoint } from '../../../core/answer.ts'
import { wordsIn } from '../../reader.ts'
import { entityExamples, newsExamples, storyExamples } from './ask-examples.ts'
import { raisedBy } from './ask-next.ts'

const { asking } = wordsIn('en')
const { answer } = answered
const [first] = answer.groups[0].points

function saying(exact: string, sort = answer.asked.sort, speaker?: AnswerPoint['speaker']) {
  const { speaker: _, ...bare } = first
  const point: AnswerPoint = { ...bare, sentence: { ...first.sentence, exact }, ...(speaker && { speaker }) }
  return raisedBy({ ...answer, asked: { ...answer.asked, sort }, groups: [{ title: '', points: [point] }] }, asking)
}

describe('questions that passages raise', () => {
  it('ask when, where a passage names a time and that was not asked', () => {
    assert.deepEqual(saying('The bridge opens on Friday.'), ['When?'])
    assert.deepEqual(saying('Le pont rouvre en février.'), ['When?'])
    assert.deepEqual(saying('يفتح الجسر يوم الجمعة.'), ['When?'])
    assert.deepEqual(saying('It was built in 1931.'), ['When?'])
    assert.deepEqual(saying('The bridge opens on Friday.', 'when'), [])
    assert.deepEqual(saying('It may open again.'), [])
    assert.deepEqual(saying('Some 140 people were moved.', 'what'), [])
  })

  it('ask what somebody said who is surely quoted and was not asked about', () => {
    const speaker = { name: 'Ada Bering', confidence: 0.9, isDirect: true }
    assert.deepEqual(saying('x', 'why', speaker), ['What did Ada Bering say?'])
    assert.deepEqual(saying('x', 'why', { ...speaker, confidence: 0.5 }), [])
  })
})

describe('questions to begin with', () => {
  it('are made of what a story holds, in its language', () => {
    const examples = storyExamples(story, wordsIn('fr').asking)
    assert.ok(examples.includes('What did Tomas Reyd say?'), examples.join())
    assert.ok(examples.includes('How many people moved?'))
    const french = { ...story, dossier: { ...story.dossier, language: 'fr-CA' } }
    assert.ok(storyExamples(french, asking).includes('Qu’a dit Tomas Reyd\u00a0?'))
    const german = { ...story, dossier: { ...story.dossier, language: 'de' } }
    assert.ok(storyExamples(german, asking).includes('Was hat Tomas Reyd gesagt?'))
    const other = { ...story, dossier: { ...story.dossier, language: 'pl' } }
    assert.ok(storyExamples(other, wordsIn('ar').asking)[0]?.startsWith('ماذا'))
  })

  it('ask somebody only for what there is', () => {
    assert.equal(people.person.kind, 'entity')
    assert.ok(entityExamples(people.person, asking).length > 0)
    assert.deepEqual(entityExamples({ ...people.person, quoteCount: 0, promised: [] }, asking), [])
    assert.equal(newsExamples(['A', 'B', 'C', 'D'], [], asking).length, 3)
  })
})
