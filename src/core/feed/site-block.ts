/** A block of a page in the form in which it's recognized on other pages of its site. */
export type SiteBlock = {
  /** The first 53 bits of a hash of its words: an integer that every database and JSON store exactly. */
  readonly fingerprint: number
  readonly words: number
}

/** A block seen on a site, with the marks of its pages, at most {@link maxPages}. */
export type SeenBlock = { readonly fingerprint: number; readonly pages: readonly string[] }

/** Another entry of the same feed as its site shows it in a teaser: its title and the first words of its text, which may be cut. */
export type FeedTeaser = { readonly title: string; readonly excerpt: string }

/** What all pages of one site have in common: their host without `www.`; undefined if it isn't a URL. */
export function siteHost(url: string): string | undefined {
  return URL.parse(url)?.host.replace(/^www\./, '') || undefined
}

/** Further pages aren't counted. */
export const maxPages = 12

/** Blocks stored per page; the rest of a longer page adds nothing about its site. */
export const maxBlocksPerPage = 120

/** Blocks stored per site, the latest seen. */
export const maxBlocksPerSite = 4_000

/**
 * The site's blocks after one more page: the page's blocks, with the marks of the pages that have them. A page that has half of
 * its words in common with another page is that page under another URL or a later state of it, and isn't counted. The same page
 * always gets the same mark. `known` are those of the page's blocks that were seen before.
 */
export function addPage(own: readonly SiteBlock[], known: readonly SeenBlock[], mark: string): readonly SeenBlock[] {
  const before = new Map(known.map(({ fingerprint, pages }) => [fingerprint, pages]))
  const blocks = [...new Map(own.map((block) => [block.fingerprint, block])).values()].slice(0, maxBlocksPerPage)
  const identity = twinOf(blocks, before, mark) ?? mark
  return blocks.map(({ fingerprint }) => {
    const pages = before.get(fingerprint) ?? []
    const isCounted = pages.includes(identity) || pages.length >= maxPages
    return { fingerprint, pages: isCounted ? pages : [...pages, identity] }
  })
}

/** The mark of the page that has at least half of these words. */
function twinOf(
  blocks: readonly SiteBlock[],
  known: ReadonlyMap<number, readonly string[]>,
  mark: string,
): string | undefined {
  const shared = new Map<string, number>()
  let total = 0
  for (const { fingerprint, words } of blocks) {
    total += words
    for (const page of known.get(fingerprint) ?? []) shared.set(page, (shared.get(page) ?? 0) + words)
  }
  if ((shared.get(mark) ?? 0) * 2 >= total) return mark
  const [best] = [...shared].filter(([page]) => page !== mark).toSorted((one, other) => other[1] - one[1])
  return best !== undefined && best[1] * 2 >= total ? best[0] : undefined
}
