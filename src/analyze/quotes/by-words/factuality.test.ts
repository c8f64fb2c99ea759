import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, told } from '../../test-document.ts'

const denied: readonly (readonly [language: string, text: string])[] = [
  ['fr', 'Jeanne Oreval n’a jamais dit : « Je vais fermer la bibliothèque. »'],
  ['fr', 'Jeanne Oreval nie avoir dit « la bibliothèque doit fermer ».'],
  ['fr', 'Une fausse vidéo montre Jeanne Oreval disant : « Je hais cette ville. »'],
  ['fr', 'Si Jeanne Oreval avait dit « je pars demain », tout aurait changé.'],
  ['fr', "Paul Martel accuse Jeanne Oreval d'avoir dit : « Les pauvres attendront. »"],
  ['de', 'Jana Okonek hat nie gesagt: „Ich schließe die Bücherei.“'],
  ['de', 'Jana Okonek bestreitet, gesagt zu haben: „Die Bücherei muss weg.“'],
  ['de', 'Karl Brandt sagte nicht: „Wir geben auf.“'],
  ['de', 'Ein gefälschtes Video zeigt Jana Okonek, die sagt: „Ich hasse diese Stadt.“'],
  ['es', 'Juana Oreja nunca dijo: «Cerraré la biblioteca».'],
  ['es', 'Juana Oreja negó haber dicho «la biblioteca debe cerrar».'],
  ['es', 'Pablo Marín acusó a Juana Oreja de haber dicho: «Que esperen los pobres».'],
  ['ar', 'لم تقل ليلى حداد: «سأغلق المكتبة».'],
  ['ar', 'نفت ليلى حداد أنها قالت: «يجب إغلاق المكتبة».'],
  ['fr', 'À aucun moment Jeanne Oreval n’a déclaré : « Le pont est sûr. »'],
  ['fr', 'Jeanne Oreval n’avait pourtant pas dit que le pont était « solide comme un roc ».'],
  ['fr', 'Jeanne Oreval aurait pu dire : « Le pont est sûr. »'],
  ['fr', 'Les riverains voudraient que Jeanne Oreval dise : « Nous avons eu tort. »'],
  ['fr', 'Dans la pièce, Jeanne Oreval lance aux voisins : « Que le pont tombe ! »'],
  ['fr', 'Jeanne Oreval s’est bien gardée de dire : « Le pont est sûr. »'],
  ['fr', 'Rien ne prouve que Jeanne Oreval a dit : « Que le pont tombe. »'],
  ['fr', 'Un imitateur se faisant passer pour Jeanne Oreval a déclaré : « Que le pont tombe. »'],
  ['fr', 'Jeanne Oreval a-t-elle vraiment dit : « Que le pont tombe » ?'],
  ['de', 'Zu keinem Zeitpunkt sagte Jana Okonek: „Die Brücke ist sicher.“'],
  ['de', 'Hätte Jana Okonek gesagt: „Die Brücke ist sicher“, wäre niemand gegangen.'],
  ['de', 'Jana Okonek vermied es zu sagen: „Die Brücke ist sicher.“'],
  ['de', 'Dass Jana Okonek sagte: „Soll sie doch fallen“, ist frei erfunden.'],
  ['de', 'Anders als berichtet hat Jana Okonek die Brücke nicht als „verloren“ bezeichnet.'],
  ['de', 'Im Theaterstück sagt Jana Okonek: „Soll sie doch fallen.“'],
  ['de', 'Nirgends steht, dass Jana Okonek sagte: „Soll sie doch fallen.“'],
  ['de', 'Jana Okonek kam nicht mehr dazu, zu sagen: „Die Brücke bleibt.“'],
  ['es', 'En ningún momento Juana Oreja dijo: «El puente es seguro».'],
  ['es', 'Juana Oreja podría haber dicho: «El puente es seguro».'],
  ['es', 'Que Juana Oreja dijo «que caiga el puente» es un bulo.'],
  ['es', 'Los vecinos quieren que Juana Oreja diga: «Nos equivocamos».'],
  ['es', 'Juana Oreja estuvo a punto de decir: «El puente es seguro».'],
  ['ar', 'لم يسبق أن قالت ليلى حداد: «الجسر آمن».'],
  ['ar', 'كان يمكن أن تقول ليلى حداد: «الجسر آمن».'],
  ['ar', 'رفضت ليلى حداد أن تقول: «الجسر آمن».'],
  ['ar', 'هل قالت ليلى حداد: «الجسر آمن»؟'],
  ['ar', 'في المسرحية تقول ليلى حداد: «فليسقط الجسر».'],
  ['fr', '« Que le pont tombe », a déclaré un homme se faisant passer pour Jeanne Oreval.'],
  ['de', '„Soll sie doch fallen“, sagte Jana Okonek nie.'],
  ['fr', 'Jeanne Oreval se défend d’avoir lancé aux voisins : « Que le pont tombe. »'],
  ['de', 'Auf dem Plakat ruft eine gezeichnete Jana Okonek: „Soll sie doch fallen!“'],
  ['es', 'Juana Oreja rechaza haber gritado a los vecinos: «Que caiga el puente».'],
  ['ar', 'فيديو مزيف يظهر ليلى حداد وهي تقول: «أكره هذه المدينة».'],
]

/** The same shapes, said by those who are named. */
const said: readonly (readonly [language: string, text: string, by: string])[] = [
  ['fr', 'Jeanne Oreval n’a pas caché sa colère, et a dit : « Je pars. »', 'Jeanne Oreval'],
  ['fr', 'Jeanne Oreval dément : « Je ne pars pas. »', 'Jeanne Oreval'],
  ['de', 'Karl Brandt bestreitet die Vorwürfe und sagte: „Das ist falsch.“', 'Karl Brandt'],
  ['es', 'Juana Oreja no se rinde y dijo: «Seguiremos aquí».', 'Juana Oreja'],
  ['fr', 'Jeanne Oreval n’a pas hésité à dire : « Le pont est sûr. »', 'Jeanne Oreval'],
  ['fr', 'Jeanne Oreval a tenu à dire : « Le pont est sûr. »', 'Jeanne Oreval'],
  ['fr', 'Jamais à court de mots, Jeanne Oreval a déclaré : « Le pont est sûr. »', 'Jeanne Oreval'],
  ['de', 'Niemand war überrascht, als Karl Brandt sagte: „Die Brücke gehört uns.“', 'Karl Brandt'],
  ['de', '„Die Brücke gehört uns“, sagte Karl Brandt nicht ohne Stolz.', 'Karl Brandt'],
  ['fr', '« Le pont est à nous », a dit Jeanne Oreval, qui n’a jamais cédé.', 'Jeanne Oreval'],
  ['de', 'Karl Brandt, der nicht verkaufen will, sagte: „Die Brücke gehört uns.“', 'Karl Brandt'],
  ['de', 'Ohne zu zögern sagte Karl Brandt: „Die Brücke gehört uns.“', 'Karl Brandt'],
  ['es', 'Juana Oreja no dudó en decir: «El puente es seguro».', 'Juana Oreja'],
  ['es', 'Nadie se sorprendió cuando Juana Oreja dijo: «El puente es nuestro».', 'Juana Oreja'],
  ['ar', 'لم تتردد ليلى حداد وقالت ليلى حداد: «الجسر آمن».', 'ليلى حداد'],
  ['ar', 'نفت ليلى حداد الخبر، وقالت ليلى حداد: «هذا غير صحيح».', 'ليلى حداد'],
]

describe('what somebody did not say, by the words of other languages', () => {
  it('is put into nobody’s mouth', () => {
    for (const [language, text] of denied)
      for (const { speaker, isTopic } of quotesOf(documentOf([text], { language })))
        assert.deepEqual([speaker, isTopic], [undefined, true], text)
  })

  it('is attributed to those who did say it', () => {
    for (const [language, text, by] of said)
      assert.deepEqual(
        told(documentOf([text], { language })).map((quote) => quote.by),
        [by],
        text,
      )
  })

  it('is only probable from hearsay', () => {
    for (const text of [
      'Jeanne Oreval aurait dit : « Je pars demain. »',
      'Selon Paul Martel, Jeanne Oreval a dit : « Je pars demain. »',
    ]) {
      const [quote] = quotesOf(documentOf([text], { language: 'fr' }))
      assert.equal(quote?.speaker?.name, 'Jeanne Oreval')
      assert.ok((quote?.confidence ?? 1) < 0.6)
    }
  })

  it('is no surer in what it continues with', () => {
    const quotes = quotesOf(
      documentOf(['Jeanne Oreval aurait dit : « Je pars demain. » « Je ne reviendrai pas. »', '« C’est dit. »'], {
        language: 'fr',
      }),
    )
    assert.deepEqual(
      quotes.map(({ speaker, pattern }) => [speaker?.name, pattern]),
      [
        ['Jeanne Oreval', 'colon'],
        ['Jeanne Oreval', 'run-on'],
        ['Jeanne Oreval', 'run-on'],
      ],
    )
    assert.ok(quotes.every(({ confidence }) => confidence < 0.6))
  })

  it('is only probable when it depends on another’s clause', () => {
    for (const [language, text] of [
      ['fr', 'Le journal rapporte que Jeanne Oreval a dit : « Que le pont tombe. »'],
      ['de', 'Die Zeitung berichtet, dass Karl Brandt sagte: „Soll sie doch fallen.“'],
      ['fr', '« Que le pont tombe », aurait dit Jeanne Oreval.'],
      ['es', '«Que caiga el puente», dijo supuestamente Juana Oreja.'],
      ['de', 'Die Zeitung schrieb, Jana Okonek habe gesagt: „Soll sie doch fallen.“'],
      ['es', 'El diario cuenta que Juana Oreja dijo: «Que caiga el puente».'],
    ] as const) {
      const [quote] = quotesOf(documentOf([text], { language }))
      assert.ok(quote?.speaker && quote.confidence < 0.6, text)
    }
  })

  it('is not theirs who are named within what tells who speaks', () => {
    for (const [language, text] of [
      ['fr', 'L’entourage de Jeanne Oreval a déclaré : « C’est fini. »'],
      ['fr', 'L’avocate qui défend Jeanne Oreval a déclaré : « C’est fini. »'],
      ['de', 'Die Ministerin, die Karl Brandt gut kennt, sagte: „Es ist vorbei.“'],
      ['de', 'Der Anwalt Karl Brandts sagte: „Es ist vorbei.“'],
      ['de', '„Es ist vorbei“, sagte Karl Brandts Anwalt.'],
      ['ar', 'قال منتقدو ليلى حداد: «انتهى الأمر».'],
    ] as const)
      assert.equal(quotesOf(documentOf([text], { language }))[0]?.speaker, undefined, text)
  })

  it('leaves a name in s its letter where the text has it so', () => {
    const text = 'Der Anwalt Karl Peters sagte: „Es ist vorbei.“ Peters lachte.'
    assert.equal(quotesOf(documentOf([text], { language: 'de' }))[0]?.speaker?.name, 'Karl Peters')
  })

  it('is not a client’s when a lawyer says it', () => {
    for (const text of ['قال محامي ليلى حداد: «إنها بريئة».', 'قال متحدث باسم ليلى حداد: «إنها بريئة».'])
      assert.equal(quotesOf(documentOf([text], { language: 'ar' }))[0]?.speaker, undefined)
  })
})
