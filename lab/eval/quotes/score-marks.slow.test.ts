import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { compileGold } from './compile-gold.ts'
import { type Miss, scoreMarks } from './score-marks.ts'

describe('the score of quotation marks', () => {
  it('counts spans, speakers, sources and words nobody says', () => {
    const articles = compileGold(
      "=== a 2025-06-10\nA=Jane Roe\nB=Ian Poe\n'{A:We won,}' {sA:Jane Roe} {cA:told} {hA:CNN}. '{A:Twice.}'\nThe so-called '{~:old guard}' lost.\n",
    )
    assert.deepEqual(scoreMarks(articles), {
      addressee_precision: 1,
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

  it('finds nearly all spans of every article in the other style, straight and curly', () => {
    const folder = new URL('./gold/', import.meta.url)
    const sources = readdirSync(folder).filter((name) => name.endsWith('.txt'))
    const marked = sources.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('')
    for (const text of [marked, inOtherStyle(marked)])
      for (const curly of ['', ' curly']) {
        const { spans = 0, spans_precision = 0 } = scoreMarks(
          compileGold(text.replace(/^(=== \S+ \S+).*$/gm, `$1${curly}`)),
        )
        assert.ok(spans > 0.99 && spans_precision > 0.99, `${spans} ${spans_precision}`)
      }
  })
})

/** Single signs for double ones and the other way round, where they touch a bracket of a quotation. */
function inOtherStyle(marked: string): string {
  const other: Readonly<Record<string, string>> = { "'": '"', '"': "'", '‘': '“', '“': '‘', '’': '”', '”': '’' }
  return marked.replace(/['"‘“](?=\{[A-Z?~]:)|(?<=\})['"’”]/g, (sign) => other[sign] ?? sign)
}
