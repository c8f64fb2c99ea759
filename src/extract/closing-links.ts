import type { PageBlock } from './page-blocks.ts'

const label =
  /^(?:more(?=\s*[:：]$)|related(?: (?:reads?|readings?|posts?|articles?|stories|resources?|content|coverage|links?|publications?|topics?|videos?))?|more (?:great |top |recent |popular )?(?:[\p{L}\d]+ ){0,2}(?:stories|articles|posts|news)|(?:other|more|similar) (?:posts|articles|stories|reads)(?: (?:you (?:may|might|will) (?:enjoy|like|love)|like this|for you))?|you (?:may|might)(?: also)? (?:like|enjoy|be interested in)|check out next|read next|what to read next|recommended(?: (?:reading|for you|posts|articles))?|keep reading|articles (?:liés|similaires|connexes)|à lire (?:aussi|également)|das könnte (?:sie|dich) auch interessieren|weitere artikel|artículos relacionados|te puede interesar|artigos relacionados|leia também|articoli correlati|potrebbe interessarti|lees ook|читайте также|مقالات ذات صلة|اقرأ أيضا)\s*[:：.…]?$/iu

/** Words a teaser in such a list may have. */
const longestTeaser = 30
/** Links, as a share of a teaser. Where a text ends, its items may say more beside them. */
const mostlyLinked = 0.6
const partlyLinked = 0.25
const lateFrom = 0.6
const shortestLine = 3

/** The places of lists of other articles: a label that says so and the linked lines, or the items, right under it; and linked lines at the end. */
export function closingLinks(kept: readonly PageBlock[]): ReadonlySet<number> {
  const found = new Set<number>()
  kept.forEach((block, at) => {
    if (block.wordCount > 8 || !label.test(block.text)) return
    let end = at + 1
    while (end < kept.length && isTeaser(kept[end]!, at >= kept.length * lateFrom)) end++
    if (end === at + 1 && end < kept.length && kept[end]?.kind !== 'heading') return
    for (let i = at; i < end; i++) found.add(i)
  })
  for (let at = kept.length - 1; at > 0 && isLinkedLine(kept[at]!); at--) found.add(at)
  return found
}

/** A line that is a link and nothing else: where a text ends in such lines, they lead to other pages. */
function isLinkedLine({ kind, wordCount, linkShare, text }: PageBlock): boolean {
  if (kind === 'code' || kind === 'table-row' || kind === 'quote') return false
  return linkShare >= 0.95 && wordCount >= shortestLine && !/^https?:/.test(text)
}

function isTeaser({ kind, wordCount, linkShare }: PageBlock, isLate: boolean): boolean {
  if (kind === 'code' || kind === 'table-row' || wordCount > longestTeaser) return false
  return linkShare >= (isLate && kind === 'list-item' ? partlyLinked : mostlyLinked)
}
