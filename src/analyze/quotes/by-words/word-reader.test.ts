import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { attributeAll } from '../../quotes.ts'
import { documentOf, layersOf, quotesOf, told, wordsOf } from '../../test-document.ts'
import { wordReader } from './word-reader.ts'

function said(language: string, ...paragraphs: string[]): (string | undefined)[][] {
  return told(documentOf(paragraphs, { language })).map(({ words, by, cue, pattern }) => [words, by, cue, pattern])
}

describe('quotations in French', () => {
  it('have their speaker after', () => {
    assert.deepEqual(said('fr', '« Nous partons demain », a déclaré Jeanne Dupont mardi.'), [
      ['Nous partons demain', 'Jeanne Dupont', 'a déclaré', 'cue-right'],
    ])
    assert.deepEqual(said('fr', '« Nous partons demain », selon le ministre Jean Martin.')[0]?.slice(1), [
      'Jean Martin',
      'selon',
      'cue-right',
    ])
  })

  it('have their speaker before', () => {
    assert.deepEqual(said('fr', 'Jeanne Dupont a affirmé : « Nous partons. »'), [
      ['Nous partons.', 'Jeanne Dupont', 'a affirmé', 'colon'],
    ])
  })

  it('go on with a pronoun', () => {
    const quotes = said('fr', '« Nous partons demain », a dit Jeanne Dupont.', '« Il le faut bien », a-t-elle ajouté.')
    assert.deepEqual(
      quotes.map(([, by]) => by),
      ['Jeanne Dupont', 'Jeanne Dupont'],
    )
  })

  it('stay without a speaker when no verb reports', () => {
    assert.deepEqual(said('fr', 'La loi dite « des ponts » est votée.'), [['des ponts', undefined, undefined, 'none']])
  })
})

describe('quotations in Arabic', () => {
  it('have their speaker between verb and words', () => {
    assert.deepEqual(said('ar', 'وقال الرئيس الفرنسي إيمانويل ماكرون: «سنواصل العمل معا من أجل السلام».'), [
      ['سنواصل العمل معا من أجل السلام', 'إيمانويل ماكرون', 'وقال', 'colon'],
    ])
  })

  it('read curly marks too', () => {
    const [quote] = said('ar', 'أكد سعيد خليل: “لن نتراجع عن قرارنا اليوم”.')
    assert.deepEqual(quote, ['لن نتراجع عن قرارنا اليوم', 'سعيد خليل', 'أكد', 'colon'])
  })
})

describe('quotations in German and Spanish', () => {
  it('have their speaker beside the verb', () => {
    assert.deepEqual(said('de', '„Wir gehen morgen“, sagte Anna Schmidt am Montag.')[0]?.slice(0, 3), [
      'Wir gehen morgen',
      'Anna Schmidt',
      'sagte',
    ])
    assert.deepEqual(said('es', '«Nos vamos mañana», dijo Ana García.')[0]?.slice(0, 3), [
      'Nos vamos mañana',
      'Ana García',
      'dijo',
    ])
  })
})

describe('a speaker known by an office or a body', () => {
  it('is shown as written, and never the person named before', () => {
    const cases: readonly (readonly [language: string, text: string, source: string])[] = [
      ['de', 'Anna Roth kam. „Wir gehen morgen“, sagte der Bürgermeister.', 'der Bürgermeister'],
      ['de', 'Anna Roth kam. „Wir gehen morgen“, teilte das Innenministerium mit.', 'das Innenministerium'],
      ['fr', 'Jeanne Dupont est là. « Nous partons demain », a déclaré la préfecture.', 'la préfecture'],
      ['fr', 'Jeanne Dupont est là. « Nous partons demain », a dit le maire de Lyon.', 'le maire de Lyon'],
      ['es', 'Ana García llegó. «Nos vamos mañana», dijo el alcalde.', 'el alcalde'],
      ['es', 'Ana García llegó. «Nos vamos mañana», informó el Ministerio de Sanidad.', 'el Ministerio de Sanidad'],
    ]
    for (const [language, text, source] of cases) {
      const doc = documentOf([text], { language })
      const [quote] = quotesOf(doc)
      assert.equal(quote?.speaker, undefined)
      assert.equal(wordsOf(doc, quote?.source), source)
    }
  })
})

describe('quotations in other languages', () => {
  it('are found, and have no speaker', () => {
    assert.deepEqual(said('ja', '彼は「明日は晴れる」と言った。'), [['明日は晴れる', undefined, undefined, 'none']])
    assert.deepEqual(said('pt', 'Disse: «Vamos amanhã».'), [['Vamos amanhã', undefined, undefined, 'none']])
  })
})

describe('the marks of each language', () => {
  it('are read in German: „…“, »…«, ‚…‘ within, and straight ones', () => {
    for (const [open, close] of ['„“', '»«', '""', '„”'].map((pair) => [...pair]))
      assert.deepEqual(said('de', `${open}Wir ‚gehen‘ morgen${close}, sagte Anna Schmidt. ${open}Alle.${close}`), [
        ['Wir ‚gehen‘ morgen', 'Anna Schmidt', 'sagte', 'cue-right'],
        ['Alle.', 'Anna Schmidt', undefined, 'run-on'],
      ])
  })

  it('are read in French with any space within', () => {
    for (const space of [' ', '\u00a0', '\u202f'])
      assert.deepEqual(said('fr', `«${space}Nous partons demain${space}», a dit Jeanne Dupont.`), [
        ['Nous partons demain', 'Jeanne Dupont', 'a dit', 'cue-right'],
      ])
  })

  it('are dashes in a Spanish dialogue', () => {
    assert.deepEqual(said('es', '—Nos vamos mañana —dijo Ana García, la mayor—. No volveremos.'), [
      ['Nos vamos mañana', 'Ana García', 'dijo', 'cue-right'],
      ['No volveremos.', 'Ana García', undefined, 'run-on'],
    ])
    assert.deepEqual(said('es', '— Primera lista, de Ana García'), [])
  })

  it('leave out what the reporter puts between them', () => {
    assert.deepEqual(
      said('fr', '« On part demain, soupire Jean Le Bris, qui tient le bar. Sans bateau, rien ne va. »').map(
        ([q]) => q,
      ),
      ['On part demain', 'Sans bateau, rien ne va.'],
    )
    assert.deepEqual(
      said('es', 'Habló Ana García. «Si cierran —advierte—, cierran el valle».').map(([q, by]) => [q, by]),
      [
        ['Si cierran', 'Ana García'],
        ['cierran el valle', 'Ana García'],
      ],
    )
    assert.deepEqual(
      said('it', '«Se chiudono – ha detto il sindaco Marco Bianchi – il paese muore».').map(([q, by]) => [q, by]),
      [
        ['Se chiudono', 'Marco Bianchi'],
        ['il paese muore', 'Marco Bianchi'],
      ],
    )
    assert.equal(said('it', '«Il ponte – lo vedono tutti – è vecchio».').length, 1)
    assert.equal(said('fr', '« Le maire, dit-on partout, a menti », selon Jean Martin.').length, 1)
  })
})

describe('accents written apart', () => {
  it('change neither speakers nor the words a span points at', () => {
    const text = '« Nous étions là », a expliqué Hélène Févriér.'.normalize('NFD')
    assert.deepEqual(said('fr', text), [
      ['Nous étions là'.normalize('NFD'), 'Hélène Févriér', 'a expliqué'.normalize('NFD'), 'cue-right'],
    ])
  })
})

describe('text from right to left', () => {
  it('has spans that count from the first letter said, marks of direction and digits within', () => {
    const text = '\u200fوقالت سلمى خليل:\u200f «لدينا \u200e25\u200f سفينة و٣ موانئ».'
    const doc = documentOf([text], { language: 'ar' })
    const [quote] = quotesOf(doc)
    assert.equal(wordsOf(doc, quote?.span), 'لدينا \u200e25\u200f سفينة و٣ موانئ')
    assert.equal(quote?.speaker?.name, 'سلمى خليل')
    assert.equal(wordsOf(doc, quote?.cue), 'وقالت')
  })
})

describe('a language that nobody speaks', () => {
  // All that is known of it; the reader has no other words.
  const quotations = { reports: { verbs: 'zan|zana', accordingTo: 'lo', she: 'ti', droppedSubject: 'mu' } }
  const names = {
    capitalized: { titles: 'Dom', bodies: 'Bank', prepositions: 'ke', articles: 'o', particles: 'ap', openers: 'Lo' },
  }
  const saidWith = (words: object, text: string) => {
    const doc = documentOf([text], { language: 'qaa' })
    const quotes = attributeAll(wordReader(doc, layersOf(doc).sentences?.items ?? [], words, names))
    return quotes.map(({ span, speaker, pattern }) => [wordsOf(doc, span), speaker?.name, pattern])
  }

  it('is read with its pack alone', () => {
    assert.deepEqual(saidWith(quotations, '«Ulu meko.» zan Dom Irra Voss. «Pel.» Lo Irra Voss, «tam seko belu».'), [
      ['Ulu meko.', 'Irra Voss', 'cue-right'],
      ['Pel.', 'Irra Voss', 'run-on'],
      ['tam seko belu', 'Irra Voss', 'cue-left'],
    ])
    assert.deepEqual(
      saidWith(quotations, 'Irra Voss zana: «Ulu meko.» Ti zan: «Pel.»').map(([, by]) => by),
      ['Irra Voss', 'Irra Voss'],
    )
    assert.deepEqual(saidWith(quotations, '«Ulu meko», zan ke Irra Voss.')[0]?.[1], undefined)
  })

  it('leaves nobody named where the pack has no words', () => {
    assert.deepEqual(saidWith({}, '«Ulu meko.» zan Dom Irra Voss.'), [['Ulu meko.', undefined, 'none']])
    const denials = { ...emptyDenials, sayingVerbs: 'zan', not: 'nul' }
    assert.deepEqual(saidWith({ ...quotations, denials }, 'Irra Voss nul zan: «Ulu meko.»'), [
      ['Ulu meko.', undefined, 'none'],
    ])
  })
})

const none = '(?!)'
const emptyDenials = {
  stillSaid: none,
  hesitates: /(?!)/u,
  joins: none,
  unreal: none,
  inThe: none,
  staged: none,
  filmed: none,
  pretends: none,
  didSay: none,
  having: none,
  doubts: none,
  that: none,
  plainThat: none,
  untrue: none,
  asksWhy: none,
  deniedBefore: [],
}
