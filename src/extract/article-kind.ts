import type { ArticleKind } from '../core/article.ts'
import { hasType, type JsonLdNode } from './json-ld.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import { pathOf } from './web-address.ts'

/** What the kind is told from. `linkShare` is the share of the page's characters inside links, 0 to 1. */
export type KindSigns = {
  readonly url: string
  readonly title: string
  readonly section: string | undefined
  readonly node: JsonLdNode | undefined
  readonly nodes: readonly JsonLdNode[]
  readonly facts: PageFacts
  readonly wordCount: number
  /** Words in paragraphs of the part of the page that has most of them. */
  readonly largestProse: number
  /** Blocks that are links, outside of navigation. */
  readonly linkBlockCount: number
  readonly linkShare: number
  /** Headings and list items that are links: the teasers of a list page. */
  readonly teaserCount: number
  /** Clock times or `time` elements that head an entry, as in a live page. */
  readonly stampCount: number
  readonly firstText: string
}

const livePath =
  /\/(?:live|liveblog|live-blog|live-updates|en-direct|direct|liveticker|live-news|minuto-a-minuto)(?:\/|-\d|$)|live-blog|-live-updates|live-updates-|-as-it-happened|-liveblog/
const liveTitle =
  /\blive (?:updates?|blog|coverage|ticker)\b|\s[–—-]\s(?:\w+ ){0,3}live$|^live\s?[:|–—-]|\bas it happened\b|\ben direct\b|^liveticker|مباشر\s*[:|]|تغطية مباشرة|لحظة بلحظة/i
const videoPath = /\/(?:videos?|watch|vid[eé]os?|clips?|av|mediathek)(?:\/|$)/
const audioPath = /\/(?:podcasts?|audio|sounds|listen|radio|episodes?)(?:\/|$)/
const galleryPath =
  /\/(?:gallery|galleries|photos?|photo-?essays?|in-pictures|pictures|picture-gallery|slideshow|photo-?gallery|diaporama|fotostrecke|bildergalerie)(?:\/|$)|-in-pictures(?:$|[/-])/
const opinionPath =
  /\/(?:opinions?|commentisfree|editorials?|columns?|columnists?|op-eds?|comment|views?|letters|leader|idees|tribunes?|chroniques?|meinung|kommentare?|opinion-blogs|perspectives?|viewpoints?)(?:\/|$)/
const releasePath =
  /\/(?:press-?releases?|news-releases?|communiques?|pressemitteilung(?:en)?|pr-?news(?:wire)?)(?:\/|$)/
const releaseHost =
  /(?:^|\.)(?:prnewswire|businesswire|globenewswire|einpresswire|newswire|accesswire|prweb|presseportal|zawya-press)\.\w+$/
const roundupTitle =
  /\b(?:(?:morning|evening|daily|weekly|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:'s|’s)? (?:briefing|brief|newsletter|round-?up|digest|wrap|headlines|bulletin|mail)|news(?:letter| round-?up| in brief| bulletin| quiz| summary)|(?:\d+|three|four|five|six|seven|ten) things (?:to know|you need to know|we learned)|(?:week|day|month) in (?:review|pictures|brief)|what(?:'s|’s) in (?:the|today's) papers|newspaper (?:headlines|front pages|review)|top (?:\w+ )?(?:headlines|stories) (?:of|for|this)|press review|revue de presse|l['’]essentiel de l['’]actu|نشرة الأخبار|موجز|صحف اليوم)\b/i
const roundupPath = /\/(?:newsletters?|briefings?|bulletins?|roundups?|round-up)(?:\/|$)/
const indexPath =
  /^\/?$|\/(?:tags?|topics?|categor(?:y|ies)|authors?|contributors?|profile|archives?|collections?|search|sections?|sitemap|page\/\d+|shop|store|browse|c|cat|category|products?|latest-news|all-news|news|lists?|directory|genre|departments)(?:\/|$)|\/(?:index|latest|all)(?:\.\w+)?\/?$/

/** What a page is: one article, or a live page, a film, a list of links… By its structured data, address and shape. */
export function kindOf(signs: KindSigns): ArticleKind {
  const { url, title, nodes, node, wordCount } = signs
  const path = pathOf(url)
  if (hasType(nodes, /^LiveBlogPosting$/) || livePath.test(path) || liveTitle.test(title)) {
    const isOnce = hasType(nodes, /^LiveBlogPosting$/) || signs.stampCount >= 3 || liveTitle.test(title)
    if (isOnce) return 'live'
  }
  if (isIndex(signs, path)) return 'index'
  const media = mediaKind(signs, path)
  if (media !== undefined) return media
  if (releaseHost.test(URL.parse(url)?.hostname ?? '') || releasePath.test(path) || isRelease(signs.firstText))
    return 'press-release'
  if (roundupTitle.test(title) || (roundupPath.test(path) && wordCount > 0)) return 'roundup'
  if (isOpinion(signs, path, node)) return 'opinion'
  return 'article'
}

function isRelease(text: string): boolean {
  return /^(?:for immediate release|press release\b)|\/(?:PRNewswire|PRNewswire-\w+)\/|\((?:BUSINESS WIRE|GLOBE NEWSWIRE)\)|\/EINPresswire/.test(
    text,
  )
}

/**
 * A list page has its words in many small pieces and says so in its address or its types. The weights were set on
 * labeled pages that are not among those the eval reports; they lean towards calling a page an article.
 */
function isIndex(signs: KindSigns, path: string): boolean {
  const { node, nodes, facts, largestProse, linkShare, teaserCount } = signs
  const openType = metaOf(facts, 'og:type')?.toLowerCase() ?? ''
  const segments = path.split('/').filter((part) => part !== '')
  const hyphens = (segments.at(-1)?.match(/-/g) ?? []).length
  let score = 0
  if (largestProse <= 60) score += 2
  else if (largestProse <= 150) score += 1
  else if (largestProse >= 300) score -= largestProse >= 600 ? 3 : 2
  if (openType.startsWith('product')) score += 2
  if (hasType(nodes, listType)) score += 1.5
  if (indexPath.test(path) && hyphens < 3) score += 1
  if (segments.length <= 1 && hyphens <= 1) score += 1
  if (hyphens >= 3) score -= 2
  if (teaserCount >= 12) score += 1
  if (teaserCount >= 30) score += 0.5
  if (linkShare >= 0.5) score += 1
  if (node !== undefined) score -= 3
  if (openType === 'article') score -= 1.5
  if (metaOf(facts, 'article:published_time', 'datepublished') !== undefined) score -= 2
  // Few words alone are a short article or a film.
  const looksLikeList = teaserCount + signs.linkBlockCount >= 12 || indexPath.test(path) || hasType(nodes, listType)
  return score >= 2 && looksLikeList
}

const listType =
  /^(?:CollectionPage|ItemList|SearchResultsPage|ProfilePage|OfferCatalog|Blog|ProductCollection|Product)$/

function mediaKind(signs: KindSigns, path: string): ArticleKind | undefined {
  const { nodes, facts, wordCount, title, node } = signs
  const openType = metaOf(facts, 'og:type')?.toLowerCase() ?? ''
  const isShort = wordCount < 150
  const isVideoType = hasType(nodes, /^(?:VideoObject|Movie|TVEpisode|Clip)$/) || openType.startsWith('video')
  if ((videoPath.test(path) || /^(?:watch|video)\s*[:|–—-]/i.test(title)) && (isShort || isVideoType)) return 'video'
  if (isVideoType && node === undefined && wordCount < 250) return 'video'
  if (openType.startsWith('video') && isShort) return 'video'
  const isAudioType = hasType(nodes, /^(?:PodcastEpisode|RadioEpisode|AudioObject)$/) || openType.startsWith('music')
  if (audioPath.test(path) && (isShort || isAudioType)) return 'audio'
  if (hasType(nodes, /^(?:PodcastEpisode|RadioEpisode)$/)) return 'audio'
  if (galleryPath.test(path) || hasType(nodes, /^ImageGallery$/)) return wordCount < 400 ? 'gallery' : undefined
  return undefined
}

function isOpinion(signs: KindSigns, path: string, node: JsonLdNode | undefined): boolean {
  if (node?.types.some((type) => /^(?:Opinion|OpinionNewsArticle|OpinionPiece)/.test(type))) return true
  if (opinionPath.test(path)) return true
  const section = (signs.section ?? '').toLowerCase()
  if (
    /^(?:opinions?|editorials?|comment|columns?|columnists|op-?ed|voices|views|idées|tribunes?|meinung|opinión|رأي|آراء|مقالات)$/.test(
      section,
    )
  )
    return true
  return /^(?:opinion|editorial|op-ed|letters?|comment|analysis and opinion)\s*[:|]|\|\s*(?:opinion|editorial|column)\b/i.test(
    signs.title,
  )
}
