import type { Intake } from '../../core/source.ts'

/** A feed, or something entries can be made of. */
export type FoundFeed = {
  readonly url: string
  readonly title: string
  /** Absent: a feed. */
  readonly intake?: Intake
  /** Made by the owner's bridge, for a site without feeds. */
  readonly isBridged?: true
}
