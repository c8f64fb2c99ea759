/** A block of a page as it is known again on other pages of its site. */
export type SiteBlock = {
  /** The first 53 bits of a hash of its words: a whole number that every database and JSON keep exactly. */
  readonly fingerprint: number
  readonly words: number
}

/** What is known of a block of a site: the marks of the pages it stands on, at most {@link mostPages}. */
export type SeenBlock = { readonly fingerprint: number; readonly pages: readonly string[] }

/** What the pages of one site have in common: their host without `www.`; undefined for what is no address. */
export function siteHost(url: string): string | undefined {
  return URL.parse(url)?.host.replace(/^www\./, '') || undefined
}

/** More pages than these are not counted. */
export const mostPages = 12

/** Blocks kept of one page; the rest of a longer one says nothing new of its site. */
export const mostSiteBlocks = 120

/** Blocks kept of one site, the latest seen. */
export const mostBlocksOfSite = 4_000

/**
 * What is to be known of a site after one more of its pages: the blocks of the page with the marks of the pages they stand on. A
 * page of which half the words stand on one other page is that page under another address, or a later state of it, and adds no
 * page. Same page twice: same marks. `known` are those of the page's blocks that were seen before.
 */
export function withPage(own: readonly SiteBlock[], known: readonly SeenBlock[], mark: string): readonly SeenBlock[] {
  const before = new Map(known.map(({ fingerprint, pages }) => [fingerprint, pages]))
  const blocks = [...new Map(own.map((block) => [block.fingerprint, block])).values()].slice(0, mostSiteBlocks)
  const identity = twinOf(blocks, before, mark) ?? mark
  return blocks.map(({ fingerprint }) => {
    const pages = before.get(fingerprint) ?? []
    const isCounted = pages.includes(identity) || pages.length >= mostPages
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
