/** The parts of an entry that a rule finds in a page, each by a CSS selector; all but `items` are searched within an item. */
export const pageRuleFields = ['items', 'title', 'link', 'date', 'summary', 'image', 'author'] as const
export type PageRuleField = (typeof pageRuleFields)[number]

/** How entries are found in a page. For absent parts we use common markup. */
export type PageRule = { readonly items: string } & {
  readonly [Field in Exclude<PageRuleField, 'items'>]?: string
}

/** Improves what extraction finds on a site's articles. */
export type ArticleRule = {
  /** Limits the text to these elements. */
  readonly keep?: string
  readonly remove?: string
  /** The link to the article's next page; used with `keep`. */
  readonly next?: string
}

export type SiteRule = {
  /** Lowercase, without `www.`; `*.example.org` is every host below it. */
  readonly hosts: readonly string[]
  /** Start of the URL path; if absent, every path. */
  readonly path?: string
  readonly page?: PageRule
  readonly article?: ArticleRule
}

/** An unusable line of a rules file, and how to fix it. */
export type RuleProblem = { readonly line: number; readonly message: string }

/** Longer than any selector a person writes. */
export const maxSelectorLength = 400

/** Reads a stored rule; undefined if it isn't one. */
export function parsePageRule(json: string | undefined): PageRule | undefined {
  let read: unknown
  try {
    read = JSON.parse(json ?? '')
  } catch {
    return undefined
  }
  if (typeof read !== 'object' || read === null) return undefined
  const parts = pageRuleFields.flatMap((field) => {
    const selector = (read as Record<string, unknown>)[field]
    return typeof selector === 'string' && selector !== '' ? [[field, selector] as const] : []
  })
  const rule: Partial<PageRule> = Object.fromEntries(parts)
  return rule.items === undefined ? undefined : (rule as PageRule)
}
