import { type PageBlock, wordsIn } from '../blocks/page-blocks.ts'
import type { PageElement } from '../markup/page-tree.ts'
import { wallPhrase } from './wall-words.ts'

/** Levels from a block up to the box that names what it offers. */
const levels = 7
/** Above this share of the text's words the element isn't a box in the article, but around it. */
const maxShare = 0.3
const whole = new Set(['html', 'body', 'main', 'article'])

/** Parts of class names of boxes that ask the reader to register, to have a newsletter, or to consent. */
const offer =
  /-(?:news-?letters?|sign-?up|inline-?sign-?up|reg-?walls?|register|registration|identity|log-?in|consent|cookies?|cookie-?(?:banner|notice|wall)|gdpr|opt-?in|opt-?out)-/

/** The blocks in boxes within an article whose class names say that they offer a newsletter, an account or a choice of consent. */
export function offerBoxes(kept: readonly PageBlock[]): ReadonlySet<PageBlock> {
  const isOffer = new Map<PageElement, boolean>()
  const inBoxes = new Map<PageElement, PageBlock[]>()
  for (const block of kept) {
    let at: PageElement | undefined = block.place.element
    for (let level = 0; at !== undefined && level < levels && !whole.has(at.tag); level++, at = at.parent) {
      let is = isOffer.get(at)
      if (is === undefined) isOffer.set(at, (is = offer.test(namesOf(at))))
      if (!is) continue
      const others = inBoxes.get(at)
      if (others === undefined) inBoxes.set(at, [block])
      else others.push(block)
      break
    }
  }
  const found = new Set<PageBlock>()
  const total = wordsIn(kept)
  for (const blocks of inBoxes.values())
    if (wordsIn(blocks) <= total * maxShare) for (const block of blocks) found.add(block)
  return found
}

/** Class names in parts: `inlineSignup` means the same as `inline-signup`. An id often names the subject of a heading instead. */
function namesOf({ attributes }: PageElement): string {
  const classes = attributes.class
  if (classes === undefined) return ''
  return `-${classes
    .slice(0, 300)
    .replace(/([a-z0-9])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}-`
}

/** The text before a paywall must have this many words; less may be a teaser above a list. */
const fewestBeforeWall = 40
const longestWall = 60

/** What follows the line of a paywall outside the element of the text: how to log in, on how many devices, what it costs. */
export function behindWall(kept: readonly PageBlock[]): ReadonlySet<PageBlock> {
  let words = 0
  for (const [at, { wordCount, text }] of kept.entries()) {
    if (words >= fewestBeforeWall && wordCount <= longestWall && wallPhrase(text) !== undefined) {
      const homes = new Set(kept.slice(0, at + 1).map(({ container }) => container))
      const after = kept.slice(at + 1)
      return new Set(after.some(({ container }) => homes.has(container)) ? [] : after)
    }
    words += wordCount
  }
  return new Set()
}
