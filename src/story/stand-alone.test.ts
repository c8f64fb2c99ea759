import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isSelfContained } from './stand-alone.ts'
import { type ArticleFixture, entity, storyInput } from './story-fixture.ts'
import { readMembers } from './story-text.ts'

const mayor = entity('person', 'Anna Lindqvist')

/** Whether the first sentence of a text stands alone. */
function stands(text: string, fixture: Partial<ArticleFixture> = {}): boolean {
  const [member] = readMembers([storyInput({ id: 'a', text, ...fixture })])
  const sentence = member?.sentences[0]
  if (!member || !sentence) throw new Error('A sentence is needed')
  return isSelfContained(sentence, member)
}

describe('standsAlone', () => {
  it('takes a sentence that says who and what', () => {
    assert.ok(stands('The council approved the bridge on Monday.'))
    assert.ok(stands('Anna Lindqvist said “the bridge will open” in May.'))
    assert.ok(stands("Lindqvist said the town's bridges were 'in good order'."))
  })

  it('refuses one that opens with a pronoun', () => {
    for (const text of [
      'He said the bridge would open.',
      'They met on Monday.',
      'It is this bridge that fell.',
      'His plan failed.',
    ])
      assert.ok(!stands(text), text)
  })

  it('refuses captions, the page speaking of itself, and the voice of the writer', () => {
    for (const text of [
      'Gun owners gather at the town hall to protest on September 14, 2019 in Columbus, Ohio.',
      'FILE - In this March 24, 2010, file photo, Anna Lindqvist speaks.',
      'Anna Lindqvist speaks about the bridge at the town hall, Thursday, April 18, 2019, in Halvik.',
      'The council of Halvik on Monday, April 6, 2020 moved to close the bridge for two months.',
      'On Thursday, December 6, the harbor office reports on the bridge toll for October.',
      'In this July 5, 2018 photo, a crane is moved to the next pier of the port of Halvik.',
      'Image copyright Halvik Pictures Image caption The three children of the mayor of Halvik.',
      'Mayor Anna Lindqvist spoke on the toll | Jon Berg/AP Photo Halvik set to close its bridge on Monday.',
      'The opinions expressed by columnists are their own and do not represent those of the Halvik Post.',
      'In a story March 11 about the bridge of Halvik, the Halvik Post reported erroneously that it was closed.',
      'Update 5 p.m.: The council of Halvik has closed the bridge for two months after all.',
      'Get all the latest news delivered daily to your inbox.',
      'CLOSE Lindqvist opened the bridge.',
      'My charges against the council are meritless.',
      'If you care about bridges, come to Halvik.',
      '…very common among mayors of the islands.',
      'Anna Lindqvist opened the new LindqvistTV station of Halvik gets a toll Ferry to stop on Monday MORE.',
    ])
      assert.ok(!stands(text), text)
    assert.ok(stands('Lindqvist opened the bridge of Halvik on March 24, 2010.'))
    assert.ok(stands('Lindqvist said “we will build our bridge” in May.'))
    assert.ok(stands('The bridge was built after World War I by the council.'))
  })

  it('refuses both halves of a sentence cut after an abbreviation', () => {
    const [member] = readMembers([
      storyInput({ id: 'a', text: 'The court heard Halvik Rifle Association v.\nCity of Halvik led to a complaint.' }),
    ])
    assert.ok(member)
    for (const sentence of member.sentences) assert.ok(!isSelfContained(sentence, member), sentence.text)
  })

  it('refuses one that points back', () => {
    for (const text of [
      'That is why the bridge fell.',
      'These broken promises have led many to leave.',
      'But the council did not agree.',
      'Meanwhile, the bridge stays closed.',
      'Despite these assurances, the bridge fell.',
      'The move follows a long debate.',
      'Both sides agreed to talk.',
      'Confirming these talks, the mayor wrote a letter.',
    ])
      assert.ok(!stands(text), text)
  })

  it('refuses one whose verb points back', () => {
    assert.ok(!stands('Mayor Anna Lindqvist wants to let the ferries do this even more often.'))
    assert.ok(stands('Mayor Anna Lindqvist wants to know what the ferries do.'))
  })

  it('does not take a name that begins like a pronoun for one', () => {
    assert.ok(stands('Heathrow closed on Monday.'))
    assert.ok(stands('Itaewon was full of people on Friday.'))
    assert.ok(stands('Andorra voted on Sunday.'))
  })

  it('refuses questions, headings and sentences that do not end', () => {
    assert.ok(!stands('Will the bridge open in May?'))
    assert.ok(!stands('The bridge opens in May'))
    assert.ok(!stands('# The bridge opens in May.'))
  })

  it('refuses what the page says about itself', () => {
    for (const text of [
      'Read more about the bridge.',
      'Sign up for our newsletter.',
      'Reporting by Jo Field.',
      'This story was updated on Monday.',
      'Jo Field contributed to this report.',
      'Hide caption Workers build the bridge of Halvik.',
      'Why it matters: The bridge is the only one.',
      'JANE FIELD, BYLINE: The bridge opened on Monday.',
      '#Halvik opened its bridge on Monday.',
      'Shares of HLVK, +0.37% rose after the bridge opened.',
    ])
      assert.ok(!stands(text), text)
  })

  it('refuses half a quotation', () => {
    assert.ok(!stands('“The bridge is safe and will stay open.'))
    assert.ok(!stands('The mayor said: “The bridge is safe.'))
    assert.ok(!stands("'The bridge is safe and will stay open."))
  })

  it('refuses a sentence that is all quotation, and takes one whose speaker it names', () => {
    const words = 'We will build the bridge and we will open it in May.'
    assert.ok(!stands(words, { quotes: [{ words, speaker: mayor }] }))
    const text = '“We will build the bridge and open it in May,” Anna Lindqvist said.'
    const quote = { words: 'We will build the bridge and open it in May,', speaker: mayor, cue: 'said' }
    assert.ok(stands(text, { quotes: [quote] }))
  })

  it('refuses a French sentence that leans on another', () => {
    assert.ok(!stands('Il a dit que le pont ouvrira.', { language: 'fr' }))
    assert.ok(!stands('Mais le pont reste fermé.', { language: 'fr' }))
    assert.ok(stands('Le conseil a approuvé le pont.', { language: 'fr' }))
    assert.ok(stands('On Monday the council approved the bridge.'))
  })

  it('refuses a German, Spanish, Italian or Portuguese sentence that leans on another', () => {
    for (const [language, text] of [
      ['de', 'Er habe das Geld nie gesehen, sagte der Anwalt.'],
      ['de', 'Dies sei der Grund für den Streit.'],
      ['de', 'Die Brücke sei sicher und bleibe offen.'],
      ['es', 'Ella no vio nunca el dinero del puente.'],
      ['es', 'Añadió que el puente es seguro.'],
      ['it', 'Questo è il motivo della lite.'],
      ['pt', 'Ele nunca viu o dinheiro da ponte.'],
    ] as const)
      assert.ok(!stands(text, { language }), text)
    for (const [language, text] of [
      ['de', 'Die Brücke sei sicher, sagte Bürgermeisterin Anna Lindqvist.'],
      ['de', 'Erfurt hat am Montag eine Brücke gebaut.'],
      ['es', 'Elena Ruiz vio el dinero del puente.'],
      ['en', 'Questo is a town by the sea.'],
    ] as const)
      assert.ok(stands(text, { language }), text)
  })

  it('refuses an Arabic sentence that goes on from the one before', () => {
    assert.ok(!stands('وأضاف أن الجسر سيفتح قريبا.', { language: 'ar' }))
    assert.ok(stands('وافق المجلس على بناء الجسر.', { language: 'ar' }))
  })
})
