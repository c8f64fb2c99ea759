import type { FeedId, SourceId } from './ids.ts'

/** A publisher (schema.org NewsMediaOrganization); has feeds. */
export type Source = {
  readonly id: SourceId
  readonly name: string
  readonly homeUrl: string
  /** The owner, else the host. Outlets of one family don't count as independent of each other. */
  readonly family?: string
}

export type Feed = {
  readonly id: FeedId
  readonly sourceId: SourceId
  readonly url: string
  readonly title: string
  readonly siteUrl?: string
}
