/** The parts of an entry that a rule finds in a page, each by a CSS selector; all but `items` are looked for within an item. */
export const pageRuleFields = ['items', 'title', 'link', 'date', 'summary', 'image', 'author'] as const
export type PageRuleField = (typeof pageRuleFields)[number]

/** What makes entries of a page. Absent parts are found by what pages usually do. */
export type PageRule = { readonly items: string } & {
  readonly [Field in Exclude<PageRuleField, 'items'>]?: string
}

/** What is known of the articles of a site, beyond what extraction finds by itself. */
export type ArticleRule = {
  /** Only what stands in these is the text. */
  readonly keep?: string
  readonly remove?: string
  /** The link to the next page of the same article; used with `keep`. */
  readonly next?: string
}

/** What a person wrote about a site. */
export type SiteRule = {
  /** Hosts in lower case without `www.`; `*.example.org` is every host below it. */
  readonly hosts: readonly string[]
  /** The address begins with it behind the host; absent: every address. */
  readonly path?: string
  readonly page?: PageRule
  readonly article?: ArticleRule
}

/** A line of a file of rules that cannot be used, and what to do about it. */
export type RuleProblem = { readonly line: number; readonly message: string }

/** Longer than any selector a person writes. */
export const longestSelector = 400

/** What a stored rule says; undefined for what is none. */
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
