import { nth } from '../../core/nth.ts'
import type { PageElement } from '../markup/page-tree.ts'

/**
 * Words that sites put into class, id and component names, by what they mean for the element. Substrings, since names are run together
 * (`storyRelatedBox`). None is proof: `byline` is also a class of elements with a whole text.
 */
const wordGroups: Readonly<Record<string, RegExp>> = {
  comment: /comment|disqus|respond|discussion/,
  related:
    /related|recommend|read-?more|readmore|also-|outbrain|taboola|trending|popular|most-|teaser|card|carousel|more-|latest|recirc|promo-?item/,
  share: /share|social|tools?\b|toolbar|print|follow/,
  promo:
    /promo|newsletter|subscri|signup|sign-up|donat|sponsor|advert|\bads?[-_]|banner|\bcta|paywall|marketing|membership/,
  picture: /caption|credit|image|photo|picture|figure|gallery|slide|media|video|player/,
  byline: /byline|author|\bbio|writer|contributor|reporter/,
  time: /date|time|publish|updated|meta/,
  tags: /\btags?\b|tags-|-tags|topics|categor|keyword|label|kicker|eyebrow/,
  nav: /nav|menu|bread|foot|masthead|side|pagin|toc|skip/,
  quote: /quote|pull|tweet|twitter|instagram|embed/,
  title: /title|headline|heading|dek\b|standfirst|summary|subtitle|subhead|lede|excerpt|intro|description|chapo/,
  body: /article-?_?body|story-?_?body|entry-?_?content|post-?_?content|article-?_?content|article-?_?text|story-?_?content|content-?_?body|article__|body-?copy|rich-?_?text|post-?_?body|paragraph|story-?_?text/,
  note: /disclaim|correction|footnote|copyright|legal|editor|note|about|source|info|box|widget|module|cookie|consent|modal|popup/,
}

const markGroups: readonly string[] = Object.keys(wordGroups)
const patterns = Object.values(wordGroups)

const aroundTags = 'figure aside footer header article main li table blockquote section a details address ul'.split(' ')

/** The features of {@link Ancestry}, in order: own groups, how near each is, how often, enclosing tags, depth. */
export const markNames: readonly string[] = [
  ...markGroups.map((group) => `near-${group}`),
  ...markGroups.map((group) => `count-${group}`),
  ...aroundTags.map((tag) => `in-${tag}`),
  'ownMarks',
  'innerMarks',
  'depth',
  'isArticleBody',
]

/** The ancestors of an element: for each group how many levels up the nearest is, and how many there are. */
type Ancestry = {
  readonly depth: number
  readonly levels: Int16Array
  readonly counts: Uint8Array
  readonly tags: number
  readonly isArticleBody: number
  readonly own: number
}

const none = 30
const nothing: Ancestry = {
  depth: 0,
  levels: new Int16Array(patterns.length).fill(-none),
  counts: new Uint8Array(patterns.length),
  tags: 0,
  isArticleBody: 0,
  own: 0,
}

/** Reads the class words of elements and their ancestors; each element and each class once. */
export function readMarks(): (element: PageElement) => readonly number[] {
  const seen = new Map<PageElement, Ancestry>()
  const bitsByWords = new Map<string, number>()

  const bitsOf = ({ attributes }: PageElement): number => {
    const { class: classes, id } = attributes
    const part = attributes['data-testid'] ?? attributes['data-component']
    if (classes === undefined && id === undefined && part === undefined) return 0
    const words = `${classes ?? ''} ${id ?? ''} ${part ?? ''}`
    const known = bitsByWords.get(words)
    if (known !== undefined) return known
    const folded = words.slice(0, 400).toLowerCase()
    let bits = 0
    for (let group = 0; group < patterns.length; group++) if (nth(patterns, group).test(folded)) bits |= 1 << group
    bitsByWords.set(words, bits)
    return bits
  }

  const ancestryOf = (element: PageElement): Ancestry => {
    const known = seen.get(element)
    if (known !== undefined) return known
    const outer = element.parent === undefined ? nothing : ancestryOf(element.parent)
    const isRoot = element.tag === 'body' || element.tag === 'html'
    const own = isRoot ? 0 : bitsOf(element)
    const tag = aroundTags.indexOf(element.tag)
    const depth = outer.depth + 1
    let { levels, counts } = outer
    if (own !== 0) {
      levels = levels.slice()
      counts = counts.slice()
      for (let group = 0; group < patterns.length; group++)
        if ((own >> group) & 1) {
          levels[group] = depth
          counts[group] = Math.min(3, (counts[group] ?? 0) + 1)
        }
    }
    const ancestry: Ancestry = {
      depth,
      levels,
      counts,
      tags: tag < 0 ? outer.tags : outer.tags | (1 << tag),
      isArticleBody: outer.isArticleBody || Number(/articlebody/i.test(element.attributes.itemprop ?? '')),
      own,
    }
    seen.set(element, ancestry)
    return ancestry
  }

  return (element) => {
    const ancestry = ancestryOf(element)
    const row: number[] = []
    const { levels, counts } = ancestry
    for (let group = 0; group < levels.length; group++) row.push(Math.min(none, ancestry.depth - levels[group]!))
    for (let group = 0; group < counts.length; group++) row.push(counts[group]!)
    for (let tag = 0; tag < aroundTags.length; tag++) row.push((ancestry.tags >> tag) & 1)
    const inner = element.children.find((child) => typeof child !== 'string')
    row.push(bitCount(ancestry.own), inner === undefined ? 0 : bitCount(bitsOf(inner)))
    row.push(ancestry.depth, ancestry.isArticleBody)
    return row
  }
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
