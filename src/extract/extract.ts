import type { Extraction, Removal } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import { asksNoModel } from '../core/feed/robots.ts'
import { readAccess } from './access.ts'
import { kindOf } from './article-kind.ts'
import { joinBlocks, type LooseBlock } from './blocks/join-blocks.ts'
import type { KeptBlocks } from './blocks/keep-blocks.ts'
import { blocksOf, type PageBlock } from './blocks/page-blocks.ts'
import { isAgency, isCreditLine, readCredit } from './bylines/agency-credit.ts'
import { readAuthors } from './bylines/authors.ts'
import { withoutLeadingLines } from './bylines/leading-lines.ts'
import { withoutSignature } from './bylines/signature.ts'
import { judgeCompleteness } from './completeness.ts'
import type { ExtractInput } from './extract-input.ts'
import { articleNode, type JsonLdNode, readJsonLd, textIn } from './facts/json-ld.ts'
import { readDates } from './facts/page-dates.ts'
import { metaOf, type PageFacts, readFacts } from './facts/page-facts.ts'
import { readSection } from './facts/page-section.ts'
import { fieldSources } from './field-sources.ts'
import { findText, withoutPutBack } from './find-text.ts'
import { headLines } from './head-lines.ts'
import { withEntries } from './list-entries.ts'
import { livePosts } from './live-posts.ts'
import { isWithin, type PageElement, parsePage } from './markup/page-tree.ts'
import { hostLabel, resolveUrl } from './markup/web-address.ts'
import { readEmbeds } from './pictures/page-embeds.ts'
import { readPictures } from './pictures/pictures.ts'
import { applyRule } from './rules/apply-rule.ts'
import { shapeOf } from './rules/page-shape.ts'
import { siteBlocksOf, type WithoutFurniture } from './surplus/furniture.ts'
import { type Cards, repeatedCards } from './surplus/repeated-cards.ts'
import { isBelowHeadline } from './surplus/teaser-decks.ts'
import { endingWallPhrase } from './surplus/wall-words.ts'
import { accountLines } from './text-account.ts'
import { readTitle } from './title.ts'
import { countWords, keyOf } from './words.ts'

/** Blocks searched on either side of the headline. */
const reach = 3

/**
 * The short lines directly above and below the headline: `Opinion`, `Press release`. Leaves out lines of a menu, which are several links in
 * a row.
 */
function kickersOf(blocks: readonly PageBlock[], headlines: readonly string[]): readonly string[] {
  const keys = new Set(headlines.map(keyOf).filter((key) => key !== ''))
  const at = blocks.findIndex((block) => block.kind === 'heading' && keys.has(block.key))
  if (at < 0) return []
  const above = blocks.slice(Math.max(0, at - reach), at)
  const isMenu = blocks.slice(Math.max(0, at - 5), at).filter(isShortLink).length >= 4
  const below = blocks.slice(at + 1, at + 1 + reach)
  return [...(isMenu ? [] : above), ...below]
    .filter((block) => block.wordCount <= 5 && !block.place.isInNav && !block.place.isInFooter)
    .map((block) => block.text)
}

function isShortLink(block: PageBlock): boolean {
  return block.linkShare > 0.8 && block.wordCount <= 4
}

/** At most this share of a text's words may be in teasers of other pages; otherwise it isn't an article. */
const maxTeaserShare = 0.6

/** True when the presumed text consists of teasers: elements of one shape side by side, or text below linked headlines. */
function areTeasers(kept: readonly PageBlock[], { elements }: Cards): boolean {
  let words = 0
  let teased = 0
  for (const block of kept) {
    words += block.wordCount
    if (isWithin(block.place.element, elements) || isBelowHeadline(block)) teased += block.wordCount
  }
  return words > 0 && teased >= words * maxTeaserShare
}

const maxRemovals = 200
/**
 * Extracts the article of a page: text in blocks, and everything else as fields. Never throws; a page without an article has
 * `completeness.kind` `failed`. Takes bounded time for any markup.
 *
 * Size cap → nesting guard → parse5 → blocks → Readability 0.6 → rules and model for each block → lead check → fields.
 */
export function extract(input: ExtractInput): Extraction {
  const { html, url, feed = {}, rule, morePages = [], fetchedAt } = input
  const ruled = rule && applyRule(html, rule, morePages)
  const page = ruled?.page ?? parsePage(html)
  const facts = readFacts(page.root)
  const base = resolveUrl(facts.baseHref, url) ?? url
  const canonicalUrl = resolveUrl(facts.canonicalHref ?? metaOf(facts, 'og:url'), base)
  const nodes = readJsonLd(page.jsonLd)
  const node = articleNode(nodes, [url, canonicalUrl ?? url])
  const siteName = readSiteName(nodes, node, facts)
  const { title, keys } = readTitle({ node, facts, siteName, url, feedTitle: feed.title })

  const blocks = blocksOf(page.root)
  const descriptions = descriptionsOf(facts, node)
  const description = descriptions[0]
  const found = findText({
    ...{ page, blocks, node, facts, siteName, url, title, keys, descriptions },
    ...input,
    ruled,
  })
  const { chosen, isRuled, own, standfirst, lead, loose } = found
  const section = readSection({ node, nodes, facts, title, siteName, blocks })
  const lines = headLines(blocks, lead.kept, keys)
  const wordCount = loose.reduce((sum, block) => sum + countWords(block.text), 0)
  const articleRoot = articleRootOf(lead.kept)
  const headline = blocks.find((block) => block.kind === 'heading' && keys.has(block.key))?.place.element
  const cards = repeatedCards(page.root)
  const pictures = readPictures({ articleRoot, headline, node, facts, base })
  const kind = kindOf({
    url,
    title,
    section,
    node,
    nodes,
    facts,
    wordCount,
    texts: loose.map((block) => block.text),
    kickers: kickersOf(blocks, [title, ...facts.headings]),
    pictureCount: pictures.pictures.length,
    shape: shapeOf(page.root, blocks, cards),
  })
  const named = readAuthors({ node, nodes, facts, siteName, url, lines, isList: kind === 'index' })
  const isMedia = kind === 'video' || kind === 'audio' || kind === 'gallery'
  const isWithoutText = isMedia && (loose.length === 0 || (!isRuled && areTeasers(lead.kept, cards)))
  const texts = isWithoutText && description ? [{ kind: 'paragraph' as const, text: description }] : loose
  const kept = new Set(lead.kept)
  const completeness = judgeCompleteness({
    kind,
    texts: texts.map((block) => block.text),
    node,
    walls: blocks
      .filter((block) => !kept.has(block) && block.wordCount < 80 && !isBadge(block))
      .map(({ text }) => text),
    headlines: [title, facts.titleTag, ...facts.headings.slice(0, 2), ...facts.subheadings.slice(0, 1)],
    following: followingLines(blocks, lead.kept),
    leadProblem: lead.problem,
  })
  const credit = readCredit({
    authors: named,
    bylines: [
      ...facts.bylines,
      ...lines.head.slice(lines.titleAt + 1).filter(isCreditLine),
      ...chosen.removals.map(({ text }) => text).filter((text) => /^by\s/i.test(text)),
    ],
    sourceNames: sourceNamesOf(node, facts),
    blocks: texts.map((block) => endsOf(block.text)),
    creditText: textIn(node?.fields.creditText),
    siteNames: [siteName, hostLabel(url), ...facts.feedNames].filter((name) => name !== undefined),
  })
  const listed = kind === 'index' && loose === lead.kept && !isRuled ? withEntries(lead.kept, blocks, cards) : undefined
  const opened = withoutLeadingLines(listed ?? texts, [...named, ...(credit === undefined ? [] : [credit])])
  const signed = withoutSignature(opened.blocks, [...named, ...[credit, siteName].filter((name) => name !== undefined)])
  const withoutWall = dropWall(signed.blocks, completeness.kind === 'paywalled')
  const joined = joinBlocks(withoutWall.blocks)
  const posts = kind === 'live' ? livePosts({ blocks, loose: withoutWall.blocks, spans: joined.blocks, nodes }) : []
  const last = new Set<LooseBlock>(withoutWall.blocks)
  const embeds = readEmbeds(
    articleRoot,
    lead.kept.filter((block) => last.has(block)),
    base,
  )
  const extraction: Extraction = {
    title,
    ...joined,
    ...defined({ posts: posts.length > 0 ? posts : undefined }),
    authors: withoutAgencies(named),
    ...readDates({ node, nodes, facts, url, lines, feedPublishedAt: feed.publishedAt, fetchedAt }),
    ...defined({ siteName, section, canonicalUrl, language: readLanguage(node, facts), credit, description }),
    ...defined({ ampUrl: resolveUrl(facts.ampHref, base), access: readAccess({ node, facts }) }),
    ...pictures,
    ...defined({ embeds: embeds.length > 0 ? embeds : undefined }),
    ...defined({ standfirst }),
    kind,
    completeness,
    ...defined({
      refusesModels:
        asksNoModel([...(facts.metas.get('robots') ?? []), ...(facts.metas.get('twosource') ?? [])]) || undefined,
    }),
    removals: [
      ...page.removals,
      ...(listed === undefined ? found.removals : withoutPutBack(own, listed)),
      ...opened.removals,
      ...signed.removals,
      ...withoutWall.removals,
    ].slice(0, maxRemovals),
    siteBlocks: siteBlocksOf(chosen.kept),
  }
  return withAccount(extraction, {
    ...{ blocks, chosen, own, lead: lead.kept, loose, texts, listed, final: withoutWall.blocks, isRuled },
    ...{ node, facts, url, feed },
  })
}

/** True for what is beside the headline of another article, or leads elsewhere: `Subscribers only` there says nothing of this one. */
function isBadge({ place, linkShare, wordCount }: PageBlock): boolean {
  return place.isInNav || (place.listItem !== undefined && wordCount < 20) || linkShare >= 0.9
}

/** The descriptions in a page's head and structured data, most reliable first. */
function descriptionsOf(facts: PageFacts, node: JsonLdNode | undefined): string[] {
  const metaDescriptions = ['og:description', 'description', 'twitter:description'].map((name) => metaOf(facts, name))
  return [...metaDescriptions, textIn(node?.fields.description)].filter((text) => text !== undefined)
}

/** A credit is at the beginning or end of a block; its patterns would take long on the whole of a long one. */
function endsOf(text: string): string {
  return text.length <= 4_000 ? text : `${text.slice(0, 2_000)}\n${text.slice(-2_000)}`
}

function dropWall(
  blocks: readonly LooseBlock[],
  isWalled: boolean,
): { blocks: readonly LooseBlock[]; removals: Removal[] } {
  if (!isWalled) return { blocks, removals: [] }
  const isWall = (block: LooseBlock): boolean =>
    countWords(block.text) < 60 && endingWallPhrase(block.text) !== undefined
  return {
    blocks: blocks.filter((block) => !isWall(block)),
    removals: blocks.filter(isWall).map((block) => ({ step: 'paywall', text: block.text.slice(0, 200) })),
  }
}

/** The part of the page that contains the article: the common ancestor of its blocks, or the `article` around it. */
function articleRootOf(kept: readonly PageBlock[]): PageElement | undefined {
  const first = kept[0]
  const last = kept.at(-1)
  if (first === undefined || last === undefined) return undefined
  const ancestors = new Set<PageElement>()
  for (let at: PageElement | undefined = first.container; at !== undefined; at = at.parent) ancestors.add(at)
  let root: PageElement | undefined = last.container
  while (root !== undefined && !ancestors.has(root)) root = root.parent
  let around: PageElement | undefined = root
  for (let level = 0; around !== undefined && level < 6; level++, around = around.parent)
    if (around.tag === 'article' || around.tag === 'main') return around
  return root
}

/** The lines directly after the text, where a page says how to continue. */
function followingLines(blocks: readonly PageBlock[], kept: readonly PageBlock[]): string[] {
  const last = kept.at(-1)
  const at = last === undefined ? -1 : blocks.indexOf(last)
  return (
    blocks
      .slice(at + 1, at + 4)
      .filter(({ place }) => !place.isInNav && !place.isInFooter)
      // The headline of another article with a badge.
      .filter(({ place, linkShare }) => place.listItem === undefined || linkShare >= 0.9)
      .map((block) => block.text)
  )
}

/** The agency is in `credit`; beside a reporter's name it isn't an author. */
function withoutAgencies(names: readonly string[]): readonly string[] {
  const people = names.filter((name) => !isAgency(name))
  return people.length > 0 ? people : names
}

function readSiteName(
  nodes: readonly JsonLdNode[],
  node: JsonLdNode | undefined,
  facts: PageFacts,
): string | undefined {
  const site = nodes.find(({ types }) => types.includes('WebSite'))
  return metaOf(facts, 'og:site_name') ?? textIn(node?.fields.publisher) ?? textIn(site?.fields.name)
}

function readLanguage(node: JsonLdNode | undefined, facts: PageFacts): string | undefined {
  const named = [
    facts.language,
    textIn(node?.fields.inLanguage, ['alternateName', 'name']),
    metaOf(facts, 'og:locale', 'content-language', 'language'),
  ]
  return named
    .map((tag) => tag?.replaceAll('_', '-'))
    .find((tag) => tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag))
}

function sourceNamesOf(node: JsonLdNode | undefined, facts: PageFacts): string[] {
  const names = [
    textIn(node?.fields.author),
    textIn(node?.fields.sourceOrganization),
    metaOf(facts, 'article:agency', 'agency', 'article:source', 'dc.source'),
  ]
  return names.filter((name) => name !== undefined)
}

/** Intermediate results between a page and its text. */
type Steps = {
  readonly blocks: readonly PageBlock[]
  /** The chosen blocks, and those left of them without furniture. */
  readonly chosen: KeptBlocks
  readonly own: WithoutFurniture
  /** With the opening put back. */
  readonly lead: readonly PageBlock[]
  /** The same, or the structured text in its place; after that, the replacement where there is no text. */
  readonly loose: readonly LooseBlock[]
  readonly texts: readonly LooseBlock[]
  /** The chosen blocks of a list with its entries. */
  readonly listed: readonly PageBlock[] | undefined
  readonly final: readonly LooseBlock[]
  readonly isRuled: boolean
  readonly node: JsonLdNode | undefined
  readonly facts: PageFacts
  readonly url: string
  readonly feed: { readonly title?: string; readonly publishedAt?: string }
}

function withAccount(extraction: Extraction, way: Steps): Extraction {
  const { blocks, own, lead, loose, texts, listed = own.kept, final, isRuled } = way
  const { removals, title } = extraction
  const otherwise = texts !== loose ? 'description' : loose !== lead ? 'structured text' : 'main text'
  const chosenBy = isRuled ? 'site rule' : otherwise
  const { furniture } = own
  const making = { blocks, chosen: new Set(listed), texts: final, removals, title, furniture, chosenBy } as const
  return {
    ...extraction,
    account: {
      ...accountLines(making),
      chosenBy,
      found: fieldSources(extraction, { ...way, nearby: linesBeside(blocks, lead) }),
    },
  }
}

/** Short lines directly before the text and at its beginning. */
function linesBeside(blocks: readonly PageBlock[], kept: readonly PageBlock[]): string[] {
  const first = kept[0] === undefined ? 0 : blocks.indexOf(kept[0])
  return blocks
    .slice(Math.max(0, first - 20), first + 2)
    .filter(({ text, place }) => text.length <= 120 && !place.isInNav && !place.isInCaption)
    .map(({ text }) => text)
}
