import type { ArticleRule } from '../core/feed/page-rule.ts'
import type { keepBlocks } from './blocks/keep-blocks.ts'
import type { SiteLayout } from './surplus/furniture.ts'

/** A page as fetched and decoded, and what the feed says about it. */
export type ExtractInput = {
  readonly html: string
  /** URL of the page after redirects. */
  readonly url: string
  readonly feed?: {
    readonly title?: string
    /** Plain text. */
    readonly summaryText?: string
    readonly contentHtml?: string
    /** ISO 8601. */
    readonly publishedAt?: string
  }
  /** ISO 8601; later dates are refused. */
  readonly fetchedAt?: string
  readonly rule?: ArticleRule
  /** The other pages of the same article, in order; read with a rule that selects their text. */
  readonly morePages?: readonly string[]
  readonly layout?: SiteLayout
  /** Replaces the choice of the shipped model: for training and evaluating one. */
  readonly choose?: typeof keepBlocks
}
