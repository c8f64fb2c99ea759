import type { Extraction, Removal } from '../core/article.ts'
import type { ArticleRule } from '../core/page-rule.ts'
import { asksNoModel } from '../core/robots-tag.ts'
import { isAgency, readCredit } from './agency-credit.ts'
import { applyRule, blocksByRule } from './apply-rule.ts'
import { type KindSigns, kindOf } from './article-kind.ts'
import { readAuthors } from './authors.ts'
import { judgeCompleteness, wallPhrase } from './completeness.ts'
import { defined } from './defined.ts'
import { type SiteLayout, siteBlocksOf, withoutFurniture } from './furniture.ts'
import { joinBlocks, type LooseBlock } from './join-blocks.ts'
import { articleNode, type JsonLdNode, readJsonLd, textIn } from './json-ld.ts'
import { type KeptBlocks, keepBlocks, keepWithoutMain } from './keep-blocks.ts'
import { checkLead } from './lead.ts'
import { withoutLeadingLines } from './leading-lines.ts'
import { findMainText } from './main-text.ts'
import { blocksOf, type PageBlock } from './page-blocks.ts'
import { readDates } from './page-dates.ts'
import { metaOf, type PageFacts, readFacts } from './page-facts.ts'
import { type PageElement, type PageTree, parsePage } from './page-tree.ts'
import { readPictures } from './pictures.ts'
import { readTitle } from './title.ts'
import { visibleText } from './visible-text.ts'
import { hostLabel, resolveUrl } from './web-address.ts'
import { withAccount } from './with-account.ts'
import { countWords, keyOf } from './words.ts'

/** A page as fetched and decoded, and what the feed said of it. */
export type ExtractInput = {
  readonly html: string
  /** Address of the page after redirects. */
  readonly url: string
  readonly feed?: {
    readonly title?: string
    /** Plain text. */
    readonly summaryText?: string
    readonly contentHtml?: string
    /** ISO 8601. */
    readonly publishedAt?: string
  }
  /** What somebody wrote about this site. */
  readonly rule?: ArticleRule
  /** The other pages of the same article, in order; read with a rule that says what to keep. */
  readonly morePages?: readonly string[]
  /** What is known of the site from its other pages. */
  readonly layout?: SiteLayout
}

const maxRemovals = 200
/** Readability takes longer the more elements there are; a larger page is read by its shape. */
const maxReadableElements = 25_000

/**
 * Takes the article out of a page: text in blocks, and everything that is not text as fields. Never throws; a page
 * without an article comes back with `completeness.kind` `failed`. Time is bounded for any markup.
 *
 * Size cap → nesting guard → parse5 → blocks → Readability 0.6 → block rules → lead check → fields.
 */
export function extract({ html, url, feed = {}, rule, morePages = [], layout }: ExtractInput): Extraction {
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
  const chosen =
    (ruled && blocksByRule(blocks, ruled.kept, keys)) ?? chooseBlocks(page, blocks, facts.titleTag || title, keys)
  const bodyText = readArticleBody(node)
  const feedText = feed.contentHtml === undefined ? '' : markupText(feed.contentHtml)
  const own = withoutFurniture(chosen, ruled?.kept.size ? undefined : layout)
  const lead = checkLead(own.kept, blocks, [feedText, bodyText, feed.summaryText ?? ''])
  const loose = orStructuredText(lead.kept, bodyText)

  const section = readSection(node, facts)
  const nearby = nearbyLines(blocks, lead.kept)
  const named = readAuthors({ node, facts, siteName, nearby })
  const description =
    metaOf(facts, 'og:description', 'description', 'twitter:description') ?? textIn(node?.fields.description)
  const wordCount = loose.reduce((sum, block) => sum + countWords(block.text), 0)
  const kind = kindOf({
    ...shapeOf(blocks),
    url,
    title,
    section,
    node,
    nodes,
    facts,
    wordCount,
    firstText: loose[0]?.text ?? '',
  })
  const isMedia = kind === 'video' || kind === 'audio' || kind === 'gallery'
  const texts =
    loose.length === 0 && isMedia && description ? [{ kind: 'paragraph' as const, text: description }] : loose
  const pictures = readPictures({ articleRoot: articleRootOf(lead.kept), node, facts, base })
  const kept = new Set(lead.kept)
  const completeness = judgeCompleteness({
    kind,
    texts: texts.map((block) => block.text),
    node,
    walls: blocks.filter((block) => !kept.has(block) && block.wordCount < 80).map((block) => block.text),
    leadProblem: lead.problem,
  })
  const credit = readCredit({
    authors: named,
    bylines: [
      ...facts.bylines,
      ...nearby.filter((text) => /^by\s/i.test(text)),
      ...chosen.removals.map(({ text }) => text).filter((text) => /^by\s/i.test(text)),
    ],
    sourceNames: sourceNamesOf(node, facts),
    blocks: texts.map((block) => block.text),
    creditText: textIn(node?.fields.creditText),
    siteNames: [siteName, hostLabel(url), ...facts.feedNames].filter((name) => name !== undefined),
  })
  const opened = withoutLeadingLines(texts, [...named, ...(credit === undefined ? [] : [credit])])
  const withoutWall = dropWall(opened.blocks, completeness.kind === 'paywalled')
  const extraction: Extraction = {
    title,
    ...joinBlocks(withoutWall.blocks),
    authors: withoutAgencies(named),
    ...readDates({ node, nodes, facts, url, nearby, feedPublishedAt: feed.publishedAt }),
    ...defined({ siteName, section, canonicalUrl, language: readLanguage(node, facts), credit, description }),
    ...pictures,
    kind,
    completeness,
    ...(asksNoModel([...(facts.metas.get('robots') ?? []), ...(facts.metas.get('twosource') ?? [])]) && {
      refusesModels: true,
    }),
    removals: [...page.removals, ...own.removals, ...opened.removals, ...withoutWall.removals].slice(0, maxRemovals),
    siteBlocks: siteBlocksOf(chosen.kept),
  }
  return withAccount(extraction, {
    ...{ blocks, chosen, own, lead: lead.kept, loose, texts, final: withoutWall.blocks, isRuled: !!ruled?.kept.size },
    ...{ node, facts, url, feed },
  })
}

function chooseBlocks(
  { root, elementCount }: PageTree,
  blocks: readonly PageBlock[],
  titleTag: string,
  keys: ReadonlySet<string>,
): KeptBlocks {
  const main = elementCount > maxReadableElements ? undefined : findMainText(root, titleTag)
  const chosen = main === undefined ? undefined : keepBlocks(blocks, main, keys)
  if (chosen !== undefined && main !== undefined) {
    const words = chosen.kept.reduce((sum, block) => sum + block.wordCount, 0)
    if (words >= 25 || words >= main.wordCount / 4) return chosen
  }
  const plain = keepWithoutMain(blocks, keys)
  return plain.kept.length > 0 ? plain : (chosen ?? plain)
}

/** The structured data's text is often cut short: it serves only where the page yields next to nothing. */
function orStructuredText(kept: readonly PageBlock[], bodyText: string): readonly LooseBlock[] {
  const words = kept.reduce((sum, block) => sum + block.wordCount, 0)
  const bodyWords = countWords(bodyText)
  if (words >= 60 || bodyWords < 60 || bodyWords < words * 2) return kept
  return bodyText.split('\n').map((text) => ({ kind: 'paragraph', text }))
}

/** `articleBody` of the structured data as lines; some sites put markup into it. */
function readArticleBody(node: JsonLdNode | undefined): string {
  const body = node?.fields.articleBody
  if (typeof body !== 'string') return ''
  if (/<\/?[a-z][^>]*>|&#?\w+;/i.test(body)) return markupText(body.replace(/\n+/g, '<p>'))
  const lines = body.split(/\n+/).map(visibleText)
  return lines.filter((line) => line !== '').join('\n')
}

/** The lines by which a wall announces itself are not the article's. */
function dropWall(
  blocks: readonly LooseBlock[],
  isWalled: boolean,
): { blocks: readonly LooseBlock[]; removals: Removal[] } {
  if (!isWalled) return { blocks, removals: [] }
  const isWall = (block: LooseBlock): boolean => countWords(block.text) < 60 && wallPhrase(block.text) !== undefined
  return {
    blocks: blocks.filter((block) => !isWall(block)),
    removals: blocks.filter(isWall).map((block) => ({ step: 'paywall', text: block.text.slice(0, 200) })),
  }
}

function markupText(html: string): string {
  return blocksOf(parsePage(html).root)
    .filter((block) => !block.place.isInCaption)
    .map((block) => block.text)
    .join('\n')
}

function shapeOf(
  blocks: readonly PageBlock[],
): Pick<KindSigns, 'largestProse' | 'linkShare' | 'teaserCount' | 'linkBlockCount' | 'stampCount'> {
  const proseWords = new Map<PageElement, number>()
  let teaserCount = 0
  let linkBlockCount = 0
  let stampCount = 0
  let length = 0
  let linkLength = 0
  for (const { wordCount, linkShare, place, text, hasTime, container } of blocks) {
    const isAround = place.isInFooter || place.isInNav || place.isInAside
    length += text.length
    linkLength += text.length * linkShare
    if (wordCount >= 20 && linkShare < 0.3 && !isAround)
      proseWords.set(container, (proseWords.get(container) ?? 0) + wordCount)
    if (linkShare > 0.8 && wordCount >= 4 && !place.isInFooter && !place.isInNav) teaserCount++
    if (linkShare > 0.8 && !isAround) linkBlockCount++
    if (wordCount <= 8 && (hasTime || /^\d{1,2}[:.h]\d{2}\b/.test(text))) stampCount++
  }
  const largestProse = proseWords.values().reduce((most, words) => Math.max(most, words), 0)
  return { largestProse, linkShare: length === 0 ? 0 : linkLength / length, teaserCount, linkBlockCount, stampCount }
}

/** The part of the page that holds the article: the common ancestor of its blocks, or the `article` around it. */
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

/** Short lines just before the text: where pages put the byline and the date. */
function nearbyLines(blocks: readonly PageBlock[], kept: readonly PageBlock[]): string[] {
  const first = kept[0] === undefined ? 0 : blocks.indexOf(kept[0])
  return blocks
    .slice(Math.max(0, first - 20), first + 2)
    .filter((block) => block.text.length <= 120 && !block.place.isInNav && !block.place.isInCaption)
    .map((block) => block.text)
}

/** The agency stands in `credit`; beside a reporter's name it is no author. */
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

function readSection(node: JsonLdNode | undefined, facts: PageFacts): string | undefined {
  const section =
    textIn(node?.fields.articleSection) ??
    metaOf(facts, 'article:section', 'parsely-section', 'section', 'cxenseparse:section')
  return section !== undefined && section.length <= 80 && keyOf(section) !== '' ? section : undefined
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
