import type { ArticleRule } from '../core/feed/page-rule.ts'
import type { keepBlocks } from './blocks/keep-blocks.ts'
import type { SiteLayout } from './surplus/furniture.ts'

/** A page as fetched and decoded, and what the feed said of it. */
export type ExtractInput = {
  readonly html: string
  /** Address of the page after redirects. */
  readonly url: string
  readonly feed?: {
    readonly title?: string
    /** Plain text. */
    readonly summaryText?: string
    readonly contentHtml?: string
    /** ISO 8601. */
    readonly publishedAt?: string
  }
  /** ISO 8601; a date later than it is refused. */
  readonly fetchedAt?: string
  /** What somebody wrote about this site. */
  readonly rule?: ArticleRule
  /** The other pages of the same article, in order; read with a rule that says what to keep. */
  readonly morePages?: readonly string[]
  /** What is known of the site from its other pages. */
  readonly layout?: SiteLayout
  /** Chooses the blocks otherwise than the shipped model does: for training and measuring one. */
  readonly choose?: typeof keepBlocks
}
