import type { PageElement } from '../markup/page-tree.ts'
import { countWords } from '../words.ts'

/** Adjacent elements of one shape, each with a link: `count` of all, of the `longestRow`, with a picture; `words` in them. */
export type Cards = {
  readonly count: number
  readonly longestRow: number
  readonly pictured: number
  readonly words: number
  readonly elements: ReadonlySet<PageElement>
}

type Content = { words: number; links: number; pictures: number }

type Tally = { count: number; longestRow: number; pictured: number; words: number; elements: Set<PageElement> }

const furniture = new Set(['nav', 'menu', 'footer', 'head'])
/** Fewer are not a row: two or three related links appear below many articles. */
const shortestRow = 4
const most = { card: 120, links: 12 }

/**
 * Finds the rows of cards on a page: siblings with the same tag and class, most of which contain a link and a few words. The outermost row
 * counts, not rows inside its cards. The tree is at most 200 deep, so recursion is safe.
 */
export function repeatedCards(root: PageElement): Cards {
  const tally: Tally = { count: 0, longestRow: 0, pictured: 0, words: 0, elements: new Set() }
  const contents = new Map<PageElement, Content>()
  weigh(root, contents)
  visit(root, contents, tally)
  return tally
}

function weigh(element: PageElement, contents: Map<PageElement, Content>): Content {
  const content: Content = { words: 0, links: 0, pictures: 0 }
  if (element.tag === 'a' && element.attributes.href !== undefined) content.links = 1
  if (element.tag === 'img' || element.tag === 'picture') content.pictures = 1
  for (const child of element.children) {
    if (typeof child === 'string') {
      content.words += countWords(child)
      continue
    }
    const inner = weigh(child, contents)
    content.words += inner.words
    content.links += inner.links
    content.pictures += inner.pictures
  }
  contents.set(element, content)
  return content
}

function visit(element: PageElement, contents: ReadonlyMap<PageElement, Content>, tally: Tally): void {
  if (isFurniture(element)) return
  for (const row of rowsOf(element)) {
    const cards = row.filter((each) => isCard(contents.get(each)))
    if (cards.length < shortestRow || cards.length < row.length * 0.6) continue
    tally.count += cards.length
    tally.longestRow = Math.max(tally.longestRow, cards.length)
    for (const card of cards) {
      const content = contents.get(card)
      tally.words += content?.words ?? 0
      if ((content?.pictures ?? 0) > 0) tally.pictured++
      tally.elements.add(card)
    }
  }
  for (const child of element.children)
    if (typeof child !== 'string' && !tally.elements.has(child)) visit(child, contents, tally)
}

function isFurniture({ tag, attributes }: PageElement): boolean {
  return furniture.has(tag) || attributes.role === 'navigation' || attributes.role === 'contentinfo'
}

/** Groups the child elements by tag and first class; with `tags`, only children with one of these. */
export function rowsOf(element: PageElement, tags?: ReadonlySet<string>): Iterable<PageElement[]> {
  const rows = new Map<string, PageElement[]>()
  for (const child of element.children) {
    if (typeof child === 'string' || tags?.has(child.tag) === false) continue
    const key = `${child.tag} ${(child.attributes.class ?? '').trim().split(/\s+/, 1)[0]}`
    const row = rows.get(key)
    if (row === undefined) rows.set(key, [child])
    else row.push(child)
  }
  return rows.values()
}

function isCard(content: Content | undefined): boolean {
  if (content === undefined) return false
  const { words, links } = content
  return links >= 1 && links <= most.links && words >= 2 && words <= most.card
}
