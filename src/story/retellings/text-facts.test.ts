import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { entity, spanOf, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { figuresInBoth, orderOf, readTextFacts, withoutSpans } from './text-facts.ts'

const holm = entity('person', 'Anna Holm')
const text = [
  '# 7 things to know',
  'Anna Holm shut the bridge on Monday with 20 cracks.',
  '“We found 99 cracks,” she said.',
  'Repairs cost 3 million.',
].join('\n')
const body = text.replace('# ', '')

function told(lines: string, id = 'a') {
  const input = storyInput({
    id,
    text: lines,
    mentions: lines.includes('Anna Holm') ? [['Anna Holm', holm]] : [],
    times: lines.includes('Monday') ? [['Monday', '2025-03-03']] : [],
    quotes: lines.includes('We found') ? [{ words: 'We found 99 cracks,' }] : [],
  })
  return readTextFacts(readMembers([input])[0]!)
}

describe('what a text tells', () => {
  test('is its running text outside quotation marks: words, figures, names and dates', () => {
    const { sentences, facts } = told(text)
    assert.equal(sentences.length, 3)
    assert.deepEqual(
      facts.map(({ key, sentence }) => [key, sentence]),
      [
        ['#20', 0],
        [holm.id, 0],
        ['@2025-03-03', 0],
        ['#3', 2],
      ],
    )
    assert.equal(sentences[1]?.stems.has('crack'), false)
  })

  test('the numbers of a date are no figures', () => {
    const input = storyInput({
      id: 'd',
      text: 'It fell on 24 June 2010 by 7.',
      times: [['24 June 2010', '2010-06-24']],
    })
    const { facts } = readTextFacts(readMembers([input])[0]!)
    assert.deepEqual(
      facts.map(({ key }) => key),
      ['#7', '@2010-06-24'],
    )
  })

  test('without passages that stand elsewhere, the facts are those of the rest', () => {
    const rest = withoutSpans(told(text), [spanOf(body, 'Anna Holm shut the bridge on Monday with 20 cracks.')])
    assert.deepEqual(
      rest.facts.map(({ key }) => key),
      ['#3'],
    )
    assert.equal(withoutSpans(told(text), [spanOf(body, 'Anna Holm')]).sentences.length, 3)
  })
})

describe('how far two texts tell the same', () => {
  const here = told('It lost 20 lamps.\nIt lost 30 trees.\nIt lost 40 walls.')

  test('figures are counted once, against the text that has fewer', () => {
    assert.deepEqual(figuresInBoth(here, told('20 lamps went, 20 in all.\n50 went.', 'b')), [1, 0.5])
    assert.deepEqual(figuresInBoth(here, told('Nothing went.', 'b')), [0, 0])
  })

  test('order is that of facts told in different sentences on both sides', () => {
    assert.equal(orderOf(here, told('20.\n30.\n40.', 'b')), 1)
    assert.equal(orderOf(here, told('40.\n30.\n20.', 'b')), 0)
    assert.equal(orderOf(here, told('20.\n40.\n30.', 'b')), 2 / 3)
    assert.equal(orderOf(here, told('20 30 40.', 'b')), 0)
  })
})
