import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { story } from '../../../../test/examples/story.ts'
import { voicesSection } from './story.ts'

const reader = exampleReader()
const said = (counts: readonly number[]) => ({
  ...story,
  dossier: {
    ...story.dossier,
    ledger: counts.map((count, index) => {
      const [entry] = story.dossier.ledger
      const speaker = { ...entry!.speaker, id: `person:p${index}` as never, name: `P${index}` }
      return { speaker, utterances: Array.from({ length: count }, () => entry!.utterances[0]!) }
    }),
  },
})

describe('who speaks in a story', () => {
  it('counts the quotations of its ledger', () => {
    const part = parseMarkup(String(voicesSection(said([1, 4]), reader)))
    assert.deepEqual(texts(part, 'ol li'), ['P1 80%', 'P0 20%'])
    assert.deepEqual(texts(part, 'h2'), ['Who speaks'])
  })

  it('is nothing where there are too few to say, or one alone speaks', () => {
    for (const counts of [[], [2, 2], [9]]) assert.equal(String(voicesSection(said(counts), reader)), '')
  })
})
