import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Quote } from '../../core/quote.ts'
import { documentOf, quotesOf } from '../test-document.ts'

function marked(text: string, language = 'en'): readonly Quote[] {
  const doc = documentOf(text.split(' ¶ '), { language })
  return quotesOf(doc).filter(({ kind }) => kind !== 'indirect')
}

/** Another's words in somebody's hands. */
const held = [
  ['en', 'Mayor Jane Okafor held up a placard: “Save our library.”'],
  ['en', 'Mayor Jane Okafor wore a badge saying “save our library”.'],
  ['en', 'Mayor Jane Okafor received a text message: “Leave the town tonight.”'],
  ['en', 'Jane Okafor was handed a slip of paper: “Vote is off.”'],
  ['es', 'Marta Ruiz desplegó una pancarta: «No toquen el parque».'],
  ['en', 'Jane Okafor pointed to a clause: “No member shall vote twice.”'],
  ['en', 'Mayor Jane Okafor remembers what her father used to say: “Never trust a river.”'],
  ['en', 'Two of the men Tom Brandt dismissed said “the bridge was never safe”.'],
  ['en', 'One of the aides Jane Okafor fired last week said “the library must close”.'],
  ['en', 'Jane Okafor pleaded guilty to “wilful neglect of duty in office”.'],
  [
    'en',
    '# Okafor accused of ‘cesspit’ remark ¶ Jane Okafor spoke on Monday. Tom Brandt called the library a cesspit.',
  ],
  ['fr', 'Karine Blanc brandit une pancarte : « La passerelle n’a jamais été sûre ».'],
  ['fr', 'Une pancarte visant Karine Blanc disait : « La passerelle n’a jamais été sûre ».'],
  ['fr', 'Karine Blanc a reçu un message : « Quittez la ville ce soir. »'],
  ['de', 'Karl Brandt hielt ein Schild: „Die Brücke fällt bald.“'],
  ['de', 'Karl Brandt erhielt eine Nachricht: „Verlassen Sie die Stadt.“'],
  ['de', 'Karl Brandt hat niemandem gesagt, dass „die Brücke einstürzt“.'],
  ['es', 'Marta Ruiz recibió un mensaje: «Abandone la ciudad esta noche».'],
  ['es', 'Marta Ruiz llevaba una camiseta: «Salvad el puente».'],
  ['ar', 'رفع محتجون لافتة عن أحمد الخطيب تقول: «الجسر غير آمن».'],
  ['ar', 'تلقى أحمد الخطيب رسالة: «غادر المدينة الليلة».'],
] as const

/** Said aloud by one, and written by another. */
const quoted = [
  ['en', 'Mayor Jane Okafor quoted Churchill: “Never give in.”'],
  ['en', 'Mayor Ruth Adeyemi quoted her predecessor: “A park is a promise.”'],
  ['en', 'Tom Brandt read from a letter: “The bridge was never safe.”'],
  ['en', 'Tom Brandt recited the poem: “The bridge was never safe, nor the river.”'],
  ['fr', 'Karine Blanc a cité Camus : « Mal nommer les choses ajoute au malheur du monde. »'],
  ['de', 'Karl Brandt las ein Gedicht vor: „Der Mond ist aufgegangen.“'],
  ['es', 'Marta Ruiz citó a Borges: «El mundo, desgraciadamente, es real».'],
] as const

/** Theirs all the same. */
const own = [
  ['en', 'Mayor Jane Okafor read a statement: “I resign with a heavy heart.”', 'Jane Okafor'],
  ['en', 'Jane Okafor posted a message on Twitter reading “Thank you, Leeds”.', 'Jane Okafor'],
  ['en', 'Jane Okafor, holding a sign, told reporters: “Save our library.”', 'Jane Okafor'],
  ['fr', 'Karine Blanc a lu une déclaration : « Je démissionne ce soir. »', 'Karine Blanc'],
  ['fr', 'Karine Blanc a écrit sur une pancarte : « Sauvez le pont. »', 'Karine Blanc'],
  ['de', 'Karl Brandt schrieb auf ein Plakat: „Rettet die Brücke.“', 'Karl Brandt'],
  ['es', 'Marta Ruiz leyó un comunicado: «Dimito esta misma noche».', 'Marta Ruiz'],
  ['ar', 'كتب أحمد الخطيب على لافتة: «الجسر آمن».', 'أحمد الخطيب'],
] as const

describe('words of another', () => {
  it('are not those of who got, wears or holds them, or stands near', () => {
    for (const [language, text] of held)
      for (const { speaker } of marked(text, language)) assert.equal(speaker, undefined, text)
  })

  it('are at most probably those of who quotes or reads them', () => {
    for (const [language, text] of quoted)
      for (const { confidence } of marked(text, language)) assert.ok(confidence < 0.6, text)
  })

  it('are not taken for another’s where somebody wrote them, or reads out what is their own', () => {
    for (const [language, text, name] of own)
      for (const { speaker, confidence } of marked(text, language)) {
        assert.equal(speaker?.name, name, text)
        assert.ok(confidence >= 0.6, text)
      }
  })
})

describe('the president', () => {
  const union = 'Dan Groom, president of the steelworkers’ union, marched on Monday.'

  it('is not that of a union in a text that tells of a state', () => {
    const [quote] = marked(`${union} In Washington, the president said “the country was never safe”.`)
    assert.equal(quote?.speaker, undefined)
  })

  it('is that of the union where no other is near, or where the union is named', () => {
    for (const text of [
      `${union} “We will not stop,” the president said.`,
      `${union} In Washington, the union president said “we will not stop”.`,
    ])
      assert.equal(marked(text)[0]?.speaker?.name, 'Dan Groom', text)
  })
})
