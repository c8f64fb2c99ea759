import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sentences } from '../../../src/analyze/sentences.ts'
import type { Document } from '../../../src/core/document.ts'
import { asId } from '../../../src/core/ids.ts'
import { detectSyndication, type SyndicationInput } from '../../../src/syndicate/detect-syndication.ts'
import { fingerprintsOf } from '../../../src/syndicate/fingerprints.ts'
import type { ArticleRecord } from '../citations/story-documents.ts'
import { scoreClustering } from '../clustering/b-cubed.ts'
import { scoreReports } from '../editor/judged-reports.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { ownTexts } from './own-texts.ts'
import { type ReuseRecord, scoreInOrder } from './score-in-order.ts'
import { scoreOwnEvents, scoreStories } from './score-retold.ts'
import { scoreSynthetic, scoreUnlike } from './score-synthetic.ts'

/** One line of a feed set: items, and the story that duplicates of one item have in common. */
type FeedRecord = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly date: string | null
  readonly publisher: string
  readonly story: string
}

const own = fileURLToPath(new URL('./own.jsonl', import.meta.url))

function inputOf(id: string, text: string, at = '2020-01-01T00:00:00Z', sourceName = ''): SyndicationInput {
  const document: Document = {
    id: asId(id),
    articleId: asId(id),
    language: 'en',
    title: '',
    text,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
    publishedAt: at,
  }
  const items = sentences.run(document, {})
  return { document, annotations: { sentences: { by: 'sentences', version: 1, items } }, sourceName }
}

/** Whether reuse is found at all, with the product's own thresholds; and by level of rewriting. */
function scoreReuse(records: readonly ReuseRecord[]): Record<string, number> {
  let truePositives = 0
  let falsePositives = 0
  let falseNegatives = 0
  const byLabel = new Map<string, { found: number; all: number }>()
  for (const record of records) {
    const found = detectSyndication(inputOf('a', record.a.text), [inputOf('b', record.b.text)]).length > 0
    if (found && record.dup === 1) truePositives += 1
    if (found && record.dup === 0) falsePositives += 1
    if (!found && record.dup === 1) falseNegatives += 1
    const cell = byLabel.get(record.label) ?? { found: 0, all: 0 }
    byLabel.set(record.label, { found: cell.found + (found ? 1 : 0), all: cell.all + 1 })
  }
  const f1 = (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives || 1)
  const figures: Record<string, number> = {
    f1,
    accuracy: 1 - (falsePositives + falseNegatives) / records.length,
    precision: truePositives / (truePositives + falsePositives || 1),
    recall: truePositives / (truePositives + falseNegatives || 1),
  }
  for (const [label, { found, all }] of byLabel) figures[`found:${label}`] = found / all
  return figures
}

/** Joins items that are copies of each other and scores the groups against the stories of the set. */
function scoreFeed(records: readonly FeedRecord[]): Record<string, number> {
  const inputs = records.map((record) =>
    inputOf(record.id, `${record.title}. ${record.text}`, record.date ?? undefined, record.publisher),
  )
  const groups = inputs.map((_, i) => i)
  const groupOf = (i: number): number => (groups[i] === i ? i : groupOf(groups[i] as number))
  const seen = new Map<number, number[]>()
  for (const [i, input] of inputs.entries()) {
    const fingerprints = fingerprintsOf(input.document)
    const near = new Set(fingerprints.flatMap((fingerprint) => seen.get(fingerprint) ?? []))
    const others = [...near].map((j) => inputs[j] as SyndicationInput)
    for (const { kind, otherId } of detectSyndication(input, others)) {
      if (kind === 'shared-quotation') continue
      groups[groupOf(i)] = groupOf(records.findIndex((record) => record.id === otherId))
    }
    for (const fingerprint of fingerprints) seen.set(fingerprint, [...(seen.get(fingerprint) ?? []), i])
  }
  const figures = scoreClustering(
    records.map((record) => record.story),
    groups.map((_, i) => String(groupOf(i))),
  )
  return { b3F1: figures.b3F1, pairF1: figures.pairF1 }
}

function resultOf(
  path: string,
  records: number,
  figures: Record<string, number>,
  notes: readonly string[],
): EvalResult {
  return { name: 'copies', set: basename(path), records, figures, notes, isOwnSet: path === own }
}

/** Scores copy detection with the product's own thresholds: F1 and accuracy of "reused or not", then duplicates in feeds. */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  const path = options.data ?? findSet('copies/clough-stevenson.jsonl.zst') ?? own
  const records = readRecords<ReuseRecord>(path)
  const notes = [
    'f1 to found: what is shared word for word, with the thresholds of the product, not chosen on the set',
    'inOrder: what is said in the same order in any words; one threshold, learned on the set and with one question left out',
  ]
  if (path === own) notes.push('the public set is absent: scored on a small set of our own')
  const results = [resultOf(path, records.length, { ...scoreReuse(records), ...scoreInOrder(records) }, notes)]
  const feedPath = options.data === undefined ? findSet('copies/scoop.jsonl.zst') : undefined
  if (feedPath !== undefined) {
    const items = readRecords<FeedRecord>(feedPath)
    results.push(resultOf(feedPath, items.length, scoreFeed(items), ['items joined when one copies another']))
  }
  if (options.data === undefined) results.push(...scoreOwnTexts(), ...scoreRetellings(), ...scoreReports())
  return results
}

/** Our own articles taken over in known ways, and as they are, against each other. */
function scoreOwnTexts(): EvalResult[] {
  const texts = ownTexts()
  const synthetic = scoreSynthetic(texts)
  const unlike = scoreUnlike(texts)
  const made = 'made of our own articles by a seeded generator; thresholds of the product were looked at on it'
  return [
    resultOf('synthetic-edits', synthetic.pairs, synthetic.figures, [made]),
    resultOf('different-articles', unlike.pairs, unlike.figures, [
      'the share of pairs not said to have text in common',
    ]),
  ]
}

/** The same facts in other words: our own tellings of invented events, and real stories. */
function scoreRetellings(): EvalResult[] {
  const events = scoreOwnEvents()
  const sets = [
    { name: 'clustering/allsides-train.jsonl.zst', isInSample: true },
    { name: 'clustering/basil.jsonl.zst', isInSample: false },
  ]
  const stories = sets.flatMap(({ name, isInSample }) => {
    const path = findSet(name)
    if (path === undefined) return []
    const { figures, records, notes } = scoreStories(readRecords<ArticleRecord>(path), isInSample)
    return [resultOf(path, records, figures, notes)]
  })
  return [resultOf('own-retellings', events.records, events.figures, events.notes), ...stories]
}
