import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { assignStory } from '../../src/cluster/assign-story.ts'
import { proposeRepairs } from '../../src/cluster/repair.ts'
import { featuresOf } from '../../src/cluster/vectorize.ts'
import { createWindow } from '../../src/cluster/window.ts'
import type { WindowEntry } from '../../src/cluster/window-entry.ts'
import type { Document } from '../../src/core/document.ts'
import { asId, type DocumentId, type StoryId } from '../../src/core/ids.ts'
import { scoreClustering } from './b-cubed.ts'

/** One line of a clustering set: an article and the story an editor put it in. */
type ClusteringRecord = {
  readonly id: string
  readonly title: string | null
  readonly text: string
  readonly date: string | null
  readonly lang: string
  readonly story: string
}

type EvalResult = {
  name: string
  set: string
  records: number
  figures: Record<string, number>
  notes: string[]
  isOwnSet: boolean
}

const here = import.meta.dirname
const shared = join(here, '../../../shared/data/clustering')
const defaultSet = 'allsides-train.jsonl.zst'
const otherSets = [
  { key: 'allsides2021', file: 'allsides-2021-dev.jsonl.zst' },
  { key: 'ecbplus', file: 'ecbplus-train-dev.jsonl.zst' },
  { key: 'basil', file: 'basil.jsonl.zst' },
]

function readRecords(path: string): ClusteringRecord[] {
  const bytes = readFileSync(path)
  const text = path.endsWith('.zst') ? zstdDecompressSync(bytes).toString('utf8') : bytes.toString('utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): ClusteringRecord => JSON.parse(line))
}

/** An undated article has no place in date order; where some are dated, only those are scored. */
function datedOnly(records: readonly ClusteringRecord[]): readonly ClusteringRecord[] {
  const dated = records.filter((record) => record.date !== null)
  return dated.length === 0 ? records : dated
}

function documentOf(record: ClusteringRecord): Document {
  const at = record.date === null ? '2020-01-01' : record.date
  return {
    id: asId<DocumentId>(record.id),
    articleId: asId(record.id),
    language: record.lang ?? 'en',
    title: record.title ?? '',
    text: record.text,
    blocks: [{ start: 0, end: record.text.length, kind: 'paragraph' }],
    publishedAt: new Date(at).toISOString(),
  }
}

/** Clusters a set as the product does: one document at a time in date order, then repairs over all of it. */
function cluster(records: readonly ClusteringRecord[]) {
  const documents = records.map(documentOf)
  const order = documents
    .map((_, i) => i)
    .sort((a, b) => Date.parse(documents[a]?.publishedAt ?? '') - Date.parse(documents[b]?.publishedAt ?? ''))
  const window = createWindow()
  const storyOf = new Map<DocumentId, StoryId>()
  const entries: WindowEntry[] = []
  let minted = 0
  const newId = () => asId<StoryId>(`s${++minted}`)
  const start = process.cpuUsage()
  for (const i of order) {
    const document = documents[i] as Document
    const vector = featuresOf(document)
    const assignment = assignStory(
      {
        document,
        annotations: {},
        vector,
        kind: 'article',
        completeness: { kind: 'complete' },
        syndications: [],
        now: document.publishedAt,
      },
      window,
      (id) => storyOf.get(id),
    )
    // A held document stands alone here, so that every document is scored.
    const storyId = assignment.kind === 'join' ? assignment.storyId : newId()
    storyOf.set(document.id, storyId)
    const entry = { documentId: document.id, storyId, language: document.language, at: document.publishedAt, ...vector }
    window.add(entry)
    entries.push(entry)
  }
  const onlineUsage = process.cpuUsage(start)
  const online = documents.map((document) => storyOf.get(document.id) as string)
  for (const move of proposeRepairs(entries, { newId })) storyOf.set(move.documentId, move.to)
  const repaired = documents.map((document) => storyOf.get(document.id) as string)
  const gold = records.map((record) => record.story)
  return {
    online: scoreClustering(gold, online),
    repaired: scoreClustering(gold, repaired),
    perSecond: records.length / ((onlineUsage.user + onlineUsage.system) / 1e6),
  }
}

/** Scores online clustering and its repair: B-cubed F1 and pairwise F1 (0 to 1). */
export async function run(options: { data?: string } = {}): Promise<EvalResult> {
  const wanted = options.data ?? join(shared, defaultSet)
  const isOwnSet = !existsSync(wanted)
  const path = isOwnSet ? join(here, 'own.jsonl') : wanted
  const all = readRecords(path)
  const records = datedOnly(all)
  const { online, repaired, perSecond } = cluster(records)
  const figures: Record<string, number> = {
    b3F1: repaired.b3F1,
    b3Precision: repaired.b3Precision,
    b3Recall: repaired.b3Recall,
    pairF1: repaired.pairF1,
    onlineB3F1: online.b3F1,
    onlinePairF1: online.pairF1,
  }
  const notes = [`online ${Math.round(perSecond)} articles per CPU second, vectors included`]
  if (records.length < all.length) notes.push(`${all.length - records.length} undated articles left out`)
  if (isOwnSet) notes.push('the public set is absent: scored on a small set of our own')
  if (options.data === undefined && !isOwnSet) {
    for (const { key, file } of otherSets) {
      const otherPath = join(shared, file)
      if (!existsSync(otherPath)) continue
      const other = cluster(datedOnly(readRecords(otherPath)))
      figures[`${key}B3F1`] = other.repaired.b3F1
      figures[`${key}PairF1`] = other.repaired.pairF1
      figures[`${key}OnlineB3F1`] = other.online.b3F1
    }
    notes.push(
      'thresholds were chosen on ECB+ and BASIL: in-sample there; allsides-2021 was used for the short-item rule',
    )
    notes.push("AllSides gold lists only the editors' picks, so it is a floor")
  }
  return { name: 'clustering', set: basename(path), records: records.length, figures, notes, isOwnSet }
}

if (import.meta.main)
  process.stdout.write(
    `${JSON.stringify(await run({ ...(process.argv[2] ? { data: process.argv[2] } : {}) }), null, 2)}\n`,
  )
