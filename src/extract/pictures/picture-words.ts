import type { PageElement } from '../markup/page-tree.ts'

const captionClasses = new Set(
  'caption wp-caption-text wp-caption photo-caption image-caption img-caption picture-caption caption-text'.split(' '),
)
const creditClasses = new Set(
  'credit photo-credit image-credit img-credit picture-credit caption-credit wp-credit media-credit'.split(' '),
)
/** A class that names both a picture and its caption is unambiguous, whatever its surroundings. */
const namedCaption =
  /(?:^|[\s_-]|[a-z](?=[A-Z]))(?:[Ii]mage|img|photo|picture|media|figure|gallery)[\w-]{0,24}?(?:caption|Caption)(?:$|[\s_-])/

const outer = new Set(['html', 'body', 'main', 'article', 'td', 'table'])

/** The role of an element for a picture by its own class. Matches whole class names only: `recaption-list` does not count. */
export function captionRole(element: PageElement): 'caption' | 'credit' | undefined {
  const classes = element.attributes.class ?? ''
  if (!/caption|credit/i.test(classes)) return undefined
  const tokens = classes.toLowerCase().split(/\s+/)
  if (tokens.some((token) => creditClasses.has(token))) return 'credit'
  return tokens.some((token) => captionClasses.has(token)) ? 'caption' : undefined
}

/** True when an element's class names it caption or credit and an ancestor up to two levels above contains a picture. */
export function isCaptionOrCredit(element: PageElement): boolean {
  if (namedCaption.test(element.attributes.class ?? '') && isFewWords(element)) return true
  if (captionRole(element) === undefined) return false
  const { parent } = element
  return [parent, parent?.parent].some((box) => box !== undefined && isPictureBox(box))
}

/** The class may also be on a box around the whole article. */
function isFewWords(element: PageElement): boolean {
  let letters = 0
  const walk = (within: PageElement): void => {
    for (const child of within.children) {
      if (letters > 600) return
      if (typeof child === 'string') letters += child.trim().length
      else walk(child)
    }
  }
  walk(element)
  return letters <= 600
}

/** True when an element contains a picture, its caption or credit by class, and little else. */
export function isPictureBox(box: PageElement): boolean {
  if (outer.has(box.tag)) return false
  const seen = { pictures: 0, words: 0, others: 0, visited: 0 }
  const walk = (element: PageElement, depth: number): void => {
    for (const child of element.children) {
      if (++seen.visited > 60) return
      if (typeof child === 'string') seen.others += child.trim().length
      else if (child.tag === 'img' || child.tag === 'picture') seen.pictures++
      else if (depth < 2 && captionRole(child) !== undefined && !containsPicture(child)) seen.words++
      else walk(child, depth + 1)
    }
  }
  walk(box, 0)
  return seen.visited <= 60 && seen.pictures > 0 && seen.pictures <= 2 && seen.words > 0 && seen.others <= 40
}

function containsPicture(element: PageElement): boolean {
  return element.children.some(
    (child) => typeof child !== 'string' && (child.tag === 'img' || child.tag === 'picture' || containsPicture(child)),
  )
}

const longestCaption = 30

/** True for a paragraph that contains a picture and little text beside it: that text is about the picture. */
export function isBesidePicture(element: PageElement, text: string, wordCount: number): boolean {
  if (wordCount > longestCaption || outer.has(element.tag) || !/^(?:p|div|span|center|a|h6)$/.test(element.tag))
    return false
  const seen = { pictures: 0, letters: 0, visited: 0 }
  const walk = (within: PageElement): void => {
    for (const child of within.children) {
      if (++seen.visited > 30) return
      if (typeof child === 'string') seen.letters += child.trim().length
      else if (child.tag === 'img' || child.tag === 'picture') seen.pictures++
      else walk(child)
    }
  }
  walk(element)
  return seen.visited <= 30 && seen.pictures === 1 && seen.letters <= text.length + 10
}
