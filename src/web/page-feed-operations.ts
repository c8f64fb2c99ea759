import type { PageRule } from '../core/page-rule.ts'
import type { NoPageFeed, PageFeedView } from '../operations/page-feed-views.ts'
import type { AddResult } from '../operations/views.ts'

/** Feeds made of pages. */
export type PageFeedOperations = {
  suggestPageFeed(input: { readonly url: string }): Promise<PageFeedView | NoPageFeed | undefined>
  previewPageFeed(input: {
    readonly url: string
    readonly rule: PageRule
  }): Promise<PageFeedView | NoPageFeed | undefined>
  addPageFeed(input: {
    readonly url: string
    readonly rule: PageRule
    readonly title?: string
    readonly folder?: string
  }): Promise<AddResult | undefined>
}
