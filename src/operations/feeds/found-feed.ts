import type { Intake } from '../../core/source.ts'

/** A feed, or what entries can be made of. */
export type FoundFeed = {
  readonly url: string
  readonly title: string
  /** Absent: a feed. */
  readonly intake?: Intake
  /** A bridge of the owner's makes it of a site that has none. */
  readonly isBridged?: true
}
