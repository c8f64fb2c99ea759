import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, wordsOf } from '../../test-document.ts'

function speakers(language: string, ...paragraphs: string[]): (string | undefined)[] {
  return quotesOf(documentOf(paragraphs, { language })).map(({ speaker }) => speaker?.name)
}

describe('a speaker in French', () => {
  it('is the name set off after a role', () => {
    assert.deepEqual(speakers('fr', '« Nous partons demain », a rappelé la maire, Jeanne Dupont.'), ['Jeanne Dupont'])
    assert.deepEqual(speakers('fr', '« Nous partons demain », a dit la maire de Marl, Jeanne Dupont.'), [
      'Jeanne Dupont',
    ])
  })

  it('is the name before the role', () => {
    assert.deepEqual(speakers('fr', '« Nous partons demain », a dit Jeanne Dupont, maire de Marl.'), ['Jeanne Dupont'])
  })

  it('is the full name, when a surname stands alone', () => {
    const text = 'La maire, Jeanne Dupont, est venue. « Nous partons demain », a dit Mme Dupont.'
    assert.deepEqual(speakers('fr', text), ['Jeanne Dupont'])
    assert.deepEqual(speakers('fr', '« Nous partons demain », a dit Mme Dupont.', 'On aime Jeanne Dupont.'), [
      'Jeanne Dupont',
    ])
  })

  it('is the surname, when the text gives no more', () => {
    assert.deepEqual(speakers('fr', '« Nous partons demain », a dit Mme Dupont. Selon Dupont, oui.'), ['Dupont'])
  })

  it('is nobody, when the words after the verb name nobody', () => {
    assert.deepEqual(speakers('fr', '« Nous partons demain », a dit un habitant.'), [undefined])
  })

  it('has a source that is the name', () => {
    const doc = documentOf(['« Nous partons demain », a dit la maire, Jeanne Dupont.'], { language: 'fr' })
    assert.equal(wordsOf(doc, quotesOf(doc)[0]?.source), 'Jeanne Dupont')
  })
})

describe('a speaker in Arabic', () => {
  it('stands after the office and its place', () => {
    assert.deepEqual(speakers('ar', 'وقالت وزيرة الصيد في مارل سلمى خليل: «هذا اتفاق جيد لنا جميعا».'), ['سلمى خليل'])
  })

  it('stands after the office with its adjectives', () => {
    assert.deepEqual(speakers('ar', 'وقال الرئيس المصري سعيد خليل: «هذا اتفاق جيد لنا جميعا».'), ['سعيد خليل'])
  })

  it('ends at a preposition', () => {
    assert.deepEqual(speakers('ar', 'وقال سعيد خليل في مؤتمر صحفي: «هذا اتفاق جيد لنا جميعا».'), ['سعيد خليل'])
    assert.deepEqual(speakers('ar', 'وقالت سلمى خليل إن «هذا اتفاق جيد لنا جميعا».'), ['سلمى خليل'])
  })

  it('has a source that is cut from the text, letter by letter', () => {
    const doc = documentOf(['وقالت وزيرة الصيد في مارل سلمى خليل: «هذا اتفاق جيد لنا جميعا».'], { language: 'ar' })
    const source = wordsOf(doc, quotesOf(doc)[0]?.source) ?? ''
    assert.ok(source.startsWith('وزيرة') && source.endsWith('سلمى خليل'), source)
  })
})

describe('a pronoun grown together with the verb, in French', () => {
  it('is the person named in the sentence before', () => {
    const text = 'Le ministre de la mer, Jean Martin, a parlé. « Nous partons demain », a-t-il déclaré à la radio.'
    assert.deepEqual(speakers('fr', text), ['Jean Martin'])
    assert.deepEqual(speakers('fr', 'Selon Jeanne Dupont, l’eau baisse. « Nous restons ici », a-t-elle dit.'), [
      'Jeanne Dupont',
    ])
  })

  it('is that person rather than the speaker of the paragraph before', () => {
    const first = '« Nous partons demain », a dit Jean Martin.'
    const second = 'Jeanne Dupont, médecin, veut rester. « Je reste ici », a-t-elle dit au téléphone.'
    assert.deepEqual(speakers('fr', first, second), ['Jean Martin', 'Jeanne Dupont'])
  })

  it('is nobody when two were named and nobody has spoken', () => {
    const text = 'Jeanne Dupont a vu Jean Martin. « Nous restons ici », a-t-elle dit.'
    assert.deepEqual(speakers('fr', text), [undefined])
  })
})

describe('words of several or of nobody in particular', () => {
  const cases: readonly (readonly [language: string, text: string, ...speakers: (string | undefined)[]])[] = [
    ['fr', '« Rien ne va plus ici », a dit Jean Martin. Au port, on assure que « tout va bien ».'],
    ['es', '«Nada va bien aquí», dijo Ana García. Los demás se fueron. «Es mentira», dijeron.'],
    ['de', '„Das geht so nicht weiter“, sagte Anna Schmidt. Am Hafen heißt es: „Alles wird gut.“'],
    ['ar', 'وقالت سلمى خليل: «سنبقى هنا». وقالوا: «لن نرحل».'],
  ]
  for (const [language, text] of cases)
    it(`are not those of the speaker before: ${text}`, () => assert.equal(speakers(language, text).at(-1), undefined))
})

/** Sentences that name one person, whose words they are not. */
const NOT_THEIRS: readonly (readonly [language: string, text: string])[] = [
  ['fr', '« Nous partons demain matin », a déclaré le porte-parole de Jean Martin.'],
  ['fr', '« Nous partons demain matin », a dit un proche de la ministre Anne Roth.'],
  ['fr', '« Nous partons demain matin », a dit le maire à Jean Martin.'],
  ['fr', 'Le frère de Jean Martin a déclaré : « Nous partons demain. »'],
  ['fr', 'Selon un proche de Jean Martin, « tout est prêt pour la suite ».'],
  ['fr', 'Le film « Demain » de Jean Martin sort mercredi.'],
  ['de', '„Wir gehen morgen nach Hause“, sagte ein Sprecher von Anna Schmidt.'],
  ['de', '„Wir gehen morgen nach Hause“, sagte die Mutter der Ministerin Anna Schmidt.'],
  ['de', 'Der Bruder von Max Roth sagte: „Wir gehen morgen nach Hause.“'],
  ['de', '„Wir zahlen nicht“, erklärte die Deutsche Umwelthilfe.'],
  ['de', '„Wir gehen“, steht auf einem Plakat von Anna Schmidt.'],
  ['es', '«Nos vamos mañana a casa», dijo el portavoz de Ana García.'],
  ['es', '«Nos vamos mañana a casa», dijo la madre del ministro Luis Roth.'],
  ['es', 'Según la Cruz Roja, «faltan mantas y agua».'],
  ['es', 'La película «Mañana» de Ana García se estrena hoy.'],
  ['ar', 'وقال متحدث باسم الوزير سامي حداد: «سنغادر غدا مع الجميع».'],
  ['ar', 'وقال شقيق الرئيس سامي حداد: «سنغادر غدا مع الجميع».'],
  ['ar', 'وقالت وزارة الخارجية: «سنغادر غدا مع الجميع».'],
  ['ar', 'وقال مسؤول كبير في الحكومة: «سنغادر غدا مع الجميع».'],
  ['ar', 'عرض فيلم «غدا» للمخرج سامي حداد.'],
]

describe('words of others', () => {
  for (const [language, text] of NOT_THEIRS)
    it(`have no speaker: ${text}`, () => assert.deepEqual(speakers(language, text), [undefined]))
})

describe('a speaker', () => {
  const cases: readonly (readonly [language: string, text: string, ...speakers: string[]])[] = [
    ['de', 'Anna Schmidt zufolge ist das „ein Fehler, den alle sehen“.', 'Anna Schmidt'],
    ['de', 'Landrat Max Roth kam spät. „Der Zug stand zwei Stunden“, sagte er.', 'Max Roth'],
    ['de', '„Nein“, betonte Betriebsleiterin Anna Schmidt, „niemals wieder.“', 'Anna Schmidt', 'Anna Schmidt'],
    ['de', 'Anna Schmidt sang. „Das war schön für uns“, so Schmidt.', 'Anna Schmidt'],
    ['es', 'El alcalde, Luis Roth, celebró la noticia: «Ya era hora de verlo».', 'Luis Roth'],
    ['es', 'Habló la ministra Ana García. «Nadie se irá de aquí», aseguró.', 'Ana García'],
    ['fr', 'D’après Jeanne Dupont, « rien ne sera fait cette année ».', 'Jeanne Dupont'],
    ['fr', '« Je n’y crois pas du tout », s’emporte Jean Le Bris, marin.', 'Jean Le Bris'],
    ['ar', '«كانت ليلة طويلة لنا جميعا»، قال عالم الآثار زياد حداد.', 'زياد حداد'],
    ['ar', 'ونقلت صحيفة الميناء عن الوزير باسم عون قوله: «نحن جاهزون».', 'باسم عون'],
    ['ar', 'وأعرب رئيس النادي نبيل أبو زيد عن فرحته قائلا: «انتظرنا طويلا».', 'نبيل أبو زيد'],
    ['ar', 'وقالت سلمى خليل: «سنبقى هنا». وأضافت: «لن نرحل».', 'سلمى خليل', 'سلمى خليل'],
  ]
  for (const [language, text, ...expected] of cases)
    it(`is found: ${text}`, () => assert.deepEqual(speakers(language, text), expected))
})
