import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asId } from '../../../src/core/ids.ts'
import type { Commitment } from '../../../src/core/story.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import { type ArticleRecord, membersOf } from '../citations/story-documents.ts'
import { commitmentEntries, scoreJudged } from '../editor/judged-entries.ts'
import { readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'

/** A small story: its articles, and each promise with what became of it and the words of a later article that say so. */
type StoryRecord = {
  readonly id: string
  /** True when its errors were read: it counts as seen. */
  readonly isRead?: true
  readonly articles: readonly ArticleRecord[]
  readonly commitments: readonly {
    /** Words of the sentence that tells of the promise. */
    readonly promise: string
    readonly state: 'open' | 'kept' | 'broken' | 'withdrawn' | 'changed'
    /** Words of the sentence that tells what became of it; absent while it is open. */
    readonly change?: string
  }[]
}

const own = fileURLToPath(new URL('./own.jsonl', import.meta.url))

/** Half of the stories, by a hash of their name, are held back: no rule is written from their errors. */
function isHeld({ id, isRead }: StoryRecord): boolean {
  return !isRead && (createHash('sha256').update(id).digest()[0] as number) % 2 === 1
}

/**
 * Scores what is said to have become of commitments: a change is right when its kind is the key's and its sentence holds the
 * key's words. Recall counts the changes of commitments that were not found at all as missed.
 */
export async function run(
  options: EvalOptions & { readonly onError?: (line: string) => void } = {},
): Promise<readonly EvalResult[]> {
  const path = options.data ?? own
  const records = readRecords<StoryRecord>(path)
  if (options.data !== undefined) return [score(basename(path), records, [], options.onError)]
  const ownStories = [
    score('own-held', records.filter(isHeld), ['stories of our own; the errors in this half were not read']),
    score(
      'own-seen',
      records.filter((record) => !isHeld(record)),
      ['in-sample: rules were tuned on this half'],
      options.onError,
    ),
  ].map((result) => ({ ...result, isOwnSet: true }))
  return [...ownStories, ...scoreJudged('commitments', './commitments.jsonl', commitmentEntries)]
}

function score(
  set: string,
  records: readonly StoryRecord[],
  notes: readonly string[],
  onError: (line: string) => void = () => {},
): EvalResult {
  const count = { gold: 0, asserted: 0, right: 0, promises: 0, found: 0 }
  for (const { id, articles, commitments } of records) {
    const dossier = buildDossier({ storyId: asId('story'), members: membersOf(articles) })
    const asserted = dossier.commitments.flatMap(({ changes = [] }) => changes)
    count.asserted += asserted.length
    for (const { promise, state, change } of commitments) {
      count.promises++
      const known = dossier.commitments.find(({ statement }) => statement.text.includes(promise))
      if (known) count.found++
      else onError(`${id}: PROMISE MISSED ${promise}`)
      if (change === undefined) continue
      count.gold++
      if (known && isTold(known, state, change)) count.right++
      else if (known) onError(`${id}: CHANGE MISSED ${state} ${change}`)
    }
    const wanted = commitments.flatMap(({ state, change }) => (change === undefined ? [] : [{ state, change }]))
    for (const { kind, citation } of asserted)
      if (!wanted.some(({ state, change }) => state === kind && citation.exact.includes(change)))
        onError(`${id}: FALSE ${kind} ${citation.exact}`)
  }
  return {
    name: 'commitments',
    set,
    records: records.length,
    figures: {
      changePrecision: count.asserted === 0 ? 1 : count.right / count.asserted,
      changeRecall: count.gold === 0 ? 1 : count.right / count.gold,
      promiseRecall: count.found / count.promises,
    },
    notes,
    isOwnSet: false,
  }
}

function isTold({ changes = [] }: Commitment, state: string, words: string): boolean {
  return changes.some(({ kind, citation }) => kind === state && citation.exact.includes(words))
}
