import type { DocumentId, StoryId } from '../core/ids.ts'
import { nth } from '../core/nth.ts'
import { attachAside, attachFloor, countLabels, nearIn } from './attach-singles.ts'
import { type Comparison, compare, neighborsAmong, type VisitNeighbors, type WeighedRow } from './compare.ts'
import { carryStories, group } from './group.ts'
import { joinLarge } from './join-large.ts'
import { languageKey } from './vectorize.ts'
import { countDocuments, weigherOf } from './weigh-rows.ts'
import type { WindowEntry } from './window-entry.ts'

/** A document that belongs in another story. */
export type Move = { readonly documentId: DocumentId; readonly from: StoryId; readonly to: StoryId }

/** The current state, and what the repair may change. */
export type RepairContext = {
  /** Stories a person split or merged: documents neither leave nor enter them. */
  readonly pinned?: ReadonlySet<StoryId>
  /** Documents added since the last repair: only stories near them are examined. Absent: all. */
  readonly touched?: ReadonlySet<DocumentId>
  /** Makes the id of a story that splits off. */
  readonly newId: () => StoryId
  /** Clusters below this mean similarity are not merged. */
  readonly threshold?: number
  /** Whether documents that average link leaves alone join the nearest cluster. True by default; false to measure the effect. */
  readonly isAttaching?: boolean
  /** Documents further apart in time are not compared, in milliseconds. */
  readonly windowMs?: number
  /** Most pairs in memory, 8 bytes each; 16 million by default. */
  readonly mostPairs?: number
}

const dayMs = 86_400_000
const defaultThreshold = 0.18
const defaultWindowMs = 4 * dayMs
/** Four thousand articles that are all alike: 128 MB, and at most as much again while they are grouped. */
const defaultMostPairs = 16_000_000
/** A document with fewer features is short. It may have joined by another rule, so it never leaves alone. */
const shortFeatures = 45

/** Weighs the rows relative to each other. */
function weighRows(rows: readonly WindowEntry[], language: string): WeighedRow[] {
  const counts = countDocuments(rows)
  const weighRow = weigherOf(rows.length, counts, language)
  return rows.flatMap((row) => {
    if (row.storyId === undefined) return []
    return [{ row, storyId: row.storyId, atMs: Date.parse(row.at), vector: weighRow(row) }]
  })
}

/** From this share on all items are looked at: each pair is then looked up once, not from both sides. */
const mostChosen = 0.5
/** When so many are touched, looking up what is near them would take as long as comparing all. */
const mostTouched = 0.25

/** The items of every story near a touched document, and of the stories of those documents; all `items` when these are many. */
function nearTouched(
  items: readonly WeighedRow[],
  touched: ReadonlySet<DocumentId>,
  look: VisitNeighbors,
): readonly WeighedRow[] {
  const found = items.filter(({ row }) => touched.has(row.documentId))
  if (found.length > items.length * mostTouched) return items
  const stories = new Set<StoryId>()
  for (const item of found) {
    stories.add(item.storyId)
    look(item, (slot, score) => {
      if (score >= attachFloor) stories.add(nth(items, slot).storyId)
    })
  }
  const chosen = items.filter((item) => stories.has(item.storyId))
  return chosen.length > items.length * mostChosen ? items : chosen
}

/** Appends the items that were not compared: each joins its nearest group, like a running page. */
function placeLeftOut(chosen: readonly WeighedRow[], { items, linksOf }: Comparison, grouped: Int32Array) {
  const known = new Set(items)
  const all = [...items, ...chosen.filter((item) => !known.has(item))]
  const labels = Int32Array.from(all, (_, i) => grouped[i] ?? i)
  const leftOut = Array.from(all.keys()).slice(items.length)
  attachAside(labels, leftOut, (i) => nearIn(linksOf(nth(all, i))))
  return { items: all, labels }
}

/**
 * A short item or running page that clustering leaves alone follows the majority of its current story. So do all items from `firstLeftOut`
 * on, which were not compared.
 */
function followStory(items: readonly WeighedRow[], labels: Int32Array, firstLeftOut: number): void {
  const sizes = countLabels(labels)
  const isLoose = (i: number) =>
    sizes.get(labels[i] as number) === 1 &&
    (i >= firstLeftOut || items[i]?.row.isRunning || nth(items, i).row.features.length < shortFeatures)
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

/** The story of each cluster; one without a story gets a new id. */
function carryIds(items: readonly WeighedRow[], labels: Int32Array, newId: () => StoryId): Map<number, StoryId> {
  const storyByLabel = carryStories(items.map(({ storyId }, i) => ({ label: labels[i] as number, storyId })))
  for (const label of new Set(labels)) if (!storyByLabel.has(label)) storyByLabel.set(label, newId())
  return storyByLabel
}

/**
 * Clusters the window again with average link over cosines that decay with time, which finds what one-pass clustering could not yet see.
 * Joins the pieces of large stories, places what is left alone, and proposes the moves that lead to the result. Story ids are kept by largest overlap; a story that splits off
 * gets a new id; a story that loses all documents has been merged. Rows without a story stay without.
 * @param rows the window, as `Window.entries()` returns it, each with its current story
 */
export function proposeRepairs(rows: readonly WindowEntry[], context: RepairContext): Move[] {
  const threshold = context.threshold ?? defaultThreshold
  const windowMs = context.windowMs ?? defaultWindowMs
  const moves: Move[] = []
  for (const [language, ofLanguage] of Map.groupBy(rows, (row) => languageKey(row.language))) {
    const free = weighRows(ofLanguage, language).filter((item) => !context.pinned?.has(item.storyId))
    const look = neighborsAmong(free, windowMs)
    const chosen = context.touched ? nearTouched(free, context.touched, look) : free
    const compared = compare(free, chosen, look, context.mostPairs ?? defaultMostPairs)
    const grouped = group({
      links: compared.links,
      isRunning: (i) => compared.items[i]?.row.isRunning === true,
      threshold,
      isAttaching: context.isAttaching !== false,
    })
    joinLarge(free, compared.items, grouped, language)
    const { items, labels } = placeLeftOut(chosen, compared, grouped)
    followStory(items, labels, compared.items.length)
    const storyByLabel = carryIds(items, labels, context.newId)
    for (const [i, { row, storyId: from }] of items.entries()) {
      const to = storyByLabel.get(labels[i] as number) as StoryId
      if (to !== from) moves.push({ documentId: row.documentId, from, to })
    }
  }
  return moves
}
