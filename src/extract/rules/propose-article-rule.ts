import { defined } from '../../core/defined.ts'
import type { BlockKind } from '../../core/document.ts'
import { type ArticleRule, maxSelectorLength } from '../../core/feed/page-rule.ts'
import { nth } from '../../core/nth.ts'
import { blocksOf, type PageBlock } from '../blocks/page-blocks.ts'
import { extract } from '../extract.ts'
import { isWithin, type PageElement, parsePage } from '../markup/page-tree.ts'
import { selecting, stableClasses, TooMuchWorkError } from '../markup/select.ts'
import { excerpt } from '../markup/visible-text.ts'

/** The blocks of a page that a person wants in the text, by index among all of them; the others are unwanted. */
export type Ticks = { readonly inText: readonly number[] }

export type TickedBlock = {
  readonly at: number
  readonly kind: BlockKind
  readonly text: string
  readonly words: number
  /** True where extraction keeps it without a rule. */
  readonly isKept: boolean
}

/** A rule, its result on the page, and the ticks for which no rule was found. */
export type ArticleRuleProposal = {
  readonly blocks: readonly TickedBlock[]
  readonly rule?: ArticleRule
  readonly unmet: readonly number[]
}

const maxBlocks = 1_500
const maxParts = 8

/**
 * The blocks of a page, and a rule of stable selectors that keeps the ticked ones and removes unticked ones that extraction kept. Uses the
 * narrowest selector for each part that touches no block of the other kind; an element without class and id is named by its first words.
 * Takes time in proportion to the page.
 */
export function proposeArticleRule(html: string, url: string, ticks?: Ticks): ArticleRuleProposal {
  const { root } = parsePage(html, { keepsAttributes: true })
  const blocks = blocksOf(root).slice(0, maxBlocks)
  const isKeptByExtraction = keptByExtraction(html, url)
  const listed = blocks.map(
    (block, at): TickedBlock => ({
      at,
      ...{ kind: block.kind, text: excerpt(block.text, 300), words: block.wordCount },
      isKept: isKeptByExtraction(block.text),
    }),
  )
  if (ticks === undefined) return { blocks: listed, unmet: [] }
  try {
    return { blocks: listed, ...ruleFor(root, blocks, listed, ticks) }
  } catch (error) {
    if (error instanceof TooMuchWorkError) return { blocks: listed, unmet: [...ticks.inText] }
    throw error
  }
}

/** Reports for the blocks of a page, in order, whether extraction keeps them. */
function keptByExtraction(html: string, url: string): (text: string) => boolean {
  const { text, blocks } = extract({ html, url })
  const left = new Map<string, number>()
  for (const { start, end } of blocks) {
    const own = text.slice(start, end)
    left.set(own, (left.get(own) ?? 0) + 1)
  }
  return (own) => {
    const count = left.get(own) ?? 0
    if (count > 0) left.set(own, count - 1)
    return count > 0
  }
}

function ruleFor(
  root: PageElement,
  blocks: readonly PageBlock[],
  listed: readonly TickedBlock[],
  ticks: Ticks,
): Omit<ArticleRuleProposal, 'blocks'> {
  const select = selecting()
  const ticked = new Set(ticks.inText)
  const asked = blocks.filter((_, at) => !listed[at]?.isKept && ticked.has(at))
  const wanted = new Set(blocks.filter((_, at) => ticked.has(at)))
  const unmet: number[] = []
  const placeOf = (block: PageBlock) => blocks.indexOf(block)

  const keep = asked.length > 0 ? keepSelectors(root, blocks, wanted, select) : []
  const kept = new Set(keep.flatMap((selector) => select.all(selector, root)))
  const isInKept = (block: PageBlock) => keep.length === 0 || isWithin(block.place.element, kept)
  for (const block of asked) if (!isInKept(block)) unmet.push(placeOf(block))
  // A kept part is kept whole, except captions, so the rule must also remove what extraction would have removed there.
  const isUnwanted = (block: PageBlock, at: number) =>
    !ticked.has(at) && isInKept(block) && (listed[at]?.isKept || (keep.length > 0 && !block.place.isInCaption))

  const removals: string[] = []
  const gone = new Set<PageElement>()
  for (const block of blocks.filter(isUnwanted)) {
    if (isWithin(block.place.element, gone)) continue
    const selector = removeSelector(root, block, wanted, select)
    if (selector === undefined || [...removals, selector].join(', ').length > maxSelectorLength) {
      unmet.push(placeOf(block))
      continue
    }
    removals.push(selector)
    for (const element of select.all(selector, root)) gone.add(element)
  }
  const rule = defined({
    keep: keep.length > 0 ? keep.join(', ') : undefined,
    remove: removals.length > 0 ? removals.join(', ') : undefined,
  })
  return { ...defined({ rule: Object.keys(rule).length > 0 ? rule : undefined }), unmet }
}

/** The element around all wanted blocks, or several where it has no name of its own; only as many as needed. */
function keepSelectors(
  root: PageElement,
  blocks: readonly PageBlock[],
  wanted: ReadonlySet<PageBlock>,
  select: ReturnType<typeof selecting>,
): string[] {
  const selectors: string[] = []
  const held = new Set<PageElement>()
  for (const block of wanted) {
    if (isWithin(block.place.element, held)) continue
    const found = narrowest(block.container, root, select) ?? narrowest(block.place.element, root, select)
    if (found === undefined || selectors.includes(found) || selectors.length >= maxParts) continue
    if ([...selectors, found].join(', ').length > maxSelectorLength) continue
    selectors.push(found)
    for (const element of select.all(found, root)) held.add(element)
  }
  const isInKeptPart = (block: PageBlock) => isWithin(block.place.element, held)
  return blocks.some((block) => wanted.has(block) && isInKeptPart(block)) ? selectors : []
}

/** A selector for the nearest element, from this one upwards, that it selects alone. */
function narrowest(from: PageElement, root: PageElement, select: ReturnType<typeof selecting>): string | undefined {
  let level = 0
  for (let at: PageElement | undefined = from; at !== undefined && level < 6; at = at.parent, level++) {
    if (at.tag === 'body' || at.tag === 'html' || at === root) return undefined
    for (const selector of selectorsOf(at)) if (select.all(selector, root).length === 1) return selector
  }
  return undefined
}

/** A selector that removes a block, possibly with similar ones, but no wanted one. */
function removeSelector(
  root: PageElement,
  block: PageBlock,
  wanted: ReadonlySet<PageBlock>,
  select: ReturnType<typeof selecting>,
): string | undefined {
  const needed = new Set([...wanted].map(({ place }) => place.element))
  const isHarmless = (selector: string) => {
    const hit = new Set(select.all(selector, root))
    return hit.size > 0 && ![...needed].some((element) => isWithin(element, hit))
  }
  let level = 0
  for (let at: PageElement | undefined = block.place.element; at !== undefined && level < 4; at = at.parent, level++) {
    if (at.tag === 'body' || at === root) break
    const found = selectorsOf(at).find(isHarmless)
    if (found !== undefined) return found
  }
  const start = nth(block.text.split(/["\\\n]/), 0)
    .split(' ')
    .slice(0, 6)
    .join(' ')
    .trim()
  const byWords = `${block.place.element.tag}:contains("${start}")`
  return start.length >= 6 && isHarmless(byWords) ? byWords : undefined
}

/** Selectors for an element that will probably work tomorrow, most reliable first. */
function selectorsOf(element: PageElement): string[] {
  const { tag, attributes } = element
  const classes = stableClasses(element)
  const id = attributes.id
  const names = [
    id !== undefined && /^[a-z][\w-]{1,40}$/i.test(id) && !/\d{3,}/.test(id) && `#${id}`,
    classes.length > 0 && `${tag}.${classes.join('.')}`,
    classes.length > 1 && `${tag}.${classes[0]}`,
    attributes.itemprop !== undefined &&
      /^\w+$/.test(attributes.itemprop) &&
      `${tag}[itemprop="${attributes.itemprop}"]`,
    (tag === 'article' || tag === 'main' || tag === 'aside') && tag,
  ]
  return names.filter((name) => name !== false)
}
