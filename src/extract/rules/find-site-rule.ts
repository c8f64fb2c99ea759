import { defined } from '../../core/defined.ts'
import type { ArticleRule, PageRule, SiteRule } from '../../core/feed/page-rule.ts'

/** The rules of a file for one URL: of each kind the one with the longest path, and of several the last. */
export function findSiteRule(
  rules: readonly SiteRule[],
  url: string,
): { readonly page?: PageRule; readonly article?: ArticleRule } {
  const at = URL.parse(url)
  if (at === null) return {}
  const host = at.host.replace(/^www\./, '')
  const fitting = rules
    .filter(({ hosts, path = '' }) => hosts.some((named) => isHost(host, named)) && at.pathname.startsWith(path))
    .toSorted((one, other) => (one.path ?? '').length - (other.path ?? '').length)
  const page = fitting.findLast((rule) => rule.page !== undefined)?.page
  const article = fitting.findLast((rule) => rule.article !== undefined)?.article
  return defined({ page, article })
}

function isHost(host: string, named: string): boolean {
  return named.startsWith('*.') ? host.endsWith(named.slice(1)) : host === named
}
