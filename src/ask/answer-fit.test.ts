import assert from 'node:assert/strict'
import { test } from 'node:test'
import { annotate } from '../analyze/annotate.ts'
import type { AskArticle } from '../core/answer.ts'
import { asId } from '../core/ids.ts'
import { answerFit } from './answer-fit.ts'
import { prepareArticle } from './passages.ts'
import { readQuestion } from './read-question.ts'

function fitOf(question: string, text: string, language = 'en', sentence = 0): number {
  const document: AskArticle['document'] = {
    id: asId('d'),
    articleId: asId('a'),
    language,
    title: '',
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    publishedAt: '2026-03-12T12:00:00Z',
  }
  const { passages } = prepareArticle({
    document,
    annotations: annotate(document),
    source: { id: asId('s'), name: 'The Outlet' },
    kind: 'article',
    completeness: { kind: 'complete' },
  })
  return answerFit(readQuestion(question), passages[sentence]!)
}

const members = 'How many members does the union have?'

test('a number counts what comes close after it, not what a comma or a month parts from it', () => {
  assert.equal(fitOf(members, 'The union has 4,200 members.'), 1)
  assert.ok(fitOf(members, 'The strike ends on 8 September if its members agree.') < 0.5)
  assert.ok(fitOf(members, 'The union has promised no strikes if its members agree.') < 0.3)
  assert.ok(fitOf(members, 'They paid for 30 buses, and members came.') < 0.5)
  assert.equal(fitOf('Combien de vaches restent ?', 'Les vaches, au nombre de 2 100, sont restées.', 'fr'), 1)
})

test('a lead of votes counts votes', () => {
  assert.equal(fitOf('How many votes does she lead by?', 'She was seven votes ahead on Friday.'), 1)
})

test('somebody may say how old they are', () => {
  assert.equal(fitOf('How old is the judge?', '“I am 74,” she said.'), 1)
  assert.equal(fitOf('How old is the judge?', '“I am 74 per cent sure,” she said.'), 0)
})

test('a level or a rate is any number', () => {
  assert.ok(fitOf('To what level were the duties raised?', 'The duties were raised to 50%.') > 0.7)
})

test('which judge asks for a name that is given as a judge’s', () => {
  const which = 'Which judge ordered the council to reopen the bridge?'
  assert.equal(fitOf(which, 'Judge Mara Ellind ordered the council to reopen the bridge.'), 1)
  assert.ok(fitOf(which, 'The order surprised Tomas Reyd, the mayor, on Monday.') < 1)
})

test('to which jail asks for a place that is called a jail', () => {
  const which = 'To which jail was the clerk brought?'
  const brought = fitOf(which, 'The clerk was brought to Halvik Jail near Brisane, in France.')
  assert.ok(brought > fitOf(which, 'The clerk was brought home from Paris, in France, on Monday.'))
})

test('what is told of the judge whom somebody appointed is not told of a judge', () => {
  const which = 'Which judge ordered the council to reopen the bridge?'
  const text = 'The judge, a Mara Ellind appointee, ordered the council to reopen the bridge.'
  assert.ok(fitOf(which, text) < 1)
})

test('who may be somebody without a name', () => {
  const who = 'Who discovered the chalice?'
  assert.ok(fitOf(who, 'The chalice was found by a ploughman in Lower Haddow.') >= 0.6)
  assert.equal(fitOf(who, 'The chalice was found by the river.'), 0)
})

test('a speaker may be one whom no name is known of', () => {
  const said = 'What did Haddow police say about the van?'
  assert.equal(fitOf(said, 'Haddow police have claimed that the van was empty.'), 1)
  assert.equal(fitOf(said, 'A lawyer for the Haddow police said that the van was empty.'), 0)
  assert.equal(fitOf(said, 'The driver has claimed that the van was empty.'), 0)
})

test('how often is told by an ordinal or by so many times, not by any number', () => {
  const often = 'How often has Reyd been to Halvik?'
  assert.equal(fitOf(often, 'Reyd ended his fourth visit to Halvik on Sunday.'), 1)
  assert.equal(fitOf(often, 'Reyd has been to Halvik twice.'), 1)
  assert.ok(fitOf(often, 'Reyd told The New York Times that 40 people met him in Halvik.') < 0.5)
})

test('what somebody was told or took for true may be why', () => {
  const why = 'Why did the guard wait?'
  assert.ok(fitOf(why, 'The guard was told that it was a pigeon.') > fitOf(why, 'The guard waited in the hall.'))
})

test('whether something could be is told by what may be, or by a risk', () => {
  const could = 'Could the comet hit the Earth?'
  assert.ok(fitOf(could, 'There is no risk of a collision.') > fitOf(could, 'The comet passed the Earth.'))
})

test('how long is told by a number of days or so, not by `that day`', () => {
  const long = 'How long did the meeting in Halvik last?'
  for (const told of ['20 minutes', 'several days', 'a week', 'two long hours', '63-day']) {
    assert.equal(fitOf(long, `The meeting in Halvik lasted ${told} talks.`), 1)
  }
  assert.ok(fitOf(long, 'He met 18 people in Halvik that day.') < 0.3)
})

test('which year or what time asks for one, not for a day of the week', () => {
  const [year, hour] = ['Since what year has Reyd led Halvik?', 'At what time did the train leave Halvik?']
  assert.ok(fitOf(year, 'Reyd has led Halvik since 1946.') > 0.8)
  assert.ok(fitOf(year, 'Reyd led Halvik in the early 1990s.') > 0.8)
  assert.equal(fitOf(year, 'Reyd, who leads Halvik, spoke on Monday.'), 0)
  assert.equal(fitOf(hour, 'The train left Halvik at 3 p.m. on Monday.'), 1)
  assert.equal(fitOf(hour, 'The train left Halvik on Monday.'), 0)
})
