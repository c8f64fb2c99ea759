import { fileURLToPath } from 'node:url'
import { annotate } from '../../../src/analyze/annotate.ts'
import { topics } from '../../../src/analyze/topics.ts'
import { mediaTopics } from '../../../src/core/names/media-topics.ts'
import { documentOf } from '../quotes/documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { acceptedTopics } from './accepted-topics.ts'

/** An article with the codes of all topics that are right for it; or with an editor's tag (`topic`), see accepted-topics. */
type Labelled = {
  id: string
  title: string
  text: string
  topics?: string[]
  subtopics?: string[]
  topic?: string
}

const OWN = fileURLToPath(new URL('./own.jsonl', import.meta.url))
const TAGGED = ['clustering/allsides-train.jsonl.zst', 'clustering/allsides-2021-dev.jsonl.zst']

/**
 * Topics against labels. `first_right`: of articles given a topic, how often the first is a right one; `told`: how many were
 * given one; `any_right`: how often one of those given is right; `narrow_right`: of second-level topics given, the share right.
 */
export async function run(options: EvalOptions): Promise<EvalResult[]> {
  if (options.data) return [resultOf(options.data.split('/').at(-1) as string, readRecords(options.data), [], false)]
  const own = resultOf(
    'own',
    readRecords(OWN),
    ['Our own texts, written before the words were listed; in-sample since.'],
    true,
  )
  const tagged = TAGGED.flatMap((path) => {
    const file = findSet(path)
    const notes = [
      'An editor’s tag per article, with every topic that fits it accepted. US politics mostly; read for missing words: in-sample.',
    ]
    return file
      ? [resultOf((path.split('/').at(-1) as string).replace('.jsonl.zst', ''), readRecords(file), notes, false)]
      : []
  })
  return [own, ...tagged]
}

function resultOf(set: string, articles: readonly Labelled[], notes: string[], isOwnSet: boolean): EvalResult {
  const counts = { all: 0, told: 0, first: 0, any: 0, narrow: 0, narrowRight: 0 }
  for (const { id, title, text, topics: codes, subtopics, topic } of articles) {
    const accepted = codes ?? acceptedTopics[(topic ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '_')]
    if (!accepted) continue
    counts.all++
    const found = annotate(documentOf(id, text, '2025-01-01', title), [topics]).topics?.items ?? []
    const broad = found.filter(({ broader }) => broader === undefined)
    if (broad.length === 0) continue
    counts.told++
    if (accepted.includes(broad[0]?.code ?? '')) counts.first++
    if (broad.some(({ code }) => accepted.includes(code))) counts.any++
    for (const { code } of subtopics ? found.filter(({ broader }) => broader) : []) {
      counts.narrow++
      if (subtopics?.includes(code)) counts.narrowRight++
    }
  }
  const unknown = articles
    .flatMap(({ topics: a = [], subtopics: b = [] }) => [...a, ...b])
    .filter((code) => !mediaTopics.has(code))
  if (unknown.length > 0)
    throw new Error(`Not a topic of the upper two levels: ${unknown.join(', ')}. Mend the labels.`)
  return {
    name: 'topics',
    set,
    records: counts.all,
    figures: {
      told: counts.told / counts.all,
      first_right: counts.first / counts.told,
      any_right: counts.any / counts.told,
      ...(counts.narrow > 0 ? { narrow_right: counts.narrowRight / counts.narrow } : {}),
    },
    notes,
    isOwnSet,
  }
}
