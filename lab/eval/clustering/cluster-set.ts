import { assignStory } from '../../../src/cluster/assign-story.ts'
import { proposeRepairs } from '../../../src/cluster/repair.ts'
import { featuresOf, type Vector } from '../../../src/cluster/vectorize.ts'
import { createWindow } from '../../../src/cluster/window.ts'
import type { WindowEntry } from '../../../src/cluster/window-entry.ts'
import type { Document } from '../../../src/core/document.ts'
import { asId, type DocumentId, type StoryId } from '../../../src/core/ids.ts'

/** One line of a clustering set: an article and the story an editor put it in. */
export type ClusteringRecord = {
  readonly id: string
  readonly title: string | null
  readonly text: string
  readonly date: string | null
  readonly lang: string
  readonly story: string
}

/** The stories that were made, of each record in the order of the set. */
export type Clustered = {
  readonly online: readonly string[]
  /** After a repair over all of it, with or without single articles attached. */
  repaired(isAttaching: boolean): readonly string[]
  /** Decisions in a CPU second, vectors included unless they were given. */
  readonly perSecond: number
}

/** An undated article has no place in date order; where some are dated, only those are scored. */
export function datedOnly(records: readonly ClusteringRecord[]): readonly ClusteringRecord[] {
  const dated = records.filter((record) => record.date !== null)
  return dated.length === 0 ? records : dated
}

/** The places of records in the order of their dates. */
export function byDate(records: readonly ClusteringRecord[]): readonly number[] {
  const times = records.map(({ date }) => Date.parse(timeOf(date)))
  return records.map((_, place) => place).toSorted((one, other) => times[one]! - times[other]!)
}

/** The vector of each record. */
export function vectorsOf(records: readonly ClusteringRecord[]): readonly Vector[] {
  return records.map((record) => featuresOf(documentOf(record)))
}

/**
 * Clusters a set as the product does: one document at a time as it arrives, and what a repair would make of it then. Where the same set is
 * clustered more than once, its `vectors` are made before.
 */
export function clusterInOrder(
  records: readonly ClusteringRecord[],
  order: readonly number[],
  vectors?: readonly Vector[],
): Clustered {
  const documents = records.map(documentOf)
  const window = createWindow()
  const storyOf = new Map<DocumentId, StoryId>()
  const entries: WindowEntry[] = []
  let minted = 0
  let now = ''
  const newId = () => asId<StoryId>(`s${++minted}`)
  const start = process.cpuUsage()
  for (const place of order) {
    const document = documents[place] as Document
    const vector = vectors?.[place] ?? featuresOf(document)
    // The clock does not go back because an article is late.
    if (document.publishedAt > now) now = document.publishedAt
    const { assignment, displaced } = assignStory(
      {
        document,
        annotations: {},
        vector,
        kind: 'article',
        completeness: { kind: 'complete' },
        syndications: [],
        now,
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
    for (const { documentId, to = storyId } of displaced) {
      window.move(documentId, to)
      storyOf.set(documentId, to)
    }
  }
  const { user, system } = process.cpuUsage(start)
  const rows = entries.map((entry) => ({ ...entry, storyId: storyOf.get(entry.documentId) as StoryId }))
  return {
    online: documents.map(({ id }) => storyOf.get(id) as string),
    repaired(isAttaching) {
      const repaired = new Map(storyOf)
      for (const move of proposeRepairs(rows, { newId, isAttaching })) repaired.set(move.documentId, move.to)
      return documents.map(({ id }) => repaired.get(id) as string)
    },
    perSecond: records.length / ((user + system) / 1e6),
  }
}

function documentOf(record: ClusteringRecord): Document {
  return {
    id: asId<DocumentId>(record.id),
    articleId: asId(record.id),
    language: record.lang ?? 'en',
    title: record.title ?? '',
    text: record.text,
    blocks: [{ start: 0, end: record.text.length, kind: 'paragraph' }],
    publishedAt: timeOf(record.date),
  }
}

function timeOf(date: string | null): string {
  return new Date(date ?? '2020-01-01').toISOString()
}
