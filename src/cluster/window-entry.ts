import type { DocumentId, StoryId } from '../core/ids.ts'
import type { Vector } from './vectorize.ts'

/** A document of the clustering window. Without a story it is held back: its words count, but nothing joins it. */
export type WindowEntry = {
  readonly documentId: DocumentId
  readonly storyId?: StoryId
  /** BCP 47; a story's articles have one language at this stage. */
  readonly language: string
  /** ISO 8601. */
  readonly at: string
  /** A page that follows several events, such as a live blog: it joins one story and connects no others. */
  readonly isRunning?: boolean
  /** From `featuresOf`: raw counts, ascending features. */
  readonly features: Int32Array
  readonly weights: Float32Array
}

export type WindowQuery = Pick<WindowEntry, 'language' | 'at' | 'features' | 'weights'>

/** A member of a story near the given document. */
export type Neighbor = {
  readonly documentId: DocumentId
  readonly isRunning: boolean
  readonly score: number
  readonly features: Int32Array
}

/** A story near the given document: mean similarity with its members, and its nearest members, best first. */
export type StoryMatch = {
  readonly storyId: StoryId
  readonly score: number
  readonly documents: readonly Neighbor[]
}

/** A member of one of the nearest stories, for comparison. `isWhole`: all members of its story are included. */
export type ComparedMember = {
  readonly documentId: DocumentId
  readonly storyId: StoryId
  readonly isWhole: boolean
  readonly isRunning: boolean
  readonly atMs: number
  readonly vector: Vector
}

/**
 * The nearest stories, best first, and the weight of each feature of the given document in the comparison. Scores in a crowd are reduced by
 * `likeness`. `vector` is the document as compared, `company` its neighbors.
 */
export type WindowMatch = {
  readonly best?: StoryMatch
  readonly candidates: readonly StoryMatch[]
  readonly featureWeights: ReadonlyMap<number, number>
  readonly vector: Vector
  readonly likeness: number
  readonly company: readonly ComparedMember[]
}
