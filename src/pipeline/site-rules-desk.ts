import type { ArticleRule, PageRule } from '../core/feed/page-rule.ts'

/** What the owner wrote about sites, as it stands now. */
export type SiteRulesDesk = {
  /** What holds for an address. */
  ruleFor(url: string): Promise<{ readonly page?: PageRule; readonly article?: ArticleRule }>
}
