import type { ArticleKind } from '../core/article.ts'
import { hasType, type JsonLdNode } from './facts/json-ld.ts'
import { metaOf, type PageFacts } from './facts/page-facts.ts'
import * as say from './kind-words.ts'
import { pathOf } from './markup/web-address.ts'
import { indexSigns } from './rules/list-signs.ts'
import { indexBias, indexWeights } from './rules/list-weights.ts'
import type { PageShape } from './rules/page-shape.ts'

type RegressionModel = { readonly bias: number; readonly weights: Readonly<Record<string, number>> }

/**
 * An article wrongly called a list is lost to readers, so a list needs more than even odds, and even more when a mark of an article
 * contradicts it.
 */
const caution = { unmarked: 0.4, marked: 1 }
const marks = ['articleType', 'articleNode', 'dates', 'pieceTemplate', 'itemArticle', 'datedPath']

/** The log odds that a page with these signs is a list; above 0 it is called one. */
export function listLogOdds(
  signs: Readonly<Record<string, number>>,
  { bias, weights }: RegressionModel = { bias: indexBias, weights: indexWeights },
): number {
  const isMarked = marks.some((mark) => (signs[mark] ?? 0) > 0) || (signs.hyphens ?? 0) >= 5 / 3
  let odds = bias - (isMarked ? caution.marked : caution.unmarked)
  for (const [name, sign] of Object.entries(signs)) odds += (weights[name] ?? 0) * sign
  return odds
}

export type KindSigns = {
  readonly url: string
  readonly title: string
  readonly section: string | undefined
  readonly node: JsonLdNode | undefined
  readonly nodes: readonly JsonLdNode[]
  readonly facts: PageFacts
  readonly wordCount: number
  readonly texts: readonly string[]
  /** Short lines directly above and below the headline. */
  readonly kickers: readonly string[]
  readonly pictureCount: number
  /** The structure of the page; without it, the page is never a list. */
  readonly shape: PageShape | undefined
}

/** The kind of a page: one article, a live page, a film, a list of links… By its structured data, URL and structure. */
export function kindOf(signs: KindSigns): ArticleKind {
  const { url, title, node, texts } = signs
  const path = pathOf(url)
  if (isLive(signs, path)) return 'live'
  if (isCorrection(signs, path)) return 'correction'
  const media = mediaKind(signs, path)
  if (media === undefined && isIndex(signs)) return 'index'
  if (media !== undefined) return media
  if (isRelease(signs, path)) return 'press-release'
  if (say.newsletterTitle.test(title) || (say.newsletterPath.test(path) && texts.length > 0)) return 'newsletter'
  if (isOpinion(signs, path, node)) return 'opinion'
  return 'article'
}

function isLive({ nodes, title, shape }: KindSigns, path: string): boolean {
  if (hasType(nodes, /^LiveBlogPosting$/) || say.liveTitle.test(title)) return true
  return say.livePath.test(path) && (shape?.stampCount ?? 0) >= 3
}

function isCorrection({ title, url, wordCount, shape }: KindSigns, path: string): boolean {
  if (say.correctionTitle.test(title)) return true
  // The list of all corrections is a list, not a correction.
  const isOne = (shape?.teaserCount ?? 0) < 12 && !/\/corrections?\/?$/.test(path)
  return say.correctionPath.test(path) && isOne && wordCount > 0 && url !== ''
}

function isIndex({ url, nodes, node, facts, shape }: KindSigns): boolean {
  return shape !== undefined && listLogOdds(indexSigns({ url, nodes, node, facts, shape })) > 0
}

function mediaKind(signs: KindSigns, path: string): ArticleKind | undefined {
  const { nodes, facts, wordCount, title, node, pictureCount } = signs
  const openType = metaOf(facts, 'og:type')?.toLowerCase() ?? ''
  const isShort = wordCount < 150
  const isPlayer = (pattern: RegExp, tag: string): boolean =>
    facts.media.some((each) => each.tag === tag || pattern.test(each.src))
  const isAudioType = hasType(nodes, /^(?:PodcastEpisode|RadioEpisode|AudioObject)$/) || openType.startsWith('music')
  if (hasType(nodes, /^(?:PodcastEpisode|RadioEpisode)$/)) return 'audio'
  if ((say.audioPath.test(path) || say.audioTitle.test(title)) && (isShort || isAudioType)) return 'audio'
  if (isPlayer(say.audioFrame, 'audio') && wordCount < 90 && !isPlayer(say.videoFrame, 'video')) return 'audio'
  const isVideoType = hasType(nodes, /^(?:VideoObject|Movie|TVEpisode|Clip)$/) || openType.startsWith('video')
  if ((say.videoPath.test(path) || say.videoTitle.test(title)) && (isShort || isVideoType)) return 'video'
  if (isVideoType && node === undefined && wordCount < 250) return 'video'
  if (openType.startsWith('video') && isShort) return 'video'
  if (isPlayer(say.videoFrame, 'video') && wordCount < 90 && isShortPage(signs)) return 'video'
  const isGalleryType = hasType(nodes, /^(?:ImageGallery|MediaGallery)$/)
  const isGallery = say.galleryPath.test(path) || say.galleryTitle.test(title) || isGalleryType
  if (isGallery && wordCount < (pictureCount >= 4 ? 800 : 400)) return 'gallery'
  return undefined
}

/** A player on a page with little else; on a list of films it is one of many. */
function isShortPage({ shape }: KindSigns): boolean {
  return shape !== undefined && shape.cardCount < 30 && shape.listControls < 3
}

function isRelease({ url, texts, kickers, section, title }: KindSigns, path: string): boolean {
  if (say.releaseHost.test(URL.parse(url)?.hostname ?? '') || say.releasePath.test(path)) return true
  if (texts.slice(0, 3).some((text) => say.releaseOpening.test(text))) return true
  if ([...kickers, section ?? ''].some((line) => say.releaseLine.test(line.trim()))) return true
  if (/[:：]/.test(title) && say.releaseLine.test(title.split(/[:：]/, 1)[0]?.trim() ?? '')) return true
  return texts.length >= 4 && texts.slice(-6).some((text) => say.pressContact.test(text))
}

function isOpinion({ section, title, kickers, texts }: KindSigns, path: string, node: JsonLdNode | undefined): boolean {
  if (node?.types.some((type) => /^(?:Opinion|OpinionNewsArticle|OpinionPiece)/.test(type))) return true
  if (say.opinionPath.test(path) || say.opinionTitle.test(title)) return true
  if (texts.slice(0, 3).some((text) => say.opinionOpening.test(text.trim()))) return true
  return [...kickers, section ?? ''].some((line) => say.opinionSection.test(line.trim()))
}
