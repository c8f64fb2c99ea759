import type { AnalysisPool } from '../pipeline/analysis-pool.ts'
import type { FeedReader } from '../pipeline/feed-reader.ts'
import type { PageFetched } from '../pipeline/fetch-page.ts'
import type { SiteRulesDesk } from '../pipeline/site-rules-desk.ts'

/** What finds news on sites that have no feed. */
export type SiteDesk = {
  readonly rules: SiteRulesDesk
  /** Looks for something in a page, in a thread with a deadline. */
  readonly readPage: AnalysisPool['page']
  /** Fetches a page as the robots.txt of its site allows. */
  readonly fetchPage: (url: string) => Promise<PageFetched>
  /** Reads what may be a feed in a thread, where it is long. */
  readonly readFeed: FeedReader['read']
  readonly readSitemap: FeedReader['readSitemap']
  /** Largest sitemap read. */
  readonly feedBytes: number
  /** Address of the owner's own RSS-Bridge or RSSHub; neither is asked unless there is one. */
  readonly rssBridge?: string
  readonly rssHub?: string
}
