import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { languageMarks } from './language-marks.ts'
import { type ArticleFixture, storyInput } from './story-fixture.ts'
import { readMembers } from './story-text.ts'

const marks = (text: string, language = 'en', more: Partial<ArticleFixture> = {}) =>
  languageMarks(readMembers([storyInput({ id: 'a', title: '', text, language, ...more })]))

describe('languageMarks', () => {
  it('writes numbers alike, whatever parts their thousands and decimals', () => {
    for (const [language, text] of [
      ['en', 'They moved 5,800 people and 4.9 tonnes.'],
      ['fr', 'On a déplacé 5 800 personnes et 4,9 tonnes.'],
      ['de', 'Man brachte 5.800 Menschen und 4,9 Tonnen fort.'],
      ['ar', 'نُقل ٥٨٠٠ شخص و ٤٫٩ طن.'],
    ] as const)
      assert.deepEqual(
        marks(text, language).filter((mark) => mark.startsWith('n:')),
        ['n:5800', 'n:4.9'],
        language,
      )
  })

  it('leaves out years, clock times, small numbers and the numbers of dates', () => {
    const text = 'In 2023, at 10:45, 7 people met on 17 March.'
    assert.deepEqual(marks(text, 'en', { times: [['17 March', '2026-03-17']] }), ['d:2026-03-17'])
  })

  it('gives names in two words and one, the same in Latin, Cyrillic and Arabic letters', () => {
    const english = marks('The icebreaker is stuck, Captain Anton Merkulin said.')
    const russian = marks('Ледокол застрял, сообщил капитан Антон Меркулин.', 'ru')
    const arabic = marks('قال القبطان أنطون ميركولين إن السفينة عالقة.', 'ar')
    for (const found of [english, russian, arabic]) assert.ok(found.includes('p:ANTN MRKLN'), found.join())
    assert.ok(english.includes('w:MRKLN') && russian.includes('w:MRKLN') && arabic.includes('w:MRKLN'))
  })

  it('takes the first word of a sentence for no name of its own', () => {
    assert.deepEqual(marks('Yesterday it rained. Nothing else was said.'), [])
  })

  it('knows countries, also with an Arabic preposition', () => {
    assert.ok(marks('It happened in Germany.').includes('c:DE'))
    assert.ok(marks('أشاد الوزير بألمانيا.', 'ar').includes('c:DE'))
  })

  it('keeps two hundred at most', () => {
    assert.equal(marks(Array.from({ length: 400 }, (_, i) => `${i + 3000}`).join(' ; ')).length, 200)
  })
})
