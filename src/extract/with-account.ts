import type { Extraction } from '../core/article.ts'
import type { LooseBlock } from './blocks/join-blocks.ts'
import type { KeptBlocks } from './blocks/keep-blocks.ts'
import type { PageBlock } from './blocks/page-blocks.ts'
import type { JsonLdNode } from './facts/json-ld.ts'
import type { PageFacts } from './facts/page-facts.ts'
import type { Unfurnished } from './surplus/furniture.ts'
import { accountLines } from './text-account.ts'
import { whereFound } from './where-found.ts'

/** What extraction had in its hands on the way from a page to a text. */
type OnTheWay = {
  readonly blocks: readonly PageBlock[]
  /** What was chosen of them, and what was left of that without furniture. */
  readonly chosen: KeptBlocks
  readonly own: Unfurnished
  /** With what was put back. */
  readonly lead: readonly PageBlock[]
  /** The same, or the structured text in its place; then what stands for it where there is none. */
  readonly loose: readonly LooseBlock[]
  readonly texts: readonly LooseBlock[]
  readonly final: readonly LooseBlock[]
  readonly isRuled: boolean
  readonly node: JsonLdNode | undefined
  readonly facts: PageFacts
  readonly url: string
  readonly feed: { readonly title?: string; readonly publishedAt?: string }
}

/** An extraction with the account of how it came about. */
export function withAccount(extraction: Extraction, way: OnTheWay): Extraction {
  const { blocks, own, lead, loose, texts, final, isRuled } = way
  const { removals, title } = extraction
  const otherwise = texts !== loose ? 'description' : loose !== lead ? 'structured text' : 'main text'
  const chosenBy = isRuled ? 'site rule' : otherwise
  const { furniture } = own
  const making = { blocks, chosen: new Set(own.kept), texts: final, removals, title, furniture, chosenBy } as const
  return {
    ...extraction,
    account: {
      ...accountLines(making),
      chosenBy,
      found: whereFound(extraction, { ...way, nearby: linesBeside(blocks, lead) }),
    },
  }
}

/** Short lines just before the text and at its beginning. */
function linesBeside(blocks: readonly PageBlock[], kept: readonly PageBlock[]): string[] {
  const first = kept[0] === undefined ? 0 : blocks.indexOf(kept[0])
  return blocks
    .slice(Math.max(0, first - 20), first + 2)
    .filter(({ text, place }) => text.length <= 120 && !place.isInNav && !place.isInCaption)
    .map(({ text }) => text)
}
