import { nth } from '../../core/nth.ts'
import { type PageBlock, wordsIn } from '../blocks/page-blocks.ts'
import type { PageElement } from '../markup/page-tree.ts'

const shortest = 5
const longest = 30
const linkedShare = 0.95
/** So many such lines in a row are between paragraphs; more are a list that the article is about. */
const longestRun = 3
/** The line before is a paragraph. */
const proseWords = 12
/** Lines of this kind have a small share of an article's words. */
const maxShare = 0.15
const maxLookedAt = 12
/** A front page or a section isn't an article; its path is shorter. */
const shortestPath = 12

/**
 * The indexes of headlines of other articles between the paragraphs: lines that are one link to another page of the site and no sentence.
 * A line that the paragraph before introduces with a colon, and a bold one, belong to the text.
 */
export function loneLinks(kept: readonly PageBlock[], url: string): ReadonlySet<number> {
  const site = siteName(url)
  if (site === undefined) return new Set()
  const found = new Set<number>()
  for (let start = 0; start < kept.length; ) {
    let end = start
    while (end < kept.length && nth(kept, end).linkShare >= linkedShare) end++
    const before = kept[start - 1]
    const isBetween =
      before !== undefined &&
      before.kind !== 'heading' &&
      before.wordCount >= proseWords &&
      !/[:：]["”’»)\]]*$/.test(before.text)
    if (isBetween && end - start <= longestRun)
      for (let at = start; at < end; at++) if (isTeaser(nth(kept, at), url, site)) found.add(at)
    start = Math.max(end, start + 1)
  }
  for (const at of interruptingLists(kept, url, site)) found.add(at)
  return wordsIn(kept.filter((_, at) => found.has(at))) > wordsIn(kept) * maxShare ? new Set() : found
}

const mostItems = 6
const halfLinked = 0.5

/** Lists of two and more headlines between the paragraphs, with what kind of article each is, and the heading of such a list. */
function interruptingLists(kept: readonly PageBlock[], url: string, site: string): number[] {
  const found: number[] = []
  for (let start = 0; start < kept.length; ) {
    let end = start
    while (end < kept.length && nth(kept, end).kind === 'list-item') end++
    const items = kept.slice(start, end)
    const after = kept[end]
    const before = kept[start - 1]
    const isList =
      items.length >= 2 &&
      items.length <= mostItems &&
      items.every((item) => item.linkShare >= halfLinked && isTeaser({ ...item, isBold: false }, url, site))
    const isBetween = after !== undefined && after.kind !== 'heading' && after.wordCount >= proseWords
    if (isList && isBetween && before !== undefined && !/[:：]$/.test(before.text)) {
      if (before.kind === 'heading') found.push(start - 1)
      for (let at = start; at < end; at++) found.push(at)
    }
    start = Math.max(end, start + 1)
  }
  return found
}

function isTeaser({ kind, text, wordCount, isBold, place }: PageBlock, url: string, site: string): boolean {
  if ((kind !== 'paragraph' && kind !== 'list-item') || isBold || wordCount < shortest || wordCount > longest)
    return false
  if (/[.!:。…]["”’»)\]]*$/.test(text) || /^https?:/.test(text)) return false
  const href = hrefOf(place.element)
  const to = href === undefined || href.startsWith('#') ? undefined : URL.parse(href, url)
  if (!to || siteName(to.href) !== site || to.pathname.length <= shortestPath) return false
  return to.pathname !== URL.parse(url)?.pathname
}

function hrefOf(element: PageElement): string | undefined {
  const waiting: PageElement[] = [element]
  for (let at = 0; at < waiting.length; at++) {
    const { tag, attributes, children } = nth(waiting, at)
    if (tag === 'a' && attributes.href !== undefined) return attributes.href
    for (const child of children) if (typeof child !== 'string' && waiting.length < maxLookedAt) waiting.push(child)
  }
  return element.parent?.tag === 'a' ? element.parent.attributes.href : undefined
}

/** The name that a site has under each country's domain: `bbc` of `www.bbc.co.uk` and `bbc.com`. */
function siteName(url: string): string | undefined {
  const parts = URL.parse(url)?.hostname.split('.') ?? []
  const isUnderCountry = parts.at(-1)?.length === 2 && /^(?:com?|org|net|gov|edu|ac)$/.test(parts.at(-2) ?? '')
  return parts.at(isUnderCountry ? -3 : -2)
}
