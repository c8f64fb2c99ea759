import { nth } from '../core/nth.ts'
import type { PageBlock } from './blocks/page-blocks.ts'
import { isBylineLine } from './bylines/leading-lines.ts'
import type { PageElement } from './markup/page-tree.ts'
import { furnitureStep } from './surplus/boilerplate.ts'
import { surplusStep } from './surplus/without-surplus.ts'

const label =
  /^(?:key (?:points?|takeaways?|facts?|findings?|insights?)|(?:main |the )?(?:takeaways|highlights)|at a glance|in brief|in short|quick (?:summary|take|facts|look|answer)|the (?:gist|essentials|short version|bottom line)|article summary|summary|tl;?dr|l['’]essentiel|en bref|ce qu['’]il faut retenir|à retenir|points clés|das wichtigste(?: in kürze| kurz gefasst)?|auf einen blick|kurz gefasst|claves|puntos clave|en resumen|lo esencial|in sintesi|punti chiave|in breve|pontos[- ]chave|em resumo|destaques|главное|коротко|أبرز النقاط|أهم النقاط|باختصار)\s*[:：]?$/iu
const maxLabelWords = 6
const maxPoints = 10
const minWords = 5

/**
 * The key points before an article's text: a line that labels them and the list below it, as the outlet wrote them. A list of links is a
 * table of contents instead.
 */
export function keyPoints(gap: readonly PageBlock[]): readonly PageBlock[] {
  for (const [at, { text, wordCount, linkShare, place }] of gap.entries()) {
    if (wordCount > maxLabelWords || linkShare > 0 || place.isInNav || !label.test(text)) continue
    const points = pointsFrom(gap.slice(at + 1, at + 1 + maxPoints))
    if (points.length > 0) return [nth(gap, at), ...points]
  }
  return []
}

function pointsFrom(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const end = blocks.findIndex(
    ({ kind, linkShare, place }) => kind !== 'list-item' || linkShare >= 0.5 || place.isInNav || place.isInForm,
  )
  const points = end < 0 ? blocks : blocks.slice(0, end)
  const words = points.reduce((sum, { wordCount }) => sum + wordCount, 0)
  return points.length >= 2 && words >= points.length * minWords ? points : []
}

/** The article's blocks with its opening, and the line below the headline where the page separates one. */
export type Opening = { readonly kept: readonly PageBlock[]; readonly standfirst?: PageBlock }

type OpeningSigns = {
  readonly kept: readonly PageBlock[]
  readonly blocks: readonly PageBlock[]
  /** Keys of all forms of the headline. */
  readonly titleKeys: ReadonlySet<string>
  /** The descriptions in the page's head, as keys. */
  readonly descriptions: readonly string[]
}

/** Blocks between headline and text beyond which the two do not belong together. */
const farthest = 120
/** A line below a headline is near it (in blocks) and short (in words). */
const nearHeadline = 14
const longestStandfirst = 70

/**
 * Puts back what is between the headline and the text and reads as prose: openings often have their own container, which finding the main
 * text skips. The line that a page separates below its headline isn't a paragraph of the text: it is returned separately.
 */
export function withOpening({ kept, blocks, titleKeys, descriptions }: OpeningSigns): Opening {
  const places = new Map(blocks.map((block, index) => [block, index]))
  const firstProse = kept.find((block) => block.kind !== 'heading' && block.wordCount >= 15) ?? kept[0]
  const end = firstProse === undefined ? -1 : (places.get(firstProse) ?? -1)
  const headline = headlineBefore(blocks, end, titleKeys)
  if (headline < 0) return { kept }
  const here = new Set(kept)
  const gap = blocks.slice(headline + 1, end + 1)
  const prose = kept.filter((block) => block.wordCount >= 15)
  const isAmongText = (block: PageBlock): boolean =>
    prose.some((other) => other !== block && other.container === block.container)
  const isApart = (block: PageBlock): boolean =>
    isReadable(block) &&
    !isRepeated(block, kept) &&
    !isAmongText(block) &&
    isSetApart(block, here.has(block), descriptions)
  const belowFirst = blocks.slice(firstWithKey(blocks, headline) + 1, headline)
  const standfirst = [...belowFirst.slice(0, nearHeadline), ...gap.slice(0, nearHeadline)].find(isApart)
  const points = new Set(keyPoints(gap))
  const found = gap.filter(
    (block) =>
      block !== standfirst &&
      !here.has(block) &&
      (points.has(block) || (isOpeningProse(block) && !isRepeated(block, kept))),
  )
  const wanted = new Set([...kept, ...found])
  if (standfirst === undefined) return { kept: blocks.filter((block) => wanted.has(block)) }
  wanted.delete(standfirst)
  return { kept: blocks.filter((block) => wanted.has(block)), standfirst }
}

/** The headline before the text: the last first-level heading, else the first heading with its words. */
function headlineBefore(blocks: readonly PageBlock[], end: number, titleKeys: ReadonlySet<string>): number {
  let headline = -1
  for (let i = end - 1; i >= 0 && i >= end - farthest; i--) {
    const { place, kind, key } = nth(blocks, i)
    // Some pages end the path to their section with the headline itself.
    const isInPath = place.isInNav && place.element.tag === 'h1' && titleKeys.has(key)
    if ((place.isInNav && !isInPath) || place.isInFooter || place.isInAside) continue
    if (place.element.tag === 'h1' || place.element.parent?.tag === 'h1') return i
    if (kind === 'heading' && titleKeys.has(key)) headline = i
  }
  return headline
}

/** Pages print the headline again, for another size of screen or for paper: where it is first, within reach. */
function firstWithKey(blocks: readonly PageBlock[], headline: number): number {
  const { key, place } = nth(blocks, headline)
  const from = Math.max(0, headline - nearHeadline)
  const first = blocks.slice(from, headline).findIndex((block) => block.key === key && block.place.element.tag === 'h1')
  return first < 0 || place.element.tag !== 'h1' ? headline : from + first
}

const otherSubject =
  /(?:^|[\s_-])(?:author|bio|byline|writer|contributor|disclosure|disclaimer|affiliate|advert\w*|ads?|promo\w*|newsletter|subscri\w*|signup|related|recirc\w*|share|social|cookies?|consent|comments?|toc|breadcrumbs?|rating|price|cta|modal|popup|banner|tooltip|menu|accordion|pricing|pointer-events-none|tool-?tip|messenger|caption|credit|date|post-meta|entry-meta)(?:$|[\s_-])/i

function isReadable(block: PageBlock): boolean {
  const { place, wordCount, linkShare, text, kind } = block
  if (place.isInNav || place.isInFooter || place.isInAside || place.isInCaption || place.isInFigure || place.isInForm)
    return false
  if (kind === 'table-row' || kind === 'code' || linkShare > (wordCount < 20 ? 0.5 : 0.65) || wordCount < 5)
    return false
  if (furnitureStep(text, wordCount) !== undefined || isBylineLine(text, [])) return false
  if (surplusStep(block) !== undefined) return false
  return !hasToken(place.element, otherSubject, hasToken(place.element, standfirstToken, 1) ? 1 : 3)
}

/** A paragraph with a finished sentence. Unlabeled lists before the text are usually tables of contents. */
function isOpeningProse(block: PageBlock): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'quote') return false
  return block.wordCount >= 10 && /[.!?。！？؟:]["”’»)\]]*$/.test(block.text) && isWhole(block) && isReadable(block)
}

/** A teaser of another story is cut off. */
function isWhole({ text }: PageBlock): boolean {
  return !/(?:\.\.\.|…)["”’»)\]]*$/.test(text)
}

function isRepeated(block: PageBlock, kept: readonly PageBlock[]): boolean {
  return kept.some((other) => other !== block && ` ${other.key} `.includes(` ${block.key} `))
}

const standfirstToken =
  /(?:^|[\s_-])(?:standfirst|stand-first|sub-?title|sub-?head(?:er|line|ing)?|subhed|subline|dek|deck|excerpt|strapline|ingress|blurb|chapo|bajada|teaser|tagline|short-?description|abstract|alternative-?headline|lead-paragraph|heading-des|(?:title|headline|heading|header|hero)_{0,2}-?description)(?:$|[\s_-])/i

/**
 * True for a line below the headline that is named so, is a lesser heading or repeats the page's description. A line that is already in the
 * text must be named so.
 */
function isSetApart(block: PageBlock, isKept: boolean, descriptions: readonly string[]): boolean {
  const { wordCount, kind, place, key } = block
  if (wordCount > longestStandfirst || kind === 'list-item') return false
  if (hasToken(place.element, standfirstToken, 2)) return true
  if (place.isInHeader && wordCount >= 8) return true
  if (isKept) return false
  return (kind === 'heading' && wordCount >= 7) || (wordCount >= 8 && descriptions.includes(key))
}

/** Classes of elements around the whole article do not describe its parts. */
const whole = new Set(['body', 'main', 'article'])

function hasToken(element: PageElement, token: RegExp, levels = 3): boolean {
  let at: PageElement | undefined = element
  for (let level = 0; at !== undefined && level < levels; level++, at = at.parent)
    if (!whole.has(at.tag) && token.test(namesOf(at))) return true
  return false
}

/** Class names in parts: `articleDek` means the same as `article-dek`. */
function namesOf({ attributes }: PageElement): string {
  return `${attributes.class ?? ''} ${attributes.itemprop ?? ''}`.replace(/([a-z0-9])(?=[A-Z])/g, '$1-')
}
