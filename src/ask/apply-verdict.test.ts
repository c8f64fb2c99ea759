import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyVerdict } from './apply-verdict.ts'
import { candidatesOf, decideAnswer } from './decide-answer.ts'
import type { Verdict } from './judge-request.ts'
import type { Ranked } from './rank-sentences.ts'
import { readQuestion } from './read-question.ts'

const question = readQuestion('How many cows graze below the Sella Dam?')

/** A ranked sentence of an outlet, that has every word of the question. */
function sentence(outlet: string, words: string, relevance: number, refusesModels?: true): Ranked {
  const document = { id: `${outlet} ${words}`, articleId: outlet, text: words, publishedAt: '2026-03-12T12:00:00Z' }
  const article = { article: { document, storyId: 'dam', source: { id: outlet, name: outlet }, refusesModels } }
  return {
    passage: { article, words: words.split(' ').map((text) => ({ text })), span: { start: 0, end: words.length } },
    support: 1,
    relevance,
    features: { fit: 1, covered: 1 },
    matches: question.terms.map(() => ({ inside: 1, around: 1, anywhere: 1 })),
  } as unknown as Ranked
}

function shown(ranked: readonly Ranked[], verdict: Verdict) {
  const own = decideAnswer(question, ranked)
  const choice = applyVerdict(question, ranked, candidatesOf(question, ranked, 16), verdict, own)
  return choice && 'kept' in choice
    ? [choice.kind, ...choice.kept.map(({ passage }) => passage.article.article.document.id)]
    : choice
}

const ranked = [
  sentence('Post', 'sure one', 1),
  sentence('Post', 'other one', -1),
  sentence('Echo', 'other one', -1),
  sentence('Echo', 'third one', -2),
]

test('what a judge names is the answer in its order, with the same words of other outlets', () => {
  assert.deepEqual(shown(ranked, { kind: 'chosen', places: [2, 1] }), [
    'answered',
    'Echo third one',
    'Post other one',
    'Echo other one',
  ])
})

test('when it names none there is no answer, however sure we were', () => {
  assert.equal(decideAnswer(question, ranked).kind, 'answered')
  assert.equal(shown(ranked, { kind: 'none' })?.[0 as never], 'closest')
})

test('a page that refuses models is not given to it, and what we are sure of there stays', () => {
  const refusing = [sentence('Closed', 'sure one', 1, true), ...ranked.slice(1)]
  const given = candidatesOf(question, refusing, 16).map(({ passage }) => passage.article.article.document.id)
  assert.deepEqual(given, ['Post other one', 'Echo third one'])
  assert.equal(shown(refusing, { kind: 'none' }), undefined)
})

test('a reply of no use changes nothing', () => assert.equal(shown(ranked, { kind: 'unusable' }), undefined))
