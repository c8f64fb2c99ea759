import { defined } from '../core/defined.ts'
import type { SiteRule } from '../core/feed/page-rule.ts'
import { findSiteRule } from '../extract/rules/find-site-rule.ts'
import { outsideRequest } from '../store/engine/request-context.ts'
import type { Store } from '../store/store.ts'
import type { SiteRulesDesk } from './site-rules-desk.ts'

const LOOK_MS = 5_000

/**
 * The rules of the file and those made in the house, which stand above it for the article where both say something. Those of the
 * house are read again when a rule is asked for, at most every five seconds.
 */
export function withHouseRules(file: SiteRulesDesk, store: Pick<Store, 'siteRules'>): SiteRulesDesk {
  let known: readonly SiteRule[] = []
  let lookedAt = Number.NEGATIVE_INFINITY
  return {
    async ruleFor(url) {
      if (Date.now() - lookedAt >= LOOK_MS) {
        // Kept for all, so never from a copy that is behind.
        known = await outsideRequest(() => store.siteRules.active())
        lookedAt = Date.now()
      }
      const { article } = findSiteRule(known, url)
      return { ...(await file.ruleFor(url)), ...defined({ article }) }
    },
  }
}
