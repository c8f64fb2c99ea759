import { hasType, type JsonLdNode } from '../facts/json-ld.ts'
import { metaOf, type PageFacts } from '../facts/page-facts.ts'
import { pathOf } from '../markup/web-address.ts'
import type { PageShape } from './page-shape.ts'

/** The facts of a page that decide whether it is a list. */
export type IndexPage = {
  readonly url: string
  readonly nodes: readonly JsonLdNode[]
  /** The object of the structured data that describes an article, if any. */
  readonly node: JsonLdNode | undefined
  readonly facts: PageFacts
  readonly shape: PageShape
}

/** Templates of content systems, as named in the class of the body: for one piece, or for many. */
const pieceTemplate =
  /(?:^|\s)(?:single|single-\S+|postid-\d+|template-article|article-page|page-article|type-article|node-type-article|page-node-type-\S+|post-template\S*|story|view-item)(?:\s|$)/i
const listTemplate =
  /(?:^|\s)(?:archive|category|category-\S+|tax-\S+|search-results|post-type-archive\S*|template-(?:collection|list-collections|search|index|blog)|catalog-category-view|woocommerce-shop|page-collection|path-taxonomy)(?:\s|$)/i
const listPath =
  /\/(?:tags?|topics?|hub|categor(?:y|ies)|cat|c|cp|b|s|w|l|d|authors?|contributors?|profile|archives?|collections?|search|sections?|sitemap|page\/\d+|shop|store|browse|departments?|products?|product-category|latest-news|all-news|lists?|directory|genre|shows?|issues|rankings?|catalogs?|jobs?|trending|news|blog|recent|chart|top|index|all|latest|rubrik|thema|rubrique|seccion|sezione|categoria|tema|kategorie)(?:\/|$)|\/(?:index|latest|all)(?:\.\w+)?\/?$/i
const listTitle =
  /\b(?:shop|buy|collections?|store|products?|browse|categor(?:y|ies)|recipes|latest|news|best sellers|jobs|courses|archives?|category:|page \d+|actualités|nachrichten|noticias|notizie|nieuws)\b|^all\b|أخبار|آخر الأخبار/i
const listType =
  /^(?:CollectionPage|ItemList|SearchResultsPage|ProfilePage|OfferCatalog|Blog|ProductCollection|ProductGroup)$/

/** Counts are unbounded; only their order of magnitude matters. */
const grown = (count: number, unit: number): number => Math.log1p(count / unit)
const flag = (isSo: boolean): number => (isSo ? 1 : 0)

/** The signs that distinguish a list from an article, each a number of about 0 to 5, by name. */
export function indexSigns({ url, nodes, node, facts, shape }: IndexPage): Readonly<Record<string, number>> {
  const path = pathOf(url)
  const segments = path.split('/').filter((part) => part !== '')
  const hyphens = (segments.at(-1)?.match(/[-_+]/g) ?? []).length
  const openType = metaOf(facts, 'og:type')?.toLowerCase() ?? ''
  const heading = facts.headings[0] || (metaOf(facts, 'og:title') ?? '')
  // Without the name of the site, which may contain `news`.
  const bareTitle = facts.titleTag.split(/\s[–—-]\s|\s*[|·»]\s*/, 1)[0] ?? ''
  const isPiece = pieceTemplate.test(shape.bodyClass)
  return {
    largestProse: grown(shape.largestProse, 30),
    proseWords: grown(shape.proseWords, 30),
    proseShare: shape.proseShare,
    longestBlock: grown(shape.longestBlock, 20),
    paragraphs: grown(shape.paragraphCount, 3),
    cards: grown(shape.cardCount, 4),
    longestRow: grown(shape.longestRow, 4),
    picturedCards: grown(shape.picturedCards, 4),
    cardShare: shape.cardShare,
    controls: grown(shape.listControls, 1),
    prices: grown(shape.priceCount, 2),
    linkedHeadings: grown(shape.linkedHeadings, 2),
    linkShare: shape.linkShare,
    teasers: grown(shape.teaserCount, 4),
    linkBlocks: grown(shape.linkBlockCount, 4),
    articleType: flag(openType.includes('article')),
    productType: flag(openType.startsWith('product')),
    noType: flag(openType === 'website' || openType === ''),
    articleNode: flag(node !== undefined),
    listType: flag(hasType(nodes, listType)),
    dates: flag(
      metaOf(
        facts,
        'article:published_time',
        'datepublished',
        'article:modified_time',
        'date',
        'dc.date',
        'parsely-pub-date',
        'pubdate',
        'publishdate',
        'article:author',
        'article:section',
      ) !== undefined,
    ),
    pieceTemplate: flag(isPiece),
    listTemplate: flag(!isPiece && listTemplate.test(shape.bodyClass)),
    listPath: flag(listPath.test(path) && hyphens < 4),
    root: flag(path === '/'),
    hyphens: Math.min(hyphens, 10) / 3,
    shortPath: flag(segments.length <= 1 && hyphens <= 1),
    datedPath: flag(/\/(?:19|20)\d\d[/-]?\d{1,2}(?:[/-]|\d\d[/-])/.test(path)),
    titleWords: Math.min(12, facts.titleTag.split(/\s+/).length) / 6,
    headingWords: Math.min(14, heading.split(/\s+/).length) / 6,
    noHeading: flag(facts.headings.length === 0),
    // A long title is specific to an article.
    listTitle: flag([bareTitle, heading].some((title) => title.split(/\s+/).length <= 8 && listTitle.test(title))),
    plural: flag(/^(?:\S+\s+){0,5}\S+s$/i.test((heading || bareTitle).trim())),
    itemProducts: grown(facts.itemTypes.filter((type) => /\/(?:Product|Offer|ListItem)$/.test(type)).length, 2),
    itemArticle: flag(facts.itemTypes.some((type) => /Article|BlogPosting/.test(type))),
  }
}
