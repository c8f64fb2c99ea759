import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, told } from './test-document.ts'

const unsaid: readonly (readonly [language: string, text: string])[] = [
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
  ['ar', 'فيديو مزيف يظهر ليلى حداد وهي تقول: «أكره هذه المدينة».'],
]

/** The same shapes, said by those who are named. */
const said: readonly (readonly [language: string, text: string, by: string])[] = [
  ['fr', 'Jeanne Oreval n’a pas caché sa colère, et a dit : « Je pars. »', 'Jeanne Oreval'],
  ['fr', 'Jeanne Oreval dément : « Je ne pars pas. »', 'Jeanne Oreval'],
  ['de', 'Karl Brandt bestreitet die Vorwürfe und sagte: „Das ist falsch.“', 'Karl Brandt'],
  ['es', 'Juana Oreja no se rinde y dijo: «Seguiremos aquí».', 'Juana Oreja'],
  ['ar', 'نفت ليلى حداد الخبر، وقالت ليلى حداد: «هذا غير صحيح».', 'ليلى حداد'],
]

describe('what somebody is told not to have said, in other languages', () => {
  it('is put into nobody’s mouth', () => {
    for (const [language, text] of unsaid)
      for (const { speaker, isTopic } of quotesOf(documentOf([text], { language })))
        assert.deepEqual([speaker, isTopic], [undefined, true], text)
  })

  it('is told of those who did say it', () => {
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

  it('is not a client’s when a lawyer says it', () => {
    for (const text of ['قال محامي ليلى حداد: «إنها بريئة».', 'قال متحدث باسم ليلى حداد: «إنها بريئة».'])
      assert.equal(quotesOf(documentOf([text], { language: 'ar' }))[0]?.speaker, undefined)
  })
})
