import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { spokenInTranslation } from './spoken-in-translation.ts'

/** The attribution of the first quotation in a sentence. */
function saidOf(language: string, text: string): string | undefined {
  const quoted = [...text.matchAll(/[“«„](?<inner>[^”»“]*)[”»“]/gu)].map(({ index, groups }) => ({
    start: index + 1,
    end: index + 1 + (groups?.inner?.length ?? 0),
  }))
  const found = spokenInTranslation(text, language, { start: 0, end: text.length }, quoted, quoted[0]!)
  return found && text.slice(found.start, found.end)
}

describe('words that were spoken in another language', () => {
  it('are told by the sentence around them', () => {
    for (const [language, text, said] of [
      ['en', '“The river is ours,” Chief Amaru Quispe said in Quechua.', 'in Quechua'],
      ['en', 'Speaking through an interpreter, Dalia Haddad said: “We will not leave.”', 'through an interpreter'],
      ['en', '“It is over,” he wrote, according to a translation by the court.', 'according to a translation'],
      ['fr', '« Le fleuve est à nous », a dit en quechua le chef Amaru Quispe.', 'en quechua'],
      [
        'fr',
        '« Nous restons », a dit Dalia Haddad par l’intermédiaire d’un interprète.',
        'par l’intermédiaire d’un interprète',
      ],
      ['de', '„Der Fluss gehört uns“, sagte Amaru Quispe auf Spanisch.', 'auf Spanisch'],
      ['es', '«El río es nuestro», dijo Amaru Quispe en inglés.', 'en inglés'],
      ['ar', 'وقال عمار القيسي بالفرنسية: «النهر لنا».', 'بالفرنسية'],
      ['ar', 'وقال عمار القيسي عبر مترجم: «النهر لنا».', 'عبر مترجم'],
    ] as const)
      assert.equal(saidOf(language, text), said, text)
  })

  it('are not those of the text’s own language, nor those that stand there as spoken', () => {
    for (const [language, text] of [
      ['en', '“The river is ours,” Amaru Quispe said in English.'],
      ['fr', '« Le fleuve est à nous », a dit Amaru Quispe en français.'],
      ['en', '“Viva la revolución,” he shouted in Spanish.'],
      ['en', '“We love to play in French football,” said the coach.'],
      ['en', '“It is cold,” she said in French Polynesia.'],
      ['en', '“He told me in Arabic that it was over,” she said.'],
      ['nl', '„De rivier is van ons”, zei Amaru in het Engels.'],
    ] as const)
      assert.equal(saidOf(language, text), undefined, text)
  })
})
