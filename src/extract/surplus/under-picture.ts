import { nth } from '../../core/nth.ts'
import type { PageBlock } from '../blocks/page-blocks.ts'
import type { PageElement, PageNode } from '../markup/page-tree.ts'
import { keyOf } from '../words.ts'

const longestCaption = 45
const longestUnnamed = 18
const captionClass =
  /(?:^|[\s_-]|[a-z](?=[A-Z]))(?:[Cc]aption|CAPTION|photo-?credit|image-?credit|(?:img|image|photo|picture|bild)[-_]*(?:description|legend))s?(?:$|[\s_-])/

/** Scripts without spaces between words: the length of such lines says nothing. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** True for a line whose element or parent has a caption's class, or that is beside a picture with the same description. */
export function isNamedCaption({ kind, place, wordCount, key }: PageBlock): boolean {
  if (kind !== 'paragraph' || wordCount > longestCaption) return false
  const { element } = place
  if (wordCount >= 3 && [element, element.parent].some((around) => around !== undefined && isAltWithin(around, key)))
    return true
  if (captionClass.test(element.attributes.class ?? '')) return true
  const { parent } = element
  return parent !== undefined && parent.children.length <= 5 && captionClass.test(parent.attributes.class ?? '')
}

/** The indexes of short lines directly below a picture that aren't sentences. One alone may be anything; a page with two has the habit. */
export function linesUnderPictures(kept: readonly PageBlock[]): ReadonlySet<number> {
  const standBefore = precedingNodes()
  const found = kept.flatMap((block, at) => (isUnderPicture(block, standBefore) ? [at] : []))
  return new Set(found.length < 2 ? [] : found)
}

function isUnderPicture(
  { kind, place, text, wordCount, linkShare }: PageBlock,
  standBefore: ReturnType<typeof precedingNodes>,
): boolean {
  if (kind !== 'paragraph' || wordCount < 3 || wordCount > longestUnnamed || linkShare > 0.5) return false
  if (unspaced.test(text) || !/^[\p{Lu}\p{Lo}"“‘']/u.test(text) || /:|[.;!?…)][\]"”’»]*$/.test(text)) return false
  const before = place.element.tag === 'td' ? undefined : standBefore(place.element)
  return before !== undefined && typeof before !== 'string' && isPicture(before)
}

const maxLookedAt = 40

/** True when a picture among an element's first parts has these words as its alternative text. */
function isAltWithin(around: PageElement, key: string): boolean {
  const waiting: PageElement[] = [around]
  for (let at = 0; at < waiting.length; at++) {
    const { tag, attributes, children } = nth(waiting, at)
    if (tag === 'img' && keyOf(attributes.alt ?? '') === key) return true
    for (const child of children) {
      if (waiting.length >= maxLookedAt) break
      if (typeof child !== 'string') waiting.push(child)
    }
  }
  return false
}

/** Returns a function for the node before an element; each parent is walked once, since it may contain thousands. */
function precedingNodes(): (element: PageElement) => PageNode | undefined {
  const known = new Map<PageElement, ReadonlyMap<PageNode, PageNode | undefined>>()
  return (element) => {
    const { parent } = element
    if (parent === undefined) return undefined
    const places = known.get(parent) ?? placesIn(parent)
    known.set(parent, places)
    return places.get(element)
  }
}

function placesIn(parent: PageElement): ReadonlyMap<PageNode, PageNode | undefined> {
  const places = new Map<PageNode, PageNode | undefined>()
  let before: PageNode | undefined
  for (const child of parent.children) {
    if (typeof child !== 'string') places.set(child, before)
    if (typeof child === 'string' ? child.trim() !== '' : child.tag !== 'br' && child.tag !== 'noscript') before = child
  }
  return places
}

/** A picture alone, possibly in wrappers. */
function isPicture(element: PageElement, depth = 0): boolean {
  if (element.tag === 'img' || element.tag === 'picture') return true
  if (depth > 4) return false
  const within = element.children.filter((child) =>
    typeof child === 'string' ? child.trim() !== '' : child.tag !== 'br',
  )
  return within.length === 1 && typeof within[0] !== 'string' && isPicture(within[0] as PageElement, depth + 1)
}
