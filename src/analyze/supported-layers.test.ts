import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { annotate } from './annotate.ts'
import { supportedLayers } from './supported-layers.ts'
import { documentOf, quotesOf } from './test-document.ts'

describe('supportedLayers', () => {
  it('reads everything in English, also when the language could not be told', () => {
    for (const language of ['en', 'en-GB', 'und', '']) assert.deepEqual(supportedLayers(language).notRead, [], language)
  })

  it('says what it does not read in the languages of which it reads some', () => {
    for (const language of ['de', 'fr-CA', 'es_MX', 'AR', 'it-CH'])
      assert.deepEqual(supportedLayers(language).notRead, ['indirect-speech', 'promises', 'figures'], language)
  })

  it('reads sentences and quotations only in any other', () => {
    for (const language of ['pl', 'pt', 'ja', 'xx-weird'])
      assert.deepEqual(supportedLayers(language).read, ['sentences', 'quotations'], language)
  })

  it('is true of the analyzers: no other language gets a speaker or a date', () => {
    const texts: readonly (readonly [language: string, text: string])[] = [
      ['pl', 'Jan Nowak powiedział 3 maja 2025: „Jedziemy jutro”. „Tak”, dodała Anna Lis.'],
      ['pt', '«Vamos amanhã», disse Ana Costa na terça-feira. Segundo Rui Melo, «tudo bem».'],
      ['nl', '“We gaan morgen”, zei Jan de Vries op dinsdag 6 mei.'],
    ]
    for (const [language, text] of texts) {
      const doc = documentOf([text], { language })
      assert.ok(quotesOf(doc).length > 0, text)
      assert.deepEqual(
        quotesOf(doc).flatMap(({ speaker, source, cue }) => speaker ?? source ?? cue ?? []),
        [],
        text,
      )
      assert.deepEqual(annotate(doc).times?.items, [], text)
    }
  })
})
