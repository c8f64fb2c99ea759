/** What is set for a feed: all but the last by each of its readers. */
export type FeedSettings = {
  /** Its first folder; empty: none. */
  readonly folder: string
  /** All its folders, if there are several; the first one first. */
  readonly folders?: readonly string[]
  /** Its articles arrive read, and its stories aren't in Today. */
  readonly isParked?: true
  /** A title opens the outlet's page. */
  readonly opensOriginal?: true
  /** Its own texts are used, for all its readers, and its pages aren't fetched. */
  readonly usesOwnText?: true
}
