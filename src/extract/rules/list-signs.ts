import { hasType, type JsonLdNode } from '../facts/json-ld.ts'
import { metaOf, type PageFacts } from '../facts/page-facts.ts'
import { pathOf } from '../markup/web-address.ts'
import type { PageShape } from './page-shape.ts'

type IndexPage = {
  readonly url: string
  readonly nodes: readonly JsonLdNode[]
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
const magnitude = (count: number, unit: number): number => Math.log1p(count / unit)
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
    largestProse: magnitude(shape.largestProse, 30),
    proseWords: magnitude(shape.proseWords, 30),
    proseShare: shape.proseShare,
    longestBlock: magnitude(shape.longestBlock, 20),
    paragraphs: magnitude(shape.paragraphCount, 3),
    cards: magnitude(shape.cardCount, 4),
    longestRow: magnitude(shape.longestRow, 4),
    picturedCards: magnitude(shape.picturedCards, 4),
    cardShare: shape.cardShare,
    controls: magnitude(shape.listControls, 1),
    prices: magnitude(shape.priceCount, 2),
    linkedHeadings: magnitude(shape.linkedHeadings, 2),
    linkShare: shape.linkShare,
    teasers: magnitude(shape.teaserCount, 4),
    linkBlocks: magnitude(shape.linkBlockCount, 4),
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
    itemProducts: magnitude(facts.itemTypes.filter((type) => /\/(?:Product|Offer|ListItem)$/.test(type)).length, 2),
    itemArticle: flag(facts.itemTypes.some((type) => /Article|BlogPosting/.test(type))),
  }
}
