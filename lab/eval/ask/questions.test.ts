import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { annotate } from '../../../src/analyze/annotate.ts'
import { sentences as sentenceAnalyzer } from '../../../src/analyze/sentences.ts'
import { loadEdition } from '../../../src/app/demo/edition.ts'
import { type ArticleRecord, documentOf } from '../citations/story-documents.ts'
import { findSet, readRecords } from '../read-set.ts'

type Place = { readonly record: string; readonly start: number; readonly end: number; readonly hash: string }
type OwnAnswer = { readonly article: string; readonly exact: string }
type Question<Answer> = {
  readonly id: string
  readonly kind: string
  readonly question: string
  readonly scope: string
  readonly story: string
  readonly answers: readonly Answer[]
  readonly speaker?: string
  readonly about: string
}

const scopes = ['everything', 'story']
const sorts = ['who', 'when', 'where', 'how-many', 'what', 'why', 'yes-no', 'said']
const read = <Answer>(name: string): readonly Question<Answer>[] =>
  readRecords(fileURLToPath(new URL(name, import.meta.url)))

const a = read<Place>('questions-a.jsonl')
const b = read<Place>('questions-b.jsonl')
const c = read<Place>('questions-c.jsonl')
const d = read<Place>('questions-d.jsonl')
const own = read<OwnAnswer>('own.jsonl')
const more = read<OwnAnswer>('own-more.jsonl')
const counts = [
  { name: 'questions-a', questions: a, answerable: 50, unanswerable: 30, said: 20 },
  { name: 'questions-b', questions: b, answerable: 50, unanswerable: 30, said: 20 },
  { name: 'questions-c', questions: c, answerable: 100, unanswerable: 60, said: 40 },
  { name: 'questions-d', questions: d, answerable: 35, unanswerable: 21, said: 8 },
  { name: 'own', questions: own, answerable: 12, unanswerable: 8, said: 4 },
  { name: 'own-more', questions: more, answerable: 42, unanswerable: 20, said: 6 },
]
const over = [
  { set: 'clustering/allsides-train.jsonl.zst', questions: [...a, ...b, ...c] },
  { set: 'clustering/basil.jsonl.zst', questions: d },
]

describe('the questions for Ask', () => {
  it('has as many of each kind as its note says', () => {
    for (const { name, questions, answerable, unanswerable, said } of counts) {
      const of = (kind: string) => questions.filter((one) => one.kind === kind).length
      assert.deepEqual(
        [of('answerable'), of('unanswerable'), of('who-said'), questions.length],
        [answerable, unanswerable, said, answerable + unanswerable + said],
        name,
      )
    }
  })

  it('has no id and no question twice', () => {
    const all = [...a, ...b, ...c, ...d, ...own, ...more]
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length)
    assert.equal(new Set(all.map(({ question }) => question.toLowerCase())).size, all.length)
  })

  it('learns from other stories than it is scored on', () => {
    const scored = new Set([...a, ...b].map(({ story }) => story))
    for (const { id, story } of c) assert.ok(!scored.has(story), id)
  })

  it('gives answers to what has them, and a speaker to what was said', () => {
    for (const { id, kind, question, scope, story, answers, speaker, about } of [
      ...a,
      ...b,
      ...c,
      ...d,
      ...own,
      ...more,
    ]) {
      assert.ok(question.trim() === question && question !== '' && story !== '', id)
      assert.ok(scopes.includes(scope) && sorts.includes(about), id)
      assert.equal(answers.length > 0, kind !== 'unanswerable', id)
      assert.equal(speaker !== undefined, kind === 'who-said', id)
    }
  })

  it('asks the demo edition for sentences it prints, whatever the day and the revision', () => {
    for (const day of ['2024-02-29T18:00:00Z', '2026-11-27T07:00:00Z']) {
      const { articles } = loadEdition(new Date(day))
      for (const { id, answers } of [...own, ...more])
        for (const { article, exact } of answers) {
          const revisions = articles.find((one) => one.id === article)?.revisions ?? []
          assert.ok(revisions.length > 0 && revisions.every(({ text }) => text.includes(exact)), `${id}: ${exact}`)
        }
    }
  })

  for (const { set, questions } of over)
    it(`has its answers at sentences of ${set}, letter by letter`, { skip: !findSet(set) && 'it is not here' }, () => {
      const records = new Map(readRecords<ArticleRecord>(findSet(set) ?? '').map((record) => [record.id, record]))
      const asked = questions.flatMap(({ id, scope, story, answers }) =>
        answers.map((place) => ({ id, scope, story, ...place })),
      )
      const sentences = new Map(
        [...new Set(asked.map(({ record }) => record))].map((id) => {
          const record = records.get(id)
          assert.ok(record, id)
          return [id, sentencesOf(record)]
        }),
      )
      for (const { id, scope, story, record, start, end, hash } of asked) {
        const sentence = sentences.get(record)?.get(`${start}-${end}`)
        assert.ok(sentence !== undefined, `${id}: no sentence of ${record} at ${start}`)
        assert.equal(createHash('sha256').update(sentence).digest('hex').slice(0, 16), hash, id)
        if (scope === 'story') assert.equal(records.get(record)?.story, story, id)
      }
      const stories = new Set([...records.values()].map(({ story }) => story))
      for (const { id, story } of questions) assert.ok(stories.has(story), id)
    })
})

/** The sentences of a record's document, by their span. */
function sentencesOf(record: ArticleRecord): ReadonlyMap<string, string> {
  const document = documentOf(record)
  const { sentences } = annotate(document, [sentenceAnalyzer])
  return new Map(
    (sentences?.items ?? []).map(({ span: { start, end } }) => [`${start}-${end}`, document.text.slice(start, end)]),
  )
}
