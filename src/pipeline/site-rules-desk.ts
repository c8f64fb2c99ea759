import type { ArticleRule, PageRule } from '../core/feed/page-rule.ts'

/** The owner's current rules for sites. */
export type SiteRuleLookup = {
  /** The rules for a URL. */
  ruleFor(url: string): Promise<{ readonly page?: PageRule; readonly article?: ArticleRule }>
}
