import type { Removal } from '../../core/article.ts'
import type { ArticleRule } from '../../core/feed/page-rule.ts'
import { type KeptBlocks, keepNamed } from '../blocks/keep-blocks.ts'
import { allText, type PageBlock } from '../blocks/page-blocks.ts'
import { type PageElement, type PageTree, parsePage } from '../markup/page-tree.ts'
import { type Selecting, selecting, TooMuchWorkError } from '../markup/select.ts'
import { excerpt, visibleText } from '../markup/visible-text.ts'

type RuledPage = { readonly page: PageTree; readonly kept: ReadonlySet<PageElement> }

const maxReports = 20

/**
 * Parses a page and applies a rule: removes what `remove` selects, marks what `keep` selects, and appends the selected parts of the
 * article's other pages. Returns undefined when the rule would take too long: the page is then read without it.
 */
export function applyRule(html: string, rule: ArticleRule, morePages: readonly string[]): RuledPage | undefined {
  const select = selecting()
  try {
    const first = ruled(html, rule, select)
    const last = [...first.kept].at(-1)
    const parent = last?.parent
    if (last === undefined || parent === undefined) return first
    const kept = new Set(first.kept)
    let at = parent.children.indexOf(last) + 1
    for (const more of morePages)
      for (const element of ruled(more, rule, select).kept) {
        const moved = { ...element, parent }
        parent.children.splice(at, 0, moved)
        for (const child of moved.children) if (typeof child !== 'string') Object.assign(child, { parent: moved })
        kept.add(moved)
        at += 1
      }
    return { page: first.page, kept }
  } catch (error) {
    if (error instanceof TooMuchWorkError) return undefined
    throw error
  }
}

function ruled(html: string, { keep, remove }: ArticleRule, select: Selecting): RuledPage {
  const page = parsePage(html, { keepsAttributes: true })
  const removals: Removal[] = []
  for (const element of remove === undefined ? [] : select.all(remove, page.root)) {
    const children = element.parent?.children
    const at = children?.indexOf(element) ?? -1
    if (children === undefined || at < 0) continue
    children.splice(at, 1, ' ')
    const text = visibleText(allText(element))
    if (text !== '' && removals.length < maxReports) removals.push({ step: 'site rule', text: excerpt(text) })
  }
  const kept = keep === undefined ? [] : select.all(keep, page.root)
  const all = new Set(kept)
  const outermost = kept.filter((element) => !isBelow(element, all))
  return { page: { ...page, removals: [...page.removals, ...removals] }, kept: new Set(outermost) }
}

/** The blocks in the parts a rule keeps; undefined when there are none, so that a rule that no longer fits does no harm. */
export function blocksByRule(
  blocks: readonly PageBlock[],
  kept: ReadonlySet<PageElement>,
  titleKeys: ReadonlySet<string>,
): KeptBlocks | undefined {
  const named = blocks.filter(({ place: { element } }) => kept.has(element) || isBelow(element, kept))
  const chosen = keepNamed(named, titleKeys)
  return chosen.kept.length > 0 ? chosen : undefined
}

function isBelow(element: PageElement, others: ReadonlySet<PageElement>): boolean {
  for (let at = element.parent; at !== undefined; at = at.parent) if (others.has(at)) return true
  return false
}

/** The URL of an article's next page, by its site's rule; only on the same host. */
export function nextPageOf(html: string, url: string, selector: string): string | undefined {
  const { root } = parsePage(html, { keepsAttributes: true })
  try {
    const link = selecting().all(selector, root)[0]
    const href = link?.attributes.href
    const next = href === undefined ? null : URL.parse(href.trim(), url)
    return next !== null && next.host === URL.parse(url)?.host && next.href !== url ? next.href : undefined
  } catch (error) {
    if (error instanceof TooMuchWorkError) return undefined
    throw error
  }
}
