import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoryAsk } from '../core/answer.ts'
import type { Citation } from '../core/citation.ts'
import { asId } from '../core/ids.ts'
import type { Dossier } from '../core/story.ts'
import { readQuestion } from './read-question.ts'
import { firstReportOf, storyAskOf, tellingsOf, withoutAsk } from './story-questions.ts'

const asked: readonly (readonly [string, StoryAsk | undefined])[] = [
  ['What changed?', 'changed'],
  ['What has changed about the ferry?', 'changed'],
  ['Qu’est-ce qui a changé ?', 'changed'],
  ['ما الذي تغير؟', 'changed'],
  ['Was hat sich geändert?', 'changed'],
  ['Was ist umstritten?', 'differ'],
  ['Was hat die Regierung zugesagt?', 'promised'],
  ['Wer hat als Erstes darüber berichtet?', 'first'],
  ['Was geschah wann?', 'timeline'],
  ['Was hat der Minister gesagt?', undefined],
  ['What do accounts differ on?', 'differ'],
  ['Where do the reports contradict each other?', 'differ'],
  ['Sur quoi les récits diffèrent-ils ?', 'differ'],
  ['¿En qué difieren las versiones?', 'differ'],
  ['فيمَ تختلف الروايات؟', 'differ'],
  ['What did the mayor promise?', 'promised'],
  ['What has Skerra Line pledged to do?', 'promised'],
  ['Qu’a promis le gouvernement ?', 'promised'],
  ['¿Qué prometió el Gobierno?', 'promised'],
  ['¿Qué ha prometido la naviera?', 'promised'],
  ['بماذا وعد الوزير؟', 'promised'],
  ['Who reported the theft first?', 'first'],
  ['Who broke the story?', 'first'],
  ['Qui en a parlé en premier ?', 'first'],
  ['¿Quién informó primero?', 'first'],
  ['من أول من نشر الخبر؟', 'first'],
  ['Timeline of the dam', 'timeline'],
  ['What happened when?', 'timeline'],
  ['Que s’est-il passé, et quand ?', 'timeline'],
  ['¿Qué pasó y cuándo?', 'timeline'],
  ['¿Qué ha cambiado?', 'changed'],
  ['¿Qué pasó en Brisane?', undefined],
  ['ماذا حدث ومتى؟', 'timeline'],
  ['Who was first in the race?', undefined],
  ['Did the mayor promise a bridge?', undefined],
  ['Why did the price change?', undefined],
  ['What happened in Brisane?', undefined],
  ['How many people reported for work first?', undefined],
]

for (const [text, asks] of asked)
  test(`“${text}” ${asks === undefined ? 'is answered by sentences' : `asks what a dossier has: ${asks}`}`, () =>
    assert.equal(storyAskOf(text), asks))

test('what is left without the words that ask names the story', () => {
  const left = (text: string) => withoutAsk(readQuestion(text)).terms.map(({ text: term }) => term)
  assert.deepEqual(left('Who reported the chalice theft first?'), ['chalice', 'theft'])
  assert.deepEqual(left('What did Skerra Line promise the passengers?'), ['skerra', 'line', 'passengers'])
})

const place = (exact: string): Citation => ({ documentId: asId('d'), span: { start: 0, end: exact.length }, exact })
const statement = (text: string) => ({ text, citations: [place(text)] as const })
const reading = (value: number, exact: string) => ({ at: '2026-03-12', value, citation: place(exact) })
const dossier = {
  commitments: [
    { by: 'Skerra Line', statement: statement('It will pay the hospital costs.') },
    { by: 'The government', statement: statement('It will rebuild the bridge.') },
    { by: 'The government', statement: statement('It will pay each household.') },
  ],
  differences: [
    {
      kind: 'dispute',
      a: { citation: place('No warning came.') },
      b: { citation: place('It was warned twice.') },
      why: '',
    },
    { kind: 'reversal', a: { citation: place('It is safe.') }, b: { citation: place('It is not safe.') }, why: '' },
  ],
  figures: [
    { unit: 'people killed', readings: [reading(2, 'Two died.'), reading(3, 'Three died.')] },
    { unit: 'crew', readings: [reading(18, 'A crew of 18.'), reading(18, 'Its 18 crew.')] },
  ],
  timeline: [
    { ...statement('It sailed on Monday.'), date: '2026-03-09', expression: place('Monday'), isPlanned: false },
  ],
} as unknown as Dossier
const told = (text: string) =>
  tellingsOf(storyAskOf(text)!, withoutAsk(readQuestion(text)), dossier).map(({ exact }) => exact)

test('promises are those of whom the question names, and about what it says', () => {
  assert.deepEqual(told('What did Skerra Line promise?'), ['It will pay the hospital costs.'])
  assert.equal(told('What did the government promise?').length, 2)
  assert.deepEqual(told('What did the government promise about the bridge?'), ['It will rebuild the bridge.'])
  assert.deepEqual(told('What did Mara Ellind promise?'), [])
  for (const text of [
    'What did the union promise?',
    'What has the bank pledged?',
    'Qu’a promis la banque ?',
    'بماذا وعد الوزير؟',
  ])
    assert.deepEqual(told(text), [], text)
  for (const text of [
    'What was promised?',
    'What has been promised?',
    'Which promises were made?',
    'Quelles promesses ?',
  ])
    assert.equal(told(text).length, 3, text)
})

test('accounts differ where they are disputed, and what changed has its latest first', () => {
  assert.deepEqual(told('What do accounts differ on?'), ['No warning came.', 'It was warned twice.'])
  assert.deepEqual(told('What changed?'), ['Three died.', 'Two died.', 'It is not safe.', 'It is safe.'])
  assert.deepEqual(told('Timeline'), ['It sailed on Monday.'])
})

test('the first report is of the earliest article, or of the agency it credits, and nobody’s where that is not clear', () => {
  const member = (id: string, publishedAt: string) => ({ documentId: asId(id), publishedAt })
  const of = (report: object, second = '2026-03-12T10:00:00Z') =>
    firstReportOf({
      members: [member('b', second), member('a', '2026-03-12T09:00:00Z')],
      reports: [{ originName: 'CPA', documentIds: [asId('a')], ...report }],
    } as unknown as Dossier)
  assert.deepEqual(of({ how: 'time' }), { documentId: 'a' })
  assert.deepEqual(of({ how: 'credit' }), { documentId: 'a', agency: 'CPA' })
  assert.equal(of({ how: 'undecided' }), undefined)
  assert.equal(of({ how: 'credit', claimedBy: 'Outlet' }), undefined)
  assert.equal(of({ how: 'time' }, '2026-03-12T09:00:00Z'), undefined)
})
