import { basename } from 'node:path'
import { annotate } from '../../../src/analyze/annotate.ts'
import { checkClaims } from '../../../src/check/check-claims.ts'
import type { Document } from '../../../src/core/document.ts'
import { asId } from '../../../src/core/ids.ts'
import { type ArticleRecord, storiesOf } from '../citations/story-documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { makeTrials } from './make-trials.ts'
import { ownDocuments, ownTrials } from './own-claims.ts'
import type { Trial } from './trial.ts'

const set = 'clustering/allsides-train.jsonl.zst'
const wanted = 1000

/**
 * The mutation test: true claims of many shapes made from stored sentences, and mutants of them. Shares of true claims kept and
 * of mutants rejected, by kind, over all and over the stories held out; then claims that a person wrote.
 */
export async function run(
  options: EvalOptions & { readonly onError?: (line: string) => void },
): Promise<readonly EvalResult[]> {
  const path = options.data ?? findSet(set)
  const stories = path === undefined ? ownStories() : storiesIn(readRecords<ArticleRecord>(path))
  const trials = makeTrials(stories, path === undefined ? 200 : wanted)
  const mutation: EvalResult = {
    name: 'checker',
    set: path === undefined ? 'own-mutated' : basename(path).replace('.jsonl.zst', ''),
    records: trials.length,
    figures: figuresOf(trials, options.onError),
    notes: [
      'rules were tuned on the stories that are not held out; the errors in the others were not read',
      'mutants that may be true (what is put in stands in the cited sentences) are left out as they are made',
    ],
    isOwnSet: path === undefined,
  }
  if (options.data !== undefined) return [mutation]
  const own = ownTrials()
  const written: EvalResult = {
    name: 'checker',
    set: 'own-written',
    records: own.length,
    figures: figuresOf(own, options.onError),
    notes: [
      'in-sample: written by hand before the rules of order, then read while those were made; one citation was mended',
    ],
    isOwnSet: true,
  }
  return [mutation, written]
}

function figuresOf(trials: readonly Trial[], onError?: (line: string) => void): Record<string, number> {
  const tallies = new Map<string, { right: number; asked: number }>()
  const count = (name: string, isRight: boolean): void => {
    const tally = tallies.get(name) ?? { right: 0, asked: 0 }
    tallies.set(name, { right: tally.right + Number(isRight), asked: tally.asked + 1 })
  }
  for (const trial of trials) {
    const { kept, dropped } = checkClaims([trial.draft], trial.sentences, annotate)
    const isRight = trial.isTrue === kept.length > 0
    const verb = trial.isTrue ? 'kept' : 'rejected'
    count(verb, isRight)
    count(`${verb}.${trial.kind}`, isRight)
    if (trial.isHeldOut) count(`${verb}.heldOut`, isRight)
    if (isRight || trial.isHeldOut) continue
    const why = dropped[0] ? ` [${dropped[0].failed}: ${dropped[0].why}]` : ''
    onError?.(
      `${trial.isTrue ? 'LOST' : 'LET THROUGH'} ${trial.kind}${why}\n   ${trial.draft.text}\n   < ${citedBy(trial).join('\n   < ')}`,
    )
  }
  const order = [...tallies].sort(([a], [b]) => a.localeCompare(b))
  return Object.fromEntries(
    order.flatMap(([name, { right, asked }]) => [
      [name, right / asked],
      [`${name}.count`, asked],
    ]),
  )
}

function citedBy({ draft, sentences }: Trial): string[] {
  return sentences
    .filter(({ number }) => draft.sentences.includes(number))
    .map(({ document, span }) => document.text.slice(span.start, span.end))
}

function ownStories(): ReadonlyMap<string, readonly Document[]> {
  return new Map(ownDocuments().map((documents, at) => [`story ${at}`, documents]))
}

function storiesIn(records: readonly ArticleRecord[]): ReadonlyMap<string, readonly Document[]> {
  return new Map(
    storiesOf(records).map((story) => [
      story[0]?.story ?? '',
      story.filter(({ lang }) => lang === undefined || lang === 'en').map(documentOf),
    ]),
  )
}

function documentOf({ id, title, text: raw, date }: ArticleRecord): Document {
  const lines = raw.split(/\s*\n\s*/).filter((line) => line !== '')
  let at = 0
  const blocks = lines.map((line) => {
    const block = { kind: 'paragraph' as const, start: at, end: at + line.length }
    at += line.length + 1
    return block
  })
  const time = Date.parse(date ?? '')
  return {
    id: asId(id),
    articleId: asId(id),
    language: 'en',
    title: title ?? '',
    text: lines.join('\n'),
    blocks,
    publishedAt: Number.isNaN(time) ? '2020-01-01T12:00:00Z' : new Date(time).toISOString(),
  }
}
