import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { compileGold, type GoldArticle, goldLines, type Pair } from './compile-gold.ts'

describe('compileGold', () => {
  it('finds the offsets of what is marked', () => {
    const [article] = compileGold(
      "=== a 2025-06-10 curly\nA=Jane Roe\nB=\n! Deal is '{A:off}'\n'{A:It's off,}' {sA:she} {cA:told} {hA:CNN}. '{A:For good.}'\n{sB:A fan} of '{~:Cats}' {cB:said} '{B:no}'.\n",
    )
    const { text, title, attributions, notSpeech } = article ?? assert.fail('no article')
    const words = (pair: Pair | undefined): string | undefined => pair && text.slice(...pair)
    assert.equal(text, 'Deal is ‘off’\n‘It’s off,’ she told CNN. ‘For good.’\nA fan of ‘Cats’ said ‘no’.')
    assert.equal(title, 'Deal is ‘off’')
    assert.deepEqual(
      attributions.map(({ content, source, cue, speaker, channel, kind }) => [
        ...[content[0], source[0], cue[0], channel].map(words),
        speaker,
        kind,
      ]),
      [
        ['off', 'she', undefined, undefined, 'Jane Roe', 'mixed'],
        ['It’s off,', 'she', 'told', 'CNN', 'Jane Roe', 'direct'],
        ['For good.', 'she', 'told', 'CNN', 'Jane Roe', 'direct'],
        ['no', 'A fan', 'said', undefined, undefined, 'mixed'],
      ],
    )
    assert.deepEqual(notSpeech.map(words), ['Cats'])
  })

  it('refuses a speaker not named at the head and an open bracket', () => {
    assert.throws(() => compileGold("=== a 2025-06-10\n'{A:No}'"), /no speaker A/)
    assert.throws(() => compileGold("=== a 2025-06-10\nA=\n'{A:No'"), /open bracket/)
  })

  for (const [style, count] of [
    ['single', 45],
    ['double', 45],
    ['titles', 165],
  ] as const)
    it(`gives the committed lines of the ${style} style, each quotation between marks`, () => {
      const lines = readFileSync(new URL(`./own-${style}.jsonl`, import.meta.url), 'utf8')
      assert.equal(lines, goldLines(style))
      const articles = lines.split('\n').flatMap((line) => (line ? [JSON.parse(line) as GoldArticle] : []))
      assert.equal(articles.length, count)
      for (const { id, text, attributions, notSpeech } of articles) {
        const spans = [...attributions.flatMap(({ content }) => content), ...notSpeech]
        for (const [start, end] of spans) {
          assert.match(text[start - 1] ?? '', /["'“‘]/, `${id} ${start}`)
          assert.match(text[end] ?? '', /["'”’\n]/, `${id} ${end}`)
        }
      }
    })
})
