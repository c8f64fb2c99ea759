import type { PageBlock } from '../blocks/page-blocks.ts'
import type { PageElement } from '../markup/page-tree.ts'
import { shortText } from '../markup/page-tree.ts'
import { visibleText } from '../markup/visible-text.ts'
import { keyOf } from '../words.ts'
import { isRecord, type JsonLdNode, listOf, textIn } from './json-ld.ts'
import { metaOf, type PageFacts } from './page-facts.ts'

const mark = /(?:^|[\s_/-])bread-?_?crumbs?(?:list)?(?:$|[\s_-])/i
const levels = 5
/** Breadcrumbs are above the text. */
const farthest = 300
const maxSteps = 12
const longestStep = 40

/** The links of the first breadcrumb list in a page's markup, outermost first; the page itself is usually not linked there. */
function breadcrumbsOf(blocks: readonly PageBlock[]): readonly string[] {
  for (const { place } of blocks.slice(0, farthest)) {
    const list = listAround(place.element)
    if (list !== undefined) return linksIn(list)
  }
  return []
}

/** The outermost ancestor whose class names it breadcrumbs. */
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
  for (let element = stack.pop(); element !== undefined && steps.length < maxSteps; element = stack.pop()) {
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

const startPage =
  /^(?:home(?:page)?|start(?:seite)?|accueil|inicio|portada|hjem|hem|etusivu|anasayfa|главная|головна|الرئيسية)$/iu
const noSection =
  /^(?:uncategori[sz]ed|general|default|none|null|undefined|articles?|posts?|non classé|sin categoría)$/iu

/** The section of an article: from its data or meta tags, else the first breadcrumb, in its data or on the page. */
export function readSection(page: {
  readonly node: JsonLdNode | undefined
  readonly nodes: readonly JsonLdNode[]
  readonly facts: PageFacts
  readonly title: string
  readonly siteName: string | undefined
  readonly blocks: readonly PageBlock[]
}): string | undefined {
  const { node, nodes, facts, title, siteName, blocks } = page
  const others = new Set([title, siteName ?? ''].map(keyOf))
  const said = [
    textIn(node?.fields.articleSection),
    metaOf(facts, 'article:section', 'parsely-section', 'section', 'cxenseparse:section'),
  ]
  const steps = pathOf(nodes)
  // A path with one step leads to the page itself.
  const isSection = (name: string | undefined): boolean =>
    name !== undefined &&
    name.length <= 80 &&
    keyOf(name) !== '' &&
    !others.has(keyOf(name)) &&
    !startPage.test(name) &&
    !noSection.test(name)
  const declared = [...said, ...(steps.length > 1 ? steps.slice(0, -1) : [])].find(isSection)
  // The last step may be the page itself, with a shortened title.
  return declared ?? breadcrumbsOf(blocks).find((name) => isSection(name) && !keyOf(title).startsWith(keyOf(name)))
}

/** The names in a page's breadcrumb data, outermost first. */
function pathOf(nodes: readonly JsonLdNode[]): string[] {
  const list = nodes.find(({ types }) => types.includes('BreadcrumbList'))
  return listOf(list?.fields.itemListElement)
    .slice(0, 12)
    .map((item) => (isRecord(item) ? (textIn(item.name) ?? textIn(item.item)) : undefined))
    .filter((name) => name !== undefined && !/^https?:/.test(name)) as string[]
}
