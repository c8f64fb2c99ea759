import type { DocumentId, StoryId } from '../core/ids.ts'
import { attachFloor, countLabels } from './attach-singles.ts'
import { carryStories } from './carry-stories.ts'
import { compare, type Item, type Look, lookAmong } from './compare.ts'
import { createCounter } from './counter.ts'
import { group } from './group.ts'
import { priorDocuments, priorFrequency } from './prior.ts'
import { primaryLanguage } from './vectorize.ts'
import { weigh } from './weigh.ts'
import type { WindowEntry } from './window-entry.ts'

/** A document that belongs in another story than the one it is in. */
export type Move = { readonly documentId: DocumentId; readonly from: StoryId; readonly to: StoryId }

/** What stands now, and what the repair may touch. */
export type RepairContext = {
  /** Stories a person split or merged: their documents stay, and nothing is moved into them. */
  readonly pinned?: ReadonlySet<StoryId>
  /** Documents added since the last repair: only stories near them are looked at. Absent: all. */
  readonly touched?: ReadonlySet<DocumentId>
  /** Mints the id of a story that splits off. */
  readonly newId: () => StoryId
  /** Mean similarity below which clusters are not merged. */
  readonly threshold?: number
  /** Whether what average link leaves alone is put where it is nearest. True; false to measure what that brings. */
  readonly isAttaching?: boolean
  /** Documents further apart in time than this are not compared, in milliseconds. */
  readonly windowMs?: number
}

const dayMs = 86_400_000
const defaultThreshold = 0.18
const defaultWindowMs = 4 * dayMs
const topFeatures = 100
/** With fewer features than this a document is short; it may have joined by another rule, so it never leaves alone. */
const shortFeatures = 45

const manyRows = 200

/**
 * Weighs the rows against each other. A word only one of them has cannot link it to any other, so it is left out; among
 * few rows it stays in, or the little that two unrelated texts share would be all there is.
 */
function weighRows(rows: readonly WindowEntry[], language: string): Item[] {
  const priorOf = priorFrequency(language)
  const frequencies = createCounter()
  for (const row of rows) for (const feature of row.features) frequencies.increment(feature)
  const dfOf = (feature: number): number => {
    const df = frequencies.get(feature)
    return df < 2 && rows.length >= manyRows ? -1 : df + priorOf(feature)
  }
  return rows.flatMap((row) => {
    if (row.storyId === undefined) return []
    const vector = weigh(row, rows.length + priorDocuments, dfOf, topFeatures)
    return [{ row, storyId: row.storyId, atMs: Date.parse(row.at), vector }]
  })
}

/** The items of every story that is near a touched document, and of the stories of those documents themselves. */
function nearTouched(items: readonly Item[], touched: ReadonlySet<DocumentId>, look: Look): Item[] {
  const stories = new Set<StoryId>()
  for (const item of items) {
    if (!touched.has(item.row.documentId)) continue
    stories.add(item.storyId)
    look(item, (slot, score) => {
      if (score >= attachFloor) stories.add((items[slot] as Item).storyId)
    })
  }
  return items.filter((item) => stories.has(item.storyId))
}

/** A short item or a running page that clustering leaves alone goes where most of its present story goes. */
function followStory(items: readonly Item[], labels: Int32Array): void {
  const sizes = countLabels(labels)
  const isLoose = (i: number) =>
    sizes.get(labels[i] as number) === 1 &&
    (items[i]?.row.isRunning || (items[i] as Item).row.features.length < shortFeatures)
  const votes = new Map<StoryId, Map<number, number>>()
  for (const [i, item] of items.entries()) {
    if (isLoose(i) || item.row.isRunning) continue
    const ofStory = votes.get(item.storyId) ?? new Map<number, number>()
    votes.set(item.storyId, ofStory)
    ofStory.set(labels[i] as number, (ofStory.get(labels[i] as number) ?? 0) + 1)
  }
  const firstLoose = new Map<StoryId, number>()
  const decided = items.map((item, i) => {
    if (!isLoose(i)) return labels[i] as number
    const best = [...(votes.get(item.storyId) ?? [])].sort((a, b) => b[1] - a[1])[0]
    if (best) return best[0]
    // A story of short items only stays as it is.
    const first = firstLoose.get(item.storyId) ?? (labels[i] as number)
    firstLoose.set(item.storyId, first)
    return first
  })
  labels.set(decided)
}

/** The story of each cluster; one that is left without gets a new id. */
function carryIds(items: readonly Item[], labels: Int32Array, newId: () => StoryId): Map<number, StoryId> {
  const storyByLabel = carryStories(items.map(({ storyId }, i) => ({ label: labels[i] as number, storyId })))
  for (const label of new Set(labels)) if (!storyByLabel.has(label)) storyByLabel.set(label, newId())
  return storyByLabel
}

/**
 * Clusters the window again with average link over cosines that fade with time, which sees what single-pass clustering
 * could not yet see; puts what is left alone where it is nearest; and proposes the moves that lead there. Story ids are
 * carried by largest overlap; a story that splits off gets a new id; a story that loses all its documents is one merged
 * away. Rows without a story are held and stay so.
 * @param rows the window, as `Window.entries()` gives it, each with its present story
 */
export function proposeRepairs(rows: readonly WindowEntry[], context: RepairContext): Move[] {
  const threshold = context.threshold ?? defaultThreshold
  const windowMs = context.windowMs ?? defaultWindowMs
  const moves: Move[] = []
  for (const [language, ofLanguage] of Map.groupBy(rows, (row) => primaryLanguage(row.language))) {
    const free = weighRows(ofLanguage, language).filter((item) => !context.pinned?.has(item.storyId))
    const look = lookAmong(free, windowMs)
    const items = context.touched ? nearTouched(free, context.touched, look) : free
    const labels = group({
      count: items.length,
      near: compare(free, items, look),
      isRunning: (i) => items[i]?.row.isRunning === true,
      threshold,
      isAttaching: context.isAttaching !== false,
    })
    followStory(items, labels)
    const storyByLabel = carryIds(items, labels, context.newId)
    for (const [i, { row, storyId: from }] of items.entries()) {
      const to = storyByLabel.get(labels[i] as number) as StoryId
      if (to !== from) moves.push({ documentId: row.documentId, from, to })
    }
  }
  return moves
}
