import { defined } from '../core/defined.ts'
import type { ArticleRule, PageRule, SiteRule } from '../core/feed/page-rule.ts'
import { findSiteRule } from '../extract/rules/find-site-rule.ts'
import { outsideRequest } from '../store/engine/request-context.ts'
import type { Store } from '../store/store.ts'

export type SiteRuleLookup = {
  ruleFor(url: string): Promise<{ readonly page?: PageRule; readonly article?: ArticleRule }>
}

const REFRESH_MS = 5_000

/**
 * The rules of the file and those made on the pages of this server; for articles, the latter take precedence. Those are read again when a
 * rule is requested, at most every five seconds.
 */
export function withServerRules(file: SiteRuleLookup, store: Pick<Store, 'siteRules'>): SiteRuleLookup {
  let known: readonly SiteRule[] = []
  let lookedAt = Number.NEGATIVE_INFINITY
  return {
    async ruleFor(url) {
      if (Date.now() - lookedAt >= REFRESH_MS) {
        // Cached for everybody, so never read from a replica that lags behind.
        known = await outsideRequest(() => store.siteRules.active())
        lookedAt = Date.now()
      }
      const { article } = findSiteRule(known, url)
      return { ...(await file.ruleFor(url)), ...defined({ article }) }
    },
  }
}
