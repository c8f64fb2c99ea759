import type { PageBlock } from './page-blocks.ts'
import type { PageElement } from './page-tree.ts'
import { shortText } from './short-text.ts'
import { visibleText } from './visible-text.ts'

const mark = /(?:^|[\s_/-])bread-?_?crumbs?(?:list)?(?:$|[\s_-])/i
const levels = 5
/** They stand above the text. */
const farthest = 300
const mostSteps = 12
const longestStep = 40

/** The links of the first list of breadcrumbs in a page's markup, outermost first; the page itself is mostly no link there. */
export function breadcrumbsOf(blocks: readonly PageBlock[]): readonly string[] {
  for (const { place } of blocks.slice(0, farthest)) {
    const list = listAround(place.element)
    if (list !== undefined) return linksIn(list)
  }
  return []
}

/** The outermost element around that calls itself breadcrumbs. */
function listAround(element: PageElement): PageElement | undefined {
  let found: PageElement | undefined
  let at: PageElement | undefined = element
  for (let level = 0; at !== undefined && level < levels; level++, at = at.parent)
    if (mark.test(`${at.attributes.class ?? ''} ${at.attributes.itemtype ?? ''}`.replace(/([a-z])(?=[A-Z])/g, '$1-')))
      found = at
  return found
}

function linksIn(list: PageElement): string[] {
  const steps: string[] = []
  const stack: PageElement[] = [list]
  for (let element = stack.pop(); element !== undefined && steps.length < mostSteps; element = stack.pop()) {
    if (element.tag === 'a' && element.attributes.href !== undefined) {
      const name = visibleText(shortText(element, longestStep + 1))
      if (name !== '' && name.length <= longestStep) steps.push(name)
      continue
    }
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]
      if (typeof child === 'object') stack.push(child)
    }
  }
  return steps
}
