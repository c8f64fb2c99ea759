import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { annotate } from '../../src/analyze/annotate.ts'
import { documentOf } from '../../src/analyze/test-document.ts'
import { numberSentences } from '../../src/check/number-sentences.ts'
import { writeChecked } from '../../src/pipeline/analysis/write-checked.ts'
import { cassette } from '../cassette.ts'

const document = documentOf([
  'Engineers closed the harbor bridge of Port Alder on Monday after divers found 14 cracks in two piers.',
  'Mayor Ada Lindqvist said the repair would cost 3.2 million euros and may not end before May.',
  'The ferry company did not raise its fares, a spokesman said.',
])
const annotations = annotate(document)
const spans = (annotations.sentences?.items ?? []).map(({ span }) => span)
const sentences = numberSentences([{ document, annotations, spans, sourceName: 'The Harbor Post' }])

const write = (model: ReturnType<typeof cassette>, instructions = 'Tell what happened, in two sentences.') =>
  writeChecked({ model }, { use: 'summary', instructions, sentences, mostClaims: 3 })

describe('a model that writes well, thinks aloud, and gets one thing wrong', () => {
  test('has its true sentences kept and the wrong one dropped', async () => {
    const written = await write(cassette('fluent-model'))
    assert.ok(written.kind === 'written')
    assert.deepEqual(
      written.text.kept.map(({ text }) => text),
      [
        'Engineers closed the harbor bridge of Port Alder on Monday.',
        'The ferry company did not raise its fares, a spokesman said.',
      ],
    )
    assert.deepEqual(
      written.text.dropped.map(({ failed }) => failed),
      ['number'],
    )
  })

  test('fails where nothing was recorded, and says how to', async () => {
    await assert.rejects(
      write(cassette('fluent-model', undefined), 'Never asked before.'),
      /TWOSOURCE_TEST_RECORD=\S+ npm test -- fluent-model/,
    )
  })
})
