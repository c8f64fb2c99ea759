import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compileGold } from './compile-gold.ts'
import { type Miss, scoreMarks } from './score-marks.ts'

describe('the score of quotation marks', () => {
  it('counts spans, speakers, sources and words nobody says', () => {
    const articles = compileGold(
      "=== a 2025-06-10\nA=Jane Roe\nB=Ian Poe\n'{A:We won,}' {sA:Jane Roe} {cA:told} {hA:CNN}. '{A:Twice.}'\nThe so-called '{~:old guard}' lost.\n",
    )
    assert.deepEqual(scoreMarks(articles), {
      channel_precision: 1,
      channel_recall: 1,
      not_speech_left_alone: 1,
      source_precision: 1,
      source_recall: 1,
      spans: 1,
      spans_precision: 1,
      speaker_precision: 1,
      speaker_recall: 1,
    })
  })

  it('tells every answer that is not the key’s', () => {
    // A key that is wrong of purpose: another speaker, and a quotation left out.
    const articles = compileGold("=== a 2025-06-10\nB=Ian Poe\n'{B:We won,}' {cB:said} {sB:Jane Roe}. 'Twice.'\n")
    const misses: Miss[] = []
    const figures = scoreMarks(articles, misses)
    assert.deepEqual(
      [figures.spans, figures.spans_precision, figures.speaker_precision, figures.source_precision],
      [1, 0.5, 0, 1],
    )
    assert.deepEqual(
      misses.map(({ what, ours }) => [what, ours]),
      [
        ['span', 'Twice.'],
        ['speaker', 'cue-right Jane Roe (Jane Roe)'],
      ],
    )
  })
})
