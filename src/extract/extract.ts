import type { Extraction, Removal } from '../core/article.ts'
import type { ArticleRule } from '../core/page-rule.ts'
import { asksNoModel } from '../core/robots-tag.ts'
import type { TextAccount } from '../core/text-account.ts'
import { readAccess } from './access.ts'
import { isAgency, isCreditLine, readCredit } from './agency-credit.ts'
import { isAppealBody, withoutAppeals } from './appeal-body.ts'
import { applyRule, blocksByRule } from './apply-rule.ts'
import { kindOf } from './article-kind.ts'
import { readAuthors } from './authors.ts'
import { judgeCompleteness } from './completeness.ts'
import { defined } from './defined.ts'
import { type SiteLayout, siteBlocksOf, withoutFurniture } from './furniture.ts'
import { headLines } from './head-lines.ts'
import { joinBlocks, type LooseBlock } from './join-blocks.ts'
import { articleNode, type JsonLdNode, readJsonLd, textIn } from './json-ld.ts'
import { type KeptBlocks, keepBlocks, keepWithoutMain } from './keep-blocks.ts'
import { kickersOf } from './kicker.ts'
import { checkLead } from './lead.ts'
import { withoutLeadingLines } from './leading-lines.ts'
import { livePosts } from './live-posts.ts'
import { findMainText, type MainText } from './main-text.ts'
import { type Opening, withOpening } from './opening.ts'
import { blocksOf, type PageBlock } from './page-blocks.ts'
import { readDates } from './page-dates.ts'
import { readEmbeds } from './page-embeds.ts'
import { metaOf, type PageFacts, readFacts } from './page-facts.ts'
import { readHints } from './page-hints.ts'
import { readSection } from './page-section.ts'
import { shapeOf } from './page-shape.ts'
import { type PageElement, type PageTree, parsePage } from './page-tree.ts'
import { readPictures } from './pictures.ts'
import { accountLines } from './text-account.ts'
import { readTitle } from './title.ts'
import { visibleText } from './visible-text.ts'
import { endingWallPhrase } from './wall-words.ts'
import { hostLabel, resolveUrl } from './web-address.ts'
import { whereFound } from './where-found.ts'
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
  /** ISO 8601; a date later than it is refused. */
  readonly fetchedAt?: string
  /** What somebody wrote about this site. */
  readonly rule?: ArticleRule
  /** The other pages of the same article, in order; read with a rule that says what to keep. */
  readonly morePages?: readonly string[]
  /** What is known of the site from its other pages. */
  readonly layout?: SiteLayout
  /** Chooses the blocks otherwise than the shipped model does: for training and measuring one. */
  readonly choose?: typeof keepBlocks
}

const maxRemovals = 200
/** Readability takes longer the more elements there are; a larger page is read by its shape. */
const maxReadableElements = 25_000
/** And the more text there is in how many elements. */
const maxReadableWeight = 60_000_000

/**
 * Takes the article out of a page: text in blocks, and everything that is not text as fields. Never throws; a page
 * without an article comes back with `completeness.kind` `failed`. Time is bounded for any markup.
 *
 * Size cap → nesting guard → parse5 → blocks → Readability 0.6 → rules and model for each block → lead check → fields.
 */
export function extract(input: ExtractInput): Extraction {
  const { html, url, feed = {}, rule, morePages = [], fetchedAt, layout, choose = keepBlocks } = input
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
  const bodyText = readArticleBody(node)
  const description =
    metaOf(facts, 'og:description', 'description', 'twitter:description') ?? textIn(node?.fields.description)
  const hints = readHints({
    ...{ node, facts, siteName, url, titleKeys: keys, bodyText },
    description: description ?? feed.summaryText,
  })
  const byRule = ruled && blocksByRule(blocks, ruled.kept, keys)
  const found =
    byRule ?? chooseBlocks(page, blocks, facts.titleTag || title, (main) => choose(blocks, main, hints), keys)
  const chosen = withoutFurniture(found, byRule ? undefined : layout)
  const feedText = feed.contentHtml === undefined ? '' : markupText(feed.contentHtml)
  const descriptions = [...descriptionsOf(facts, node), feed.summaryText ?? ''].map(keyOf)
  const opening: Opening = ruled
    ? { kept: chosen.kept }
    : withOpening({ kept: chosen.kept, blocks, titleKeys: keys, descriptions })
  const lead = checkLead(opening.kept, blocks, [feedText, bodyText, feed.summaryText ?? ''])
  const loose = orStructuredText(lead.kept, bodyText)

  const section = readSection({ node, nodes, facts, title, siteName })
  const lines = headLines(blocks, lead.kept, keys)
  const named = readAuthors({ node, nodes, facts, siteName, lines })
  const wordCount = loose.reduce((sum, block) => sum + countWords(block.text), 0)
  const articleRoot = articleRootOf(lead.kept)
  const pictures = readPictures({ articleRoot, node, facts, base })
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
    shape: shapeOf(page.root, blocks),
  })
  const isMedia = kind === 'video' || kind === 'audio' || kind === 'gallery'
  const texts =
    loose.length === 0 && isMedia && description ? [{ kind: 'paragraph' as const, text: description }] : loose
  const kept = new Set(lead.kept)
  const completeness = judgeCompleteness({
    kind,
    texts: texts.map((block) => block.text),
    node,
    walls: blocks.filter((block) => !kept.has(block) && block.wordCount < 80).map((block) => block.text),
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
  const opened = withoutLeadingLines(texts, [...named, ...(credit === undefined ? [] : [credit])])
  const withoutWall = dropWall(opened.blocks, completeness.kind === 'paywalled')
  const joined = joinBlocks(withoutWall.blocks)
  const posts = kind === 'live' ? livePosts({ blocks, loose: withoutWall.blocks, spans: joined.blocks, nodes }) : []
  const last = new Set<LooseBlock>(withoutWall.blocks)
  const embeds = readEmbeds(
    articleRoot,
    lead.kept.filter((block) => last.has(block)),
    base,
  )
  const taken = {
    title,
    authors: withoutAgencies(named),
    ...readDates({ node, nodes, facts, url, lines, feedPublishedAt: feed.publishedAt, fetchedAt }),
  }
  const removals = [...page.removals, ...chosen.removals, ...opened.removals, ...withoutWall.removals].slice(
    0,
    maxRemovals,
  )
  const account: TextAccount = {
    ...accountLines({
      ...{ blocks, removals, title, furniture: chosen.furniture, chosen: new Set(chosen.kept) },
      ...{ texts: withoutWall.blocks, chosenBy: byRule ? 'site rule' : 'main text' },
    }),
    chosenBy: byRule
      ? 'site rule'
      : texts !== loose
        ? 'description'
        : loose !== lead.kept
          ? 'structured text'
          : 'main text',
    found: whereFound(taken, { node, facts, nearby: [...lines.head, ...lines.foot], url, feed }),
  }
  return {
    ...taken,
    ...joined,
    ...(posts.length > 0 && { posts }),
    ...defined({ siteName, section, canonicalUrl, language: readLanguage(node, facts), credit, description }),
    ...defined({ ampUrl: resolveUrl(facts.ampHref, base), access: readAccess({ node, facts }) }),
    ...pictures,
    ...(embeds.length > 0 && { embeds }),
    ...(opening.standfirst !== undefined && { standfirst: opening.standfirst.text }),
    kind,
    completeness,
    ...(asksNoModel([...(facts.metas.get('robots') ?? []), ...(facts.metas.get('twosource') ?? [])]) && {
      refusesModels: true,
    }),
    removals,
    account,
    siteBlocks: siteBlocksOf(found.kept),
  }
}

function descriptionsOf(facts: PageFacts, node: JsonLdNode | undefined): string[] {
  const told = ['og:description', 'description', 'twitter:description'].map((name) => metaOf(facts, name))
  return [...told, textIn(node?.fields.description)].filter(
    (text) => text !== undefined && text.length > 20,
  ) as string[]
}

function chooseBlocks(
  { root, elementCount, textWeight }: PageTree,
  blocks: readonly PageBlock[],
  titleTag: string,
  choose: (main: MainText) => KeptBlocks,
  keys: ReadonlySet<string>,
): KeptBlocks {
  const isReadable = elementCount <= maxReadableElements && textWeight <= maxReadableWeight
  const main = isReadable ? findMainText(root, titleTag) : undefined
  const chosen = main === undefined ? undefined : choose(main)
  if (chosen !== undefined && main !== undefined) {
    const words = chosen.kept.reduce((sum, block) => sum + block.wordCount, 0)
    if ((words >= 25 || words >= main.wordCount / 4) && !isAppealBody(chosen.kept)) return chosen
  }
  const plain = keepWithoutMain(withoutAppeals(blocks), keys)
  return plain.kept.length > 0 || chosen === undefined || isAppealBody(chosen.kept) ? plain : chosen
}

/** A credit stands at the beginning or the end of a block, and is looked for with patterns that a long one would keep busy. */
function endsOf(text: string): string {
  return text.length <= 4_000 ? text : `${text.slice(0, 2_000)}\n${text.slice(-2_000)}`
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
  if (/<\/?[a-z][^<>]*>|&#?\w{1,30};/i.test(body)) return markupText(body.replace(/\n+/g, '<p>'))
  const lines = body.split(/\n+/).map(visibleText)
  return lines.filter((line) => line !== '').join('\n')
}

/** The lines by which a wall announces itself are not the article's. */
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

function markupText(html: string): string {
  return blocksOf(parsePage(html).root)
    .filter((block) => !block.place.isInCaption)
    .map((block) => block.text)
    .join('\n')
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

/** The lines right after the text, where a page says how to go on. */
function followingLines(blocks: readonly PageBlock[], kept: readonly PageBlock[]): string[] {
  const last = kept.at(-1)
  const at = last === undefined ? -1 : blocks.indexOf(last)
  return blocks
    .slice(at + 1, at + 4)
    .filter(({ place }) => !place.isInNav && !place.isInFooter)
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
