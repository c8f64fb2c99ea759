import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closestPassages } from './assemble-answer.ts'
import { closestTo, decideAnswer } from './decide-answer.ts'
import type { Passage } from './passages.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank-sentences.ts'
import { readQuestion } from './read-question.ts'

const question = readQuestion('How many cows graze below the Sella Dam?')

/** A ranked sentence of a story, with how it matches each term. */
function sentence(story: string, words: string, matches: readonly number[], relevance: number, fit = 1): Ranked {
  const document = { id: words, articleId: `article of ${words}`, text: words, publishedAt: '2026-03-12T12:00:00Z' }
  const passage = {
    article: {
      article: {
        document,
        storyId: story,
        source: { id: 'o', name: 'Outlet' },
        kind: 'article',
        completeness: { kind: 'complete' },
      },
      title: { stems: new Map() },
    },
    words: words.split(' ').map((text) => ({ text })),
    span: { start: 0, end: words.length },
    quotes: [],
  } as unknown as Passage
  const covered = matches.reduce((sum, one) => sum + one, 0) / matches.length
  return {
    passage,
    support: covered,
    relevance,
    features: { fit, covered } as Ranked['features'],
    matches: matches.map((inside) => ({ inside, around: inside, anywhere: inside })),
  }
}

const all = question.terms.map(() => 1)
const none = question.terms.map(() => 0)
const names = question.terms.map(({ kind }) => (kind === 'name' ? 1 : 0))
const words = question.terms.map(({ kind }) => (kind === 'name' ? 0 : 1))
const textsOf = (kept: readonly Ranked[]) => kept.map(({ passage }) => passage.article.article.document.text)

test('a sentence that is sure to answer is an answer', () => {
  const choice = decideAnswer(question, [sentence('dam', 'sure', all, 1), sentence('cup', 'other', names, -3)])
  assert.equal(choice.kind, 'answered')
  assert.deepEqual(choice.kind === 'answered' && textsOf(choice.kept), ['sure'])
})

test('what may happen is no answer to what happened', () => {
  const asked = readQuestion('When did Reyd pardon Ellind?')
  const matches = asked.terms.map(() => 1)
  const kindOf = (words: string) => decideAnswer(asked, [sentence('jail', words, matches, 1)]).kind
  assert.equal(kindOf('Reyd pardoned Ellind on Friday'), 'answered')
  assert.equal(kindOf('Reyd refused on Friday to say if he might pardon Ellind'), 'closest')
})

test('an answer has three different sentences where they are not far below the best', () => {
  const near = [1, -0.4, -0.4, -0.45, -0.5].map((relevance, at) =>
    sentence('dam', at === 2 ? 'text 1' : `text ${at}`, at === 0 ? all : names, relevance),
  )
  const choice = decideAnswer(question, near)
  assert.deepEqual(choice.kind === 'answered' && textsOf(choice.kept), ['text 0', 'text 1', 'text 1', 'text 3'])
})

test('else the closest are in different words, with what is asked for first', () => {
  const ranked = [
    sentence('dam', 'the crew found no number there', all, -1, 0),
    sentence('dam', 'cows graze below this wall', all, -1),
    sentence('dam', 'cows graze below this wall', all, -1),
    sentence('cup', 'cows still graze below this wall', all, -1.1),
    sentence('dam', 'their herd stayed near', all, -1.2),
    sentence('farm', 'farmers counted animals', names, -1.3),
  ]
  const choice = decideAnswer(question, ranked)
  assert.ok(choice.kind === 'closest')
  assert.deepEqual(textsOf(choice.kept), [
    'cows graze below this wall',
    'their herd stayed near',
    'farmers counted animals',
  ])
  const ofFew = closestTo(question, ranked.slice(0, 4))
  assert.ok(ofFew.kind === 'closest')
  assert.deepEqual(textsOf(ofFew.kept), [
    'cows graze below this wall',
    'the crew found no number there',
    'cows still graze below this wall',
  ])
})

test('a far passage is not shown beside close ones, even of another story', () => {
  const ranked = [
    sentence('dam', 'first', all, -1),
    sentence('dam', 'second', all, -1.1),
    sentence('cup', 'far', names, -4),
  ]
  const choice = closestTo(question, ranked)
  assert.deepEqual(choice.kind === 'closest' && textsOf(choice.kept), ['first', 'second'])
})

test('nothing is found where no sentence has a name of the question, or enough of its words', () => {
  for (const matches of [none, words])
    assert.deepEqual(decideAnswer(question, [sentence('dam', 'far', matches, -1)]), {
      kind: 'nothing',
      reason: 'nothing',
    })
  assert.equal(decideAnswer({ ...question, terms: [] } as Question, []).kind, 'nothing')
})

test('a closest passage says which words of the question it has, or its article', () => {
  const [near, far] = closestPassages(question, [
    sentence('dam', 'near', names, -1),
    { ...sentence('dam', 'far', none, -1), matches: words.map((anywhere) => ({ inside: 0, around: 0, anywhere })) },
  ])
  assert.deepEqual(near?.why, { in: 'passage', words: ['Sella', 'Dam'] })
  assert.deepEqual(far?.why, { in: 'article', words: ['cows', 'graze'] })
})
