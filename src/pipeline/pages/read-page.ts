import type { Extraction } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { ArticleRule, PageRule } from '../../core/feed/page-rule.ts'
import { extract } from '../../extract/extract.ts'
import { nextPageOf } from '../../extract/rules/apply-rule.ts'
import { type ArticleRuleProposal, proposeArticleRule, type Ticks } from '../../extract/rules/propose-article-rule.ts'
import { type PageFeedResult, readPageFeed } from '../../extract/rules/read-page-feed.ts'
import { suggestPageRules } from '../../extract/rules/suggest-page-rules.ts'
import { decode } from '../../feeds/decode.ts'

export type FetchedPage = { readonly body: Uint8Array; readonly contentType: string; readonly url: string }

/** Questions about a page that use a person's selectors: answered in a thread with a deadline, since both may be hostile. */
export type PageQuestion =
  | { readonly of: 'feed'; readonly page: FetchedPage; readonly rule: PageRule }
  /** Tries rules on it, and returns the feed of the first. */
  | { readonly of: 'rules'; readonly page: FetchedPage }
  | { readonly of: 'next-page'; readonly page: FetchedPage; readonly selector: string }
  /** The extraction result, with or without a rule. */
  | { readonly of: 'text'; readonly page: FetchedPage; readonly rule?: ArticleRule }
  /** Its blocks, and a rule that keeps some and drops others. */
  | { readonly of: 'article-rule'; readonly page: FetchedPage; readonly ticks?: Ticks }

export type PageReading =
  | { readonly of: 'feed'; readonly result: PageFeedResult }
  | { readonly of: 'rules'; readonly rules: readonly PageRule[]; readonly result?: PageFeedResult }
  | { readonly of: 'next-page'; readonly url?: string }
  | { readonly of: 'text'; readonly extraction: Extraction }
  | { readonly of: 'article-rule'; readonly proposal: ArticleRuleProposal }

export function readPage(question: PageQuestion): PageReading {
  const { body, contentType, url } = question.page
  const html = decode(body, contentType).text
  switch (question.of) {
    case 'feed':
      return { of: 'feed', result: readPageFeed(html, url, question.rule) }
    case 'rules': {
      const rules = suggestPageRules(html, url)
      return { of: 'rules', rules, ...defined({ result: rules[0] && readPageFeed(html, url, rules[0]) }) }
    }
    case 'text':
      return { of: 'text', extraction: extract({ html, url, ...defined({ rule: question.rule }) }) }
    case 'article-rule':
      return { of: 'article-rule', proposal: proposeArticleRule(html, url, question.ticks) }
    case 'next-page': {
      const next = nextPageOf(html, url, question.selector)
      return { of: 'next-page', ...defined({ url: next }) }
    }
  }
}
