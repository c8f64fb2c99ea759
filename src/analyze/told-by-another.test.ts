import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf } from './test-document.ts'

/** Who is told to have said the words between marks, with how sure that is. */
function speakersOf(language: string, text: string): readonly (string | undefined)[] {
  return quotesOf(documentOf([text], { language }))
    .filter(({ kind, isTopic }) => kind !== 'indirect' && !isTopic)
    .map(({ speaker, confidence }) => speaker && `${confidence < 0.6 ? 'probably ' : ''}${speaker.name}`)
}

describe('words that somebody tells of another', () => {
  for (const [language, text] of [
    ['en', 'Rufus Odell said a guard had hissed at him: “You are dead.”'],
    ['fr', 'Gaspard Lund raconte qu’un collègue lui avait glissé : « Ils vont fermer. »'],
    ['fr', 'Léna Hocquard affirme que le ministre lui a dit : « Signez ou partez. »'],
    ['es', 'Gaspar Lund contó que un colega le había susurrado: «Van a cerrar».'],
    ['de', 'Rufus Odell sagt, ein Wärter habe ihm zugeflüstert: „Du bist tot.“'],
    ['de', 'Lena Hochberg sagt, der Minister habe ihr gesagt: „Unterschreib oder geh.“'],
    ['ar', 'وروى قاسم اللوند أن زميلا همس له: «سيغلقون».'],
  ] as const)
    it(`are not theirs: ${text}`, () => assert.deepEqual(speakersOf(language, text), [undefined]))

  it('are the other’s where that one has a name, and whoever goes on in their own clause is still theirs', () => {
    assert.deepEqual(speakersOf('fr', 'Léna Hocquard raconte que la ville est prête : « Nous ouvrons demain. »'), [
      'Léna Hocquard',
    ])
    assert.deepEqual(speakersOf('en', 'Rufus Odell said the guard had left: “You are wrong.”'), ['Rufus Odell'])
  })
})

describe('words that somebody only passed on', () => {
  for (const [language, text] of [
    ['en', 'Petra Malling reposted a comment saying “Hang them all today.”'],
    ['fr', 'Rachel Orsini a relayé un message disant : « Brûlez tout. »'],
    ['es', 'Raquel Orsini retuiteó un mensaje que decía: «Quémenlo todo».'],
    ['de', 'Petra Malling teilte einen Kommentar: „Hängt sie.“'],
    ['ar', 'وشاركت بترا المليحي تعليقا يقول: «اشنقوهم».'],
  ] as const)
    it(`are not theirs: ${text}`, () => assert.deepEqual(speakersOf(language, text), [undefined]))

  it('are probably theirs where they may be their own', () => {
    for (const [language, text, name] of [
      ['en', 'Petra Malling shared a message on Sunday: “I am home and I am well.”', 'Petra Malling'],
      ['es', 'Petra Mallén compartió un mensaje: «Estoy en casa».', 'Petra Mallén'],
      ['de', 'Der von Gustav Pelzer geteilte Beitrag eines Kontos lautete: „Es reicht.“', 'Gustav Pelzer'],
    ] as const) {
      const [found] = speakersOf(language, text)
      assert.ok(found === undefined || found === `probably ${name}`, `${text} ${found}`)
    }
  })
})

describe('those near somebody', () => {
  for (const [language, text] of [
    ['en', '“We are cooperating,” a lawyer acting for Amina Delacroix said.'],
    ['fr', 'Le porte-parole du préfet Alain Vitcombe a déclaré : « Le préfet regrette ce retard. »'],
    ['es', 'El portavoz del cardenal Ivo Brandón respondió: «Su Eminencia reza».'],
    ['de', 'Das Büro von Richter Konrad Bexheim teilte mit: „Es gibt keinen Termin.“'],
    ['de', 'Das Umfeld von Kardinal Ivo Brandt erklärte: „Seine Eminenz betet.“'],
    ['de', '„Treten Sie zurück?“, rief ein Reporter Dieter Achterberg zu.'],
    ['ar', '«إنه يستريح ومعنوياته عالية»، قالت مديرة أعمال المغني ضياء الفنان.'],
    ['ar', '«لم يحذرنا أحد»، قال جار هدى البرقاوي.'],
    ['ar', 'وقال شاهد عيان لهدى البرقاوي: «اهربي».'],
  ] as const)
    it(`say what they say themselves: ${text}`, () => assert.deepEqual(speakersOf(language, text), [undefined]))
})

describe('a name behind a dash', () => {
  it('signs the quotation that begins its paragraph', () => {
    for (const [language, text, name] of [
      ['fr', '« Fière de nos équipes ce soir. » — Odile Bransard (@obransard) 3 mars 2031', 'Odile Bransard'],
      ['es', '«Me voy feliz.» — Rufo Odena, en Mastodon', 'Rufo Odena'],
      ['de', '„Ich gehe glücklich.“ — Rufus Odell auf Mastodon', 'Rufus Odell'],
    ] as const)
      assert.deepEqual(speakersOf(language, text), [name], text)
  })

  it('signs none that stands in a sentence', () => {
    assert.deepEqual(speakersOf('fr', 'On parle du « grand soir » — Odile Bransard, elle, dort.'), [undefined])
  })
})

it('at no time is never', () => {
  assert.deepEqual(speakersOf('en', 'Contrary to reports, Priya Lonsdale at no time said “I did it myself”.'), [])
})
