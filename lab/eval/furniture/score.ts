import { addPage, type SeenBlock, siteHost } from '../../../src/core/feed/site-block.ts'
import { extract } from '../../../src/extract/extract.ts'
import { fingerprintOf, minPages } from '../../../src/extract/surplus/furniture.ts'
import { keyOf } from '../../../src/extract/words.ts'
import { readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { inventedPages, type SitePage } from './sites.ts'

/** Pages of one host in a set from which it says something: the page itself and those that make its lines furniture. */
const fewestOfHost = minPages + 1

/**
 * Reads pages in their order, each with what its site was known by before, as an instance does. A line left out for standing on
 * other pages is right when it is none of the article's.
 */
export function run({ data }: EvalOptions): readonly EvalResult[] {
  if (data !== undefined) return [score(data, ofBusyHosts(readRecords<SitePage>(data)), false)]
  const own = score('own', inventedPages(), true)
  return [{ ...own, notes: [...own.notes, 'in-sample: the sites were invented with the rules in view'] }]
}

/** Pages whose host has several in the set. */
function ofBusyHosts(pages: readonly SitePage[]): readonly SitePage[] {
  const groups = Map.groupBy(pages, ({ url }) => siteHost(url ?? ''))
  return [...groups].flatMap(([host, all]) => (host !== undefined && all.length >= fewestOfHost ? all : []))
}

function score(set: string, pages: readonly SitePage[], isOwnSet: boolean): EvalResult {
  const known = new Map<string, Map<number, readonly string[]>>()
  const count = { removed: 0, right: 0, standing: 0, found: 0, own: 0, ownKept: 0 }
  for (const { url, html, gold, furniture = [] } of pages) {
    const host = siteHost(url) ?? ''
    const blocks = known.get(host) ?? new Map<number, readonly string[]>()
    known.set(host, blocks)
    const mark = fingerprintOf(url).toString(36)
    const seen = [...blocks].flatMap(([fingerprint, on]): SeenBlock[] =>
      on.length >= minPages ? [{ fingerprint, pages: on }] : [],
    )
    const before = extract({ html, url })
    const after = extract({ html, url, layout: { seen, mark } })
    tally(count, before.text.split('\n'), new Set(after.text.split('\n')), gold.text, new Set(furniture), blocks, mark)
    const own = before.siteBlocks ?? []
    const ofPage = own.flatMap(({ fingerprint }): SeenBlock[] => {
      const on = blocks.get(fingerprint)
      return on ? [{ fingerprint, pages: on }] : []
    })
    for (const block of addPage(own, ofPage, mark)) blocks.set(block.fingerprint, block.pages)
  }
  const { removed, right, standing, found, own, ownKept } = count
  return {
    ...{ name: 'furniture', set, records: pages.length, isOwnSet },
    figures: {
      precision: removed === 0 ? 1 : right / removed,
      ...(standing > 0 && { recall: found / standing }),
      articleKept: own === 0 ? 1 : ownKept / own,
    },
    notes: [
      `${removed} lines left out, ${removed - right} of them the article’s; ${pages.length} pages of ${known.size} hosts`,
      ...(standing > 0 ? [`recall: of ${standing} lines that stood on ${minPages} other pages by then`] : []),
    ],
  }
}

type Count = { removed: number; right: number; standing: number; found: number; own: number; ownKept: number }

function tally(
  count: Count,
  before: readonly string[],
  after: ReadonlySet<string>,
  gold: string,
  furniture: ReadonlySet<string>,
  blocks: ReadonlyMap<number, readonly string[]>,
  mark: string,
): void {
  const goldKey = ` ${keyOf(gold)} `
  for (const line of before) {
    const key = keyOf(line)
    if (key === '') continue
    const isArticle = goldKey.includes(` ${key} `) && !furniture.has(line)
    const isGone = !after.has(line)
    const on = blocks.get(fingerprintOf(key)) ?? []
    if (furniture.has(line) && on.filter((page) => page !== mark).length >= minPages) {
      count.standing++
      if (isGone) count.found++
    }
    if (isArticle) {
      count.own++
      if (!isGone) count.ownKept++
    }
    if (!isGone) continue
    count.removed++
    if (!isArticle) count.right++
  }
}
