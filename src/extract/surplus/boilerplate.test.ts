import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countWords } from '../words.ts'
import { furnitureStep } from './boilerplate.ts'

const stepOf = (text: string): string | undefined => furnitureStep(text, countWords(text))

test('a sentence that tells of subscribers is text, one that asks for them is not', () => {
  const told =
    'The Sandle Gazette will ask readers to subscribe to continue reading after the third article of each month, its editor said.'
  assert.equal(stepOf(told), undefined)
  assert.equal(
    stepOf('The number of people who subscribe to the service rose to nine thousand over the winter.'),
    undefined,
  )
  for (const asked of [
    'To read on, subscribe to the paper now and get the first month for nothing at all, until the end of June.',
    'Readers who subscribe to our newsletter before the end of the week get a book of maps sent to them by post.',
    'Abonnez-vous à la lettre du matin, qui paraît chaque jour ouvré avant sept heures et que lisent mille personnes.',
  ])
    assert.equal(stepOf(asked), 'appeal')
})
