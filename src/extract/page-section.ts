import { isRecord, type JsonLdNode, listOf, textIn } from './json-ld.ts'
import type { PageBlock } from './page-blocks.ts'
import { breadcrumbsOf } from './page-breadcrumbs.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import { keyOf } from './words.ts'

const startPage =
  /^(?:home(?:page)?|start(?:seite)?|accueil|inicio|portada|hjem|hem|etusivu|anasayfa|главная|головна|الرئيسية)$/iu
const noSection =
  /^(?:uncategori[sz]ed|general|default|none|null|undefined|articles?|posts?|non classé|sin categoría)$/iu

/** The part of the paper an article stands in: as its data or meta tags say, else the first step of its path of pages, in its data or on the page. */
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
  // A path of one step leads to the page itself.
  const isSection = (name: string | undefined): boolean =>
    name !== undefined &&
    name.length <= 80 &&
    keyOf(name) !== '' &&
    !others.has(keyOf(name)) &&
    !startPage.test(name) &&
    !noSection.test(name)
  const told = [...said, ...(steps.length > 1 ? steps.slice(0, -1) : [])].find(isSection)
  // The last step may be the page itself, cut short.
  return told ?? breadcrumbsOf(blocks).find((name) => isSection(name) && !keyOf(title).startsWith(keyOf(name)))
}

/** The names in a page's list of breadcrumbs, outermost first. */
function pathOf(nodes: readonly JsonLdNode[]): string[] {
  const list = nodes.find(({ types }) => types.includes('BreadcrumbList'))
  return listOf(list?.fields.itemListElement)
    .slice(0, 12)
    .map((item) => (isRecord(item) ? (textIn(item.name) ?? textIn(item.item)) : undefined))
    .filter((name) => name !== undefined && !/^https?:/.test(name)) as string[]
}
