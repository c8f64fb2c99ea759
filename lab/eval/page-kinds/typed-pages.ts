import { blocksOf } from '../../../src/extract/blocks/page-blocks.ts'
import { articleNode, readJsonLd } from '../../../src/extract/facts/json-ld.ts'
import { readFacts } from '../../../src/extract/facts/page-facts.ts'
import { parsePage } from '../../../src/extract/markup/page-tree.ts'
import { resolveUrl } from '../../../src/extract/markup/web-address.ts'
import { indexSigns } from '../../../src/extract/rules/list-signs.ts'
import { shapeOf } from '../../../src/extract/rules/page-shape.ts'
import type { Example } from './fit-index.ts'

/** A page of a set that says which pages are articles and which are lists. */
export type TypedPage = {
  readonly id?: string
  readonly url?: string | null
  readonly html: string
  readonly pageType: 'article' | 'listing' | 'collection'
}

/** A page as the decision sees it, with the domain it is judged apart from. */
export type DomainExample = Example & { readonly domain: string }

/** Measures a page as `extract` does, without taking its text out. */
export function exampleOf({ id = '', url, html, pageType }: TypedPage): DomainExample {
  const address = url ?? ''
  const { root, jsonLd } = parsePage(html)
  const facts = readFacts(root)
  const nodes = readJsonLd(jsonLd)
  const node = articleNode(nodes, [address, resolveUrl(facts.canonicalHref, address) ?? address])
  const shape = shapeOf(root, blocksOf(root))
  return {
    signs: indexSigns({ url: address, nodes, node, facts, shape }),
    isIndex: pageType !== 'article',
    domain: domainOf(address) ?? id,
  }
}

/** The registered domain, near enough to keep the pages of one owner together. */
function domainOf(url: string): string | undefined {
  const labels = URL.parse(url)?.hostname.split('.')
  if (labels === undefined) return undefined
  return labels.slice(/^(?:co|com|org|gov|ac|edu)$/.test(labels.at(-2) ?? '') ? -3 : -2).join('.')
}

/** Which of `folds` parts a domain falls into: the same in every run. */
export function foldOf(domain: string, folds: number, seed = 0): number {
  let hash = 2_166_136_261
  for (const char of `${domain}${seed}`) hash = Math.imul(hash ^ char.charCodeAt(0), 16_777_619)
  return ((hash >>> 0) % 997) % folds
}
