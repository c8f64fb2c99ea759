import assert from 'node:assert/strict'
import { it } from 'node:test'
import { asId, type DocumentId } from '../../core/ids.ts'
import { countWords, logLikelihood } from './chosen-words.ts'

const plain = 'the council met and the bridge stayed open while people waited for news of the harbor '.repeat(4)

/** Texts of six stories by both; each story adds words of its own. */
function favoredIn(
  add: (story: number) => readonly [a: string, b: string],
  language: readonly [string, string] = ['en', 'en'],
) {
  const counter = countWords()
  for (let story = 0; story < 6; story += 1)
    add(story).forEach((words, side) => {
      const text = `${plain}${words}`
      // Whatever is in quotation marks is somebody else's.
      const skipped = [...text.matchAll(/“[^”]*”/g)].map(({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
      }))
      const documentId = asId<DocumentId>(`${story}-${side}`)
      counter.add({ side: side as 0 | 1, story: `${story}`, documentId, language: language[side]!, text, skipped })
    })
  const found = counter.favored()
  return found.kind === 'found' ? found.words.map((own) => own.map(({ word }) => word)) : found.kind
}

it('finds words that one outlet uses far more often, in several stories', () => {
  assert.deepEqual(
    favoredIn(() => ['militants attacked, militants fled', 'fighters attacked, fighters fled']),
    [['militants'], ['fighters']],
  )
})

it('leaves out words of one long story, of few uses, of quotations, and names', () => {
  const rare = (story: number) => (story < 4 ? 'reckless' : '')
  assert.deepEqual(
    favoredIn((story) => [story === 0 ? 'locust '.repeat(40) : rare(story), '']),
    [[], []],
  )
  assert.deepEqual(
    favoredIn(() => ['“shameful shameful shameful” Quillbeck Quillbeck Quillbeck', '']),
    [[], []],
  )
})

it('compares only one language, and says when there is none', () => {
  assert.equal(
    favoredIn(() => ['militants militants', 'combattants combattants'], ['en', 'fr']),
    'no-texts',
  )
  assert.deepEqual(
    favoredIn(() => ['militants militants', 'fighters fighters'], ['en-GB', 'en-US']),
    [['militants'], ['fighters']],
  )
  assert.equal(countWords().favored().kind, 'no-texts')
})

it('gives the place of a word, and how often both use it', () => {
  const counter = countWords()
  for (let story = 0; story < 5; story += 1)
    for (const side of [0, 1] as const) {
      const text = `Here ${side === 0 ? 'regime regime regime' : ''} ${plain}`
      const documentId = asId<DocumentId>(`${story}-${side}`)
      counter.add({ side, story: `${story}`, documentId, language: 'en', text, skipped: [] })
    }
  const found = counter.favored()
  assert.ok(found.kind === 'found')
  const expected = {
    word: 'regime',
    count: 15,
    otherCount: 0,
    storyCount: 5,
    documentId: '0-0',
    span: { start: 5, end: 11 },
  }
  assert.deepEqual(found.words[0], [expected])
})

it('the log-likelihood is that of Dunning', () => {
  // Equal rates say nothing; 20 of 1,000 against 5 of 1,000 exceed what chance gives once in a hundred.
  assert.ok(Math.abs(logLikelihood([10, 20], [1_000, 2_000])) < 1e-9)
  assert.equal(Math.round(logLikelihood([20, 5], [1_000, 1_000]) * 100) / 100, 9.64)
})
