import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stemOf } from './ask-words.ts'
import { readQuestion } from './read-question.ts'

const sorts: readonly (readonly [string, string])[] = [
  ['Who closed the bridge?', 'who'],
  ['Which company built the dam?', 'who'],
  ['What did the thieves take?', 'what'],
  ['When did the ferry sink?', 'when'],
  ['In what year was it built?', 'when'],
  ['where is the ferry now', 'where'],
  ['At which hospital was she treated?', 'where'],
  ['How many people died?', 'how-many'],
  ['How much will the repair cost?', 'how-many'],
  ['By what vote did the council pass it?', 'how-many'],
  ['Why was Quillbeck evacuated?', 'why'],
  ['What caused the crack?', 'why'],
  ['How did the thieves get in?', 'how'],
  ['Did the mayor resign?', 'yes-no'],
  ['What did the mayor say about the dam?', 'said'],
  ['How did the union react to the plan?', 'said'],
  ['Who said that the bridge was safe?', 'who-said'],
  ['Who wrote that the bridge was safe?', 'who-said'],
  ['Who wrote the speech of the mayor?', 'who'],
  ['Qui a dit que le pont était sûr ?', 'who-said'],
  ['Combien de personnes ont été évacuées ?', 'how-many'],
  ['Quand le pont rouvrira-t-il ?', 'when'],
  ['Où est le barrage ?', 'where'],
  ['Pourquoi la ville a-t-elle été évacuée ?', 'why'],
  ['Wer hat gesagt, dass die Brücke sicher ist?', 'who-said'],
  ['Was hat der Minister zum Damm gesagt?', 'said'],
  ['Was sagt Orla Reyd über die Fähre?', 'said'],
  ['Wie viele Menschen mussten ihre Häuser verlassen?', 'how-many'],
  ['Wann öffnet die Brücke wieder?', 'when'],
  ['Wo liegt der Damm?', 'where'],
  ['Warum wurde die Stadt geräumt?', 'why'],
  ['Wie sind die Diebe hineingekommen?', 'how'],
  ['Wer ist Orla Reyd?', 'who'],
  ['Was ist in Brisane passiert?', 'what'],
  ['¿Quién dijo que el puente era seguro?', 'who-said'],
  ['¿Cuántas personas fueron evacuadas?', 'how-many'],
  ['¿Cuál es el coste del puente?', 'how-many'],
  ['¿Cuándo se reabrirá el puente?', 'when'],
  ['cuando abre el puente', 'when'],
  ['¿Dónde está la presa?', 'where'],
  ['¿Por qué se evacuó la ciudad?', 'why'],
  ['¿Cómo entraron los ladrones?', 'how'],
  ['¿Qué dijo la alcaldesa sobre la presa?', 'said'],
  ['¿Quién es Orla Reyd?', 'who'],
  ['¿Ha dimitido la alcaldesa?', 'yes-no'],
  ['Who spoke for the Los Angeles del Mar Hotel?', 'who'],
  ['من قال إن الجسر آمن؟', 'who-said'],
  ['كم عدد القتلى؟', 'how-many'],
  ['ما حصة أوستفالا من الصيد؟', 'how-many'],
  ['Quel est le coût du pont ?', 'how-many'],
  ['What pay rise do nurses get?', 'how-many'],
  ['متى يفتح الجسر؟', 'when'],
  ['أين وقع الحادث؟', 'where'],
  ['dam crack evacuation', 'what'],
  ['Which two towns lost their power?', 'where'],
  ['At what hour was the ferry to sail?', 'when'],
  ['On what ground did the court side with her?', 'why'],
  ['What was the decree meant to achieve?', 'why'],
  ['Which district judge halted the plan?', 'who'],
  ['Which of the mayor’s old associates was charged?', 'what'],
  ['Which firm was asked to look into the leak?', 'who'],
  ['Who had asked for the plan?', 'who'],
  ['Name the cleric the court released', 'who'],
  ['What fee must a visitor pay?', 'how-many'],
  ['Price of a ticket to the fair', 'how-many'],
  ['What will a litre of petrol cost?', 'how-many'],
  ['What prison sentence did he get?', 'how-many'],
  ['What did Reyd eat at the State Fair?', 'what'],
]

for (const [text, sort] of sorts)
  test(`“${text}” asks ${sort}`, () => assert.equal(readQuestion(text).asked.sort, sort))

test('names are read without titles, and the words that ask are no terms', () => {
  const { asked } = readQuestion('When did President Orla Reyd sign the fishing deal with Brisane?')
  assert.deepEqual(asked.names, ['Orla Reyd', 'Brisane'])
  assert.deepEqual(asked.terms, ['sign', 'fishing', 'deal'])
})

test('a German question is read in German, and its small words mean nothing in it alone', () => {
  const { asked, language } = readQuestion('Was hat Orla Reyd über die Fähre gesagt?')
  assert.deepEqual([language, asked.speaker, asked.names], ['de', 'Orla Reyd', ['Orla Reyd', 'Fähre']])
  assert.deepEqual(asked.terms, [])
  assert.deepEqual(readQuestion('How many people die in a war?').asked.terms, ['people', 'die', 'war'])
})

test('a name of another language keeps its small words in an English question', () => {
  const { asked } = readQuestion('From which town had the El Paso suspect driven?')
  assert.deepEqual(asked.names, ['El Paso'])
})

test('the noun after how many names the answer, and what is told of it does not', () => {
  const { terms } = readQuestion('How many firefighters died in the blaze?')
  assert.deepEqual(
    terms.map(({ text, isAskedFor }) => [text, isAskedFor]),
    [
      ['firefighters', true],
      ['died', false],
      ['blaze', false],
    ],
  )
})

test('the days that a question names are its period and no words to look for', () => {
  const text = 'Who resigned in March 2026?'
  const start = text.indexOf('March')
  const { asked } = readQuestion(text, [{ span: { start, end: start + 10 }, kind: 'date', value: '2026-03' }])
  assert.deepEqual(asked.terms, ['resigned'])
  assert.equal(asked.from, '2026-03-01T00:00:00.000Z')
  assert.equal(asked.until, '2026-04-01T00:00:00.000Z')
})

test('a speaker is asked for by name, or by role', () => {
  assert.deepEqual(readQuestion('What did Verity Naismith say about it?').speaker, {
    name: ['verity', 'naismith'],
    role: [],
  })
  assert.deepEqual(readQuestion('What did the mayor say about the dam?').speaker, { name: [], role: ['mayor'] })
  assert.deepEqual(readQuestion("What did Lee's lawyer say about the sentence?").speaker, {
    name: [],
    role: ['lawyer'],
  })
  assert.equal(readQuestion('Naismith on the balances').asked.sort, 'said')
})

test('a question that leans on the one before is filled from it', () => {
  const first = readQuestion('Who won the Corran Cup?')
  const second = readQuestion('and when?', [], first)
  assert.equal(second.asked.sort, 'when')
  assert.equal(second.asked.follows, 'Who won the Corran Cup?')
  assert.deepEqual(second.asked.names, ['Corran Cup'])
  assert.ok(second.terms.some(({ text }) => text === 'won'))
})

test('Spanish questions name people, leave out the words that ask, and lean on the one before', () => {
  const { asked } = readQuestion('¿Qué dijo Orla Reyd sobre la presa de Sella?')
  assert.deepEqual([asked.speaker, asked.names, asked.terms], ['Orla Reyd', ['Orla Reyd', 'Sella'], ['presa']])
  const first = readQuestion('¿Cuántas personas fueron evacuadas?')
  assert.deepEqual(
    first.terms.map(({ text, isAskedFor }) => [text, isAskedFor]),
    [
      ['personas', true],
      ['evacuadas', false],
    ],
  )
  const second = readQuestion('¿y cuándo?', [], first)
  assert.equal(second.asked.sort, 'when')
  assert.equal(second.asked.follows, '¿Cuántas personas fueron evacuadas?')
})

test('a pronoun for a speaker is whoever was asked about', () => {
  const first = readQuestion('Why did Verity Naismith apologize?')
  const { asked, speaker } = readQuestion('what did she say?', [], first)
  assert.equal(asked.sort, 'said')
  assert.equal(asked.speaker, 'Verity Naismith')
  assert.deepEqual(speaker?.name, ['verity', 'naismith'])
})

test('another name asks again what was asked before', () => {
  const first = readQuestion('When did the Skerra ferry sail?')
  const { asked, terms } = readQuestion('What about the Holm?', [], first)
  assert.equal(asked.sort, 'when')
  assert.deepEqual(asked.names, ['Holm'])
  assert.ok(terms.some(({ text }) => text === 'sail'))
})

test('a question that stands by itself takes nothing over', () => {
  const first = readQuestion('Who won the Corran Cup?')
  assert.equal(readQuestion('How many people live in Quillbeck?', [], first).asked.follows, undefined)
})

test('nothing asked is no terms', () => {
  for (const text of ['', '?', 'what is it', 'من هو', '   ']) assert.deepEqual(readQuestion(text).terms, [], text)
})

test('a verb of two words stands for what reporters write for it', () => {
  const { terms } = readQuestion('Who took over from Orla Reyd?')
  const verb = terms.find(({ text }) => text === 'took')
  assert.ok(verb?.stem === stemOf('succeed') && verb.synonyms.has(stemOf('replace')) && verb.synonyms.has('take'))
  assert.ok(!terms.some(({ text }) => text === 'over'))
  assert.equal(readQuestion('What did she carry over the bridge?').terms[0]?.stem, stemOf('carry'))
})
