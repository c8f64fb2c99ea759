import type { PageRule } from '../../core/feed/page-rule.ts'

/** An entry that a rule finds in a page. */
export type PreviewEntry = {
  readonly title: string
  readonly url: string
  readonly publishedAt?: string
  /** Plain text. */
  readonly summary?: string
  readonly author?: string
  readonly hasImage?: true
}

/** A page as a feed, before anybody subscribes to it. */
export type PageFeedView = {
  readonly kind: 'preview'
  readonly url: string
  readonly title: string
  readonly rule: PageRule
  /** Other rules that find a list on the page. */
  readonly others: readonly PageRule[]
  readonly entryCount: number
  /** The first of them. */
  readonly entries: readonly PreviewEntry[]
}

/** Why there is no preview. `reason` is the cause, `message` its English text, `field` the part of the rule that is wrong. */
export type NoPageFeed = {
  readonly kind: 'refused'
  readonly reason: string
  readonly message: string
  readonly url?: string
  readonly field?: string
}
