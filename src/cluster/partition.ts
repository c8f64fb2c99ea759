import { defined } from '../core/defined.ts'
import type { DocumentId, StoryId } from '../core/ids.ts'
import {
  decayFactor,
  headlineFactor,
  isBareHeadline,
  isFaint,
  similarityFactor,
  timeDecay,
} from './adjust-similarity.ts'
import { createCounter } from './counter.ts'
import { createPostings } from './postings.ts'
import { priorDocuments, priorFrequency } from './prior.ts'
import { createStoryTable } from './story-table.ts'
import type { Vector } from './vectorize.ts'
import { compact, weigh } from './weigh.ts'
import type { ComparedMember, Neighbor, StoryMatch, WindowEntry, WindowMatch, WindowQuery } from './window-entry.ts'

/**
 * The vectors of many documents in a few large arrays: for each feature its raw count, and the weight used in comparison, which is 0 for
 * features beyond the heaviest. 12 bytes a feature.
 */
type RowPool = {
  /** Stores `raw` with the weights of `weighed`, which has a subset of its features. Returns its place. */
  add(raw: Vector, weighed: Vector): number
  release(place: number): void
  /** A view that stays valid, because a row is never overwritten. */
  rawAt(place: number, length: number): Vector
  weighedAt(place: number, length: number): Vector
}

const chunkBits = 16
const chunkLength = 1 << chunkBits

type Chunk = {
  readonly features: Int32Array
  readonly counts: Float32Array
  readonly weights: Float32Array
  used: number
  /** Number of its rows still in use. */
  living: number
}

/** Makes an empty pool. Documents leave roughly in order of arrival, so an array is dropped whole with its last row. */
function createRowPool(): RowPool {
  const chunks: (Chunk | undefined)[] = []
  const vacant: number[] = []
  let current = -1

  function addChunk(length: number): number {
    const chunk = {
      features: new Int32Array(length),
      counts: new Float32Array(length),
      weights: new Float32Array(length),
      used: 0,
      living: 0,
    }
    const at = vacant.pop() ?? chunks.length
    chunks[at] = chunk
    return at
  }

  function dropIfEmpty(at: number): void {
    if (at === current || chunks[at]?.living !== 0) return
    chunks[at] = undefined
    vacant.push(at)
  }

  const chunkOf = (place: number) => chunks[place >> chunkBits] as Chunk
  const startOf = (place: number) => place & (chunkLength - 1)

  return {
    add(raw, weighed) {
      const { length } = raw.features
      const before = current
      if (before < 0 || (chunks[before] as Chunk).used + Math.max(1, length) > chunkLength) {
        current = addChunk(Math.max(chunkLength, length))
        if (before >= 0) dropIfEmpty(before)
      }
      const chunk = chunks[current] as Chunk
      const start = chunk.used
      chunk.features.set(raw.features, start)
      chunk.counts.set(raw.weights, start)
      let next = 0
      for (let i = 0; i < length; i += 1)
        if (raw.features[i] === weighed.features[next]) chunk.weights[start + i] = weighed.weights[next++] as number
      chunk.used += length
      chunk.living += 1
      return (current << chunkBits) + start
    },
    release(place) {
      chunkOf(place).living -= 1
      dropIfEmpty(place >> chunkBits)
    },
    rawAt(place, length) {
      const { features, counts } = chunkOf(place)
      const [start, end] = [startOf(place), startOf(place) + length]
      return { features: features.subarray(start, end), weights: counts.subarray(start, end) }
    },
    weighedAt(place, length) {
      const { features, weights } = chunkOf(place)
      const [start, end] = [startOf(place), startOf(place) + length]
      return { features: features.subarray(start, end), weights: weights.subarray(start, end) }
    },
  }
}

/** The documents of one language, and their stories. */
export type Partition = {
  add(entry: WindowEntry): void
  move(documentId: DocumentId, storyId: StoryId | undefined): void
  remove(documentId: DocumentId): void
  storyOf(documentId: DocumentId): StoryId | undefined
  /** Throws when the document is not in the partition. */
  entry(documentId: DocumentId): WindowEntry
  match(query: WindowQuery): WindowMatch
}

/** What is stored for a document besides its vectors and story. */
type Slot = Pick<WindowEntry, 'documentId' | 'language' | 'at' | 'isRunning'> & {
  readonly atMs: number
  /** The place of its vectors in the pool. */
  readonly place: number
  readonly length: number
}

const candidateLimit = 5
/** Stories with a lower score are left out. */
const leastScore = 0.01
const neighborLimit = 5
/** The members returned for closer comparison: how many of the nearest stories, their least score, and how many members each. */
const companyStories = 3
const companyFloor = 0.06
const companyMembers = 20
/** The decay over a third of a second. */
const almostOne = 1 - 1e-6
/** Document frequencies outlive the window, because a rare word stays rare; after this many documents they are halved. */
const halveAfter = 50_000

/** Makes an empty partition. Everything stored per feature is in typed arrays; a document is one small object. */
export function createPartition(
  language: string,
  settings: { readonly windowMs: number; readonly topFeatures: number },
): Partition {
  const frequencies = createCounter()
  const priorOf = priorFrequency(language)
  let documentCount = 0
  const rows = createRowPool()
  const postings = createPostings()
  const numbers = new Map<DocumentId, number>()
  const slots: (Slot | undefined)[] = []
  const vacant: number[] = []
  /** 1 / `decayFactor` of each slot's time since `startMs`. */
  let factors = new Float64Array(1024)
  let startMs = Number.NaN
  let scores = new Float32Array(1024)

  const slotAt = (number: number) => slots[number] as Slot
  const stories = createStoryTable((number) => slotAt(number).atMs)

  function count(features: Int32Array): void {
    if (documentCount >= halveAfter) {
      frequencies.halve()
      documentCount = Math.floor(documentCount / 2)
    }
    documentCount += 1
    for (const feature of features) frequencies.increment(feature)
  }

  /** `unseen` is 1 for a document that isn't counted yet, and is weighed as if it were. */
  function weighed(raw: Vector, unseen: 0 | 1): Vector {
    const dfOf = (feature: number) => frequencies.get(feature) + unseen + priorOf(feature)
    return weigh(raw, documentCount + unseen + priorDocuments, dfOf, settings.topFeatures)
  }

  function makeRoom(number: number): void {
    stories.makeRoom(number)
    if (number < scores.length) return
    const length = scores.length * 2
    scores = new Float32Array(length)
    const old = factors
    factors = new Float64Array(length)
    factors.set(old)
  }

  /**
   * Fills the `sums` of all stories from the scores of all documents. Returns how much similarity counts in the crowd around the text. More
   * than half of the documents share a word with a text, so reading all of them in memory order is faster than picking those that do.
   */
  function sumByStory(atMs: number): number {
    const { storyBySlot, sums } = stories.arrays
    const factor = decayFactor(atMs - startMs)
    let faint = 0
    for (let number = 0; number < slots.length; number += 1) {
      const story = storyBySlot[number] as number
      if (story < 0) continue
      const quotient = factor * (factors[number] as number)
      // False when the document is the later of the two, both have the same time, or either is years from the start.
      const isPlain = quotient > 0 && quotient < almostOne
      const decay = isPlain ? quotient : timeDecay(atMs - slotAt(number).atMs)
      const score = (scores[number] as number) * decay
      if (isFaint(score)) faint += 1
      sums[story] = (sums[story] as number) + score
    }
    return similarityFactor(faint, numbers.size)
  }

  /** The best few stories, best first; clears the `sums`. */
  function rank(atMs: number, likeness: number): { story: number; score: number }[] {
    const { sizes, sums } = stories.arrays
    const ranked: { story: number; score: number }[] = []
    const { count } = stories
    let floor = leastScore
    for (let story = 0; story < count; story += 1) {
      const sum = likeness * (sums[story] as number)
      const size = sizes[story] as number
      if (sum <= floor * size || !stories.isAlive(story, atMs, settings.windowMs)) continue
      const score = sum / size
      ranked.push({ story, score })
      ranked.sort((a, b) => b.score - a.score)
      ranked.length = Math.min(ranked.length, candidateLimit)
      floor = ranked[candidateLimit - 1]?.score ?? leastScore
    }
    sums.fill(0)
    return ranked
  }

  function nearestMembers(story: number): Neighbor[] {
    return stories
      .members(story)
      .filter((number) => (scores[number] as number) > 0)
      .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
      .slice(0, neighborLimit)
      .map((number) => {
        const { documentId, isRunning = false, place, length } = slotAt(number)
        return { documentId, isRunning, score: scores[number] as number, features: rows.rawAt(place, length).features }
      })
  }

  /** The latest members of these stories. */
  function gather(near: readonly { story: number }[]): ComparedMember[] {
    return near.flatMap(({ story }) => {
      const storyId = stories.idOf(story)
      const members = stories.members(story)
      const isWhole = members.length <= companyMembers
      return members.slice(0, companyMembers).map((number) => {
        const { documentId, isRunning = false, atMs, place, length } = slotAt(number)
        return { documentId, storyId, isWhole, isRunning, atMs, vector: compact(rows.weighedAt(place, length)) }
      })
    })
  }

  function match(query: WindowQuery): WindowMatch {
    const vector = weighed(query, 1)
    const atMs = Date.parse(query.at)
    postings.addTo(vector, scores)
    const inCrowd = sumByStory(atMs)
    const isBare = isBareHeadline(query.features.length)
    const ranked = rank(atMs, isBare ? 1 : inCrowd)
    const candidates = ranked.map(
      ({ story, score }): StoryMatch => ({ storyId: stories.idOf(story), score, documents: nearestMembers(story) }),
    )
    scores.fill(0)
    const featureWeights = new Map(Array.from(vector.features, (feature, i) => [feature, vector.weights[i] as number]))
    const near = ranked.filter(({ score }) => score >= companyFloor).slice(0, companyStories)
    const largest = near.reduce((size, { story }) => Math.max(size, stories.arrays.sizes[story] as number), 0)
    const likeness = isBare ? headlineFactor(largest) : inCrowd
    const company = gather(near)
    return { ...defined({ best: candidates[0] }), candidates, featureWeights, vector, likeness, company }
  }

  return {
    add(entry) {
      count(entry.features)
      const number = vacant.pop() ?? slots.length
      makeRoom(number)
      const { documentId, at } = entry
      const atMs = Date.parse(at)
      if (Number.isNaN(startMs)) startMs = atMs
      const place = rows.add(entry, weighed(entry, 0))
      const { length } = entry.features
      const running = entry.isRunning ? { isRunning: true } : {}
      slots[number] = { documentId, language: entry.language, at, ...running, atMs, place, length }
      numbers.set(documentId, number)
      factors[number] = 1 / decayFactor(atMs - startMs)
      postings.insert(number, rows.weighedAt(place, length))
      if (entry.storyId !== undefined) stories.enter(number, entry.storyId)
    },
    move(documentId, storyId) {
      const number = numbers.get(documentId)
      if (number === undefined) return
      stories.leave(number)
      if (storyId !== undefined) stories.enter(number, storyId)
    },
    remove(documentId) {
      const number = numbers.get(documentId)
      if (number === undefined) return
      const { place, length } = slotAt(number)
      stories.leave(number)
      postings.remove(number, rows.weighedAt(place, length))
      rows.release(place)
      numbers.delete(documentId)
      slots[number] = undefined
      vacant.push(number)
    },
    storyOf(documentId) {
      const story = stories.storyOf(numbers.get(documentId) ?? -1)
      return story < 0 ? undefined : stories.idOf(story)
    },
    entry(documentId) {
      const number = numbers.get(documentId)
      if (number === undefined) throw new Error(`${documentId} is not in the window`)
      const { language, at, isRunning, place, length } = slotAt(number)
      const story = stories.storyOf(number)
      const storyId = story < 0 ? {} : { storyId: stories.idOf(story) }
      const running = isRunning ? { isRunning } : {}
      return { documentId, ...storyId, language, at, ...running, ...rows.rawAt(place, length) }
    },
    match,
  }
}
