import type { DocumentId, StoryId } from '../core/ids.ts'
import type { Vector } from './vectorize.ts'

/** A document of the clustering window. Without a story it is held: its words count, but nothing joins it. */
export type WindowEntry = {
  readonly documentId: DocumentId
  readonly storyId?: StoryId
  /** BCP 47; stories never cross languages here. */
  readonly language: string
  /** ISO 8601. */
  readonly at: string
  /** A page that runs along with events, such as a live blog: it goes with one of them and brings no others together. */
  readonly isRunning?: boolean
  /** From `featuresOf`: raw counts, ascending features. */
  readonly features: Int32Array
  readonly weights: Float32Array
}

export type WindowQuery = Pick<WindowEntry, 'language' | 'at' | 'features' | 'weights'>

/** A member of a story near the document asked about. */
export type Neighbor = {
  readonly documentId: DocumentId
  readonly isRunning: boolean
  readonly score: number
  readonly features: Int32Array
}

/** A story near the document asked about: mean similarity with its members, and its nearest members, best first. */
export type StoryMatch = {
  readonly storyId: StoryId
  readonly score: number
  readonly documents: readonly Neighbor[]
}

/** A member of one of the few nearest stories, as it is compared. `isWhole`: all members of its story are given. */
export type Company = {
  readonly documentId: DocumentId
  readonly storyId: StoryId
  readonly isWhole: boolean
  readonly isRunning: boolean
  readonly atMs: number
  readonly vector: Vector
}

/**
 * The nearest stories, best first, and the weight each feature of the document asked about had in the comparison. Scores
 * are less in a crowd, by `likeness`. `vector` is the document as it is compared, `company` what is around it.
 */
export type WindowMatch = {
  readonly best?: StoryMatch
  readonly candidates: readonly StoryMatch[]
  readonly featureWeights: ReadonlyMap<number, number>
  readonly vector: Vector
  readonly likeness: number
  readonly company: readonly Company[]
}
