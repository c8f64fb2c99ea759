import type { DocumentId, StoryId } from '../core/ids.ts'
import { createCounter } from './counter.ts'
import { isFaint, likenessIn } from './crowd.ts'
import { createPostings } from './postings.ts'
import { priorDocuments, priorFrequency } from './prior.ts'
import { timeDecay } from './time-decay.ts'
import type { Vector } from './vectorize.ts'
import { dot, weigh } from './weigh.ts'
import type { Neighbor, StoryMatch, WindowEntry, WindowMatch, WindowQuery } from './window-entry.ts'

/** The documents of one language, and the stories they make. */
export type Partition = {
  add(entry: WindowEntry): void
  move(documentId: DocumentId, storyId: StoryId | undefined): void
  remove(documentId: DocumentId): void
  isOlderThan(documentId: DocumentId, ms: number): boolean
  entry(documentId: DocumentId): WindowEntry | undefined
  match(query: WindowQuery): WindowMatch
}

type Slot = { entry: WindowEntry; readonly atMs: number; readonly vector: Vector; index: number; story?: StoryState }
/** `normSquared` is the squared length of the sum of its members' vectors, kept as members come and go; `sum` is scratch. */
type StoryState = {
  readonly id: StoryId
  readonly members: Set<Slot>
  normSquared: number
  sum: number
  /** The times of its earliest and latest member. */
  firstMs: number
  lastMs: number
}

const candidateLimit = 5
const neighborLimit = 5
/** Document frequencies outlive the window, since a rare word stays rare; past this many documents they fade. */
const fadeAfter = 50_000

/** Makes an empty partition. */
export function createPartition(
  language: string,
  settings: { readonly windowMs: number; readonly topFeatures: number },
): Partition {
  const frequencies = createCounter()
  const priorOf = priorFrequency(language)
  let documentCount = 0
  const slots = new Map<DocumentId, Slot>()
  const stories = new Map<StoryId, StoryState>()
  let byIndex: (Slot | undefined)[] = []
  /** The same order as `byIndex`, for the innermost loop. */
  let storyByIndex: (StoryState | undefined)[] = []
  let timeByIndex: number[] = []
  let postings = createPostings()
  let scores = new Float32Array(1024)

  function count(features: Int32Array): void {
    if (documentCount >= fadeAfter) {
      frequencies.halve()
      documentCount = Math.floor(documentCount / 2)
    }
    documentCount += 1
    for (const feature of features) frequencies.increment(feature)
  }

  /** `unseen` is 1 for a document not counted yet, which it is treated as if it were. */
  function weighed(raw: Vector, unseen: 0 | 1): Vector {
    const dfOf = (feature: number) => frequencies.get(feature) + unseen + priorOf(feature)
    return weigh(raw, documentCount + unseen + priorDocuments, dfOf, settings.topFeatures)
  }

  function dotWithStory(slot: Slot, story: StoryState): number {
    let sum = 0
    for (const member of story.members) if (member !== slot) sum += dot(slot.vector, member.vector)
    return sum
  }

  function enter(slot: Slot): void {
    const id = slot.entry.storyId
    if (id === undefined) return
    const story = stories.get(id) ?? {
      id,
      members: new Set(),
      normSquared: 0,
      sum: 0,
      firstMs: Number.POSITIVE_INFINITY,
      lastMs: Number.NEGATIVE_INFINITY,
    }
    stories.set(id, story)
    story.normSquared += 2 * dotWithStory(slot, story) + 1
    story.members.add(slot)
    story.firstMs = Math.min(story.firstMs, slot.atMs)
    story.lastMs = Math.max(story.lastMs, slot.atMs)
    slot.story = story
    storyByIndex[slot.index] = story
  }

  function leave(slot: Slot): void {
    const { story } = slot
    if (!story) return
    delete slot.story
    storyByIndex[slot.index] = undefined
    story.members.delete(slot)
    story.normSquared = Math.max(1e-9, story.normSquared - 2 * dotWithStory(slot, story) - 1)
    if (story.members.size === 0) {
      stories.delete(story.id)
      return
    }
    if (slot.atMs > story.firstMs && slot.atMs < story.lastMs) return
    const times = [...story.members].map(({ atMs }) => atMs)
    story.firstMs = Math.min(...times)
    story.lastMs = Math.max(...times)
  }

  function index(slot: Slot): void {
    slot.index = byIndex.length
    byIndex.push(slot)
    storyByIndex.push(slot.story)
    timeByIndex.push(slot.atMs)
    postings.insert(slot.index, slot.vector)
    if (byIndex.length > scores.length) scores = new Float32Array(scores.length * 2)
  }

  /** Removed documents leave dead entries in the index; when they outnumber the living, it is built anew. */
  function compact(): void {
    if (byIndex.length < 2 * slots.size + 1024) return
    const living = byIndex.filter((slot) => slot !== undefined)
    byIndex = []
    storyByIndex = []
    timeByIndex = []
    postings = createPostings()
    scores = new Float32Array(Math.max(1024, living.length * 2))
    for (const slot of living) index(slot)
  }

  function isAlive(story: StoryState, atMs: number): boolean {
    return atMs >= story.firstMs - settings.windowMs && atMs <= story.lastMs + settings.windowMs
  }

  /** The few best of the stories whose `sum` was filled, best first; clears the sums. */
  function rank(near: readonly StoryState[], atMs: number, likeness: number): { story: StoryState; score: number }[] {
    const ranked: { story: StoryState; score: number }[] = []
    for (const story of near) {
      const score = (likeness * story.sum) / story.members.size
      story.sum = 0
      const last = ranked[candidateLimit - 1]
      if ((last && last.score >= score) || !isAlive(story, atMs)) continue
      ranked.push({ story, score })
      ranked.sort((a, b) => b.score - a.score)
      ranked.length = Math.min(ranked.length, candidateLimit)
    }
    return ranked
  }

  function nearestMembers(story: StoryState): Neighbor[] {
    return [...story.members]
      .map(({ index, entry }) => ({
        documentId: entry.documentId,
        score: scores[index] as number,
        features: entry.features,
      }))
      .filter((member) => member.score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, neighborLimit)
  }

  function match(query: WindowQuery): WindowMatch {
    const vector = weighed(query, 1)
    const touched = postings.accumulate(vector, scores)
    const near: StoryState[] = []
    const atMs = Date.parse(query.at)
    let faint = 0
    for (let i = 0; i < touched.length; i += 1) {
      const index = touched[i] as number
      const story = storyByIndex[index]
      if (story === undefined) continue
      if (story.sum === 0) near.push(story)
      const score = (scores[index] as number) * timeDecay(atMs - (timeByIndex[index] as number))
      if (isFaint(score)) faint += 1
      story.sum += score
    }
    const candidates = rank(near, atMs, likenessIn(faint)).map(
      ({ story, score }): StoryMatch => ({ storyId: story.id, score, documents: nearestMembers(story) }),
    )
    for (let i = 0; i < touched.length; i += 1) scores[touched[i] as number] = 0
    const featureWeights = new Map(Array.from(vector.features, (feature, i) => [feature, vector.weights[i] as number]))
    return { ...(candidates[0] ? { best: candidates[0] } : {}), candidates, featureWeights }
  }

  return {
    add(entry) {
      count(entry.features)
      const vector = weighed(entry, 0)
      const slot: Slot = { entry, atMs: Date.parse(entry.at), vector, index: -1 }
      slots.set(entry.documentId, slot)
      index(slot)
      enter(slot)
    },
    move(documentId, storyId) {
      const slot = slots.get(documentId)
      if (!slot) return
      leave(slot)
      const { storyId: _, ...entry } = slot.entry
      slot.entry = storyId === undefined ? entry : { ...entry, storyId }
      enter(slot)
    },
    remove(documentId) {
      const slot = slots.get(documentId)
      if (!slot) return
      leave(slot)
      slots.delete(documentId)
      byIndex[slot.index] = undefined
      compact()
    },
    isOlderThan: (documentId, ms) => (slots.get(documentId)?.atMs ?? Number.POSITIVE_INFINITY) < ms,
    entry: (documentId) => slots.get(documentId)?.entry,
    match,
  }
}
