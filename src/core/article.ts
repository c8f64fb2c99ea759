import type { Block, Cue, LivePost } from './document.ts'
import type { SiteBlock } from './feed/site-block.ts'
import type { ArticleId, EntryId, SourceId } from './ids.ts'
import type { TextAccount } from './reading/text-account.ts'

/** `newsletter` covers news collected for one day or week, mailed or not. */
export type ArticleKind =
  | 'article'
  | 'live'
  | 'video'
  | 'audio'
  | 'gallery'
  | 'newsletter'
  | 'index'
  | 'opinion'
  | 'press-release'
  | 'correction'
  /** The name of `newsletter` in earlier releases, still read from the database. */
  | 'roundup'

/**
 * True for pages that collect pieces of many articles under one date. Another outlet may have reported the content first,
 * whatever the page's time says, and two articles that both appear on such a page need not be related.
 */
export function isCollection(kind: ArticleKind | undefined): boolean {
  return kind === 'live' || isAggregation(kind)
}

/** True for pages that only collect what other pages report. They aren't reports of their own and start no story. */
export function isAggregation(kind: ArticleKind | undefined): boolean {
  return kind === 'newsletter' || kind === 'roundup' || kind === 'index'
}

/** How much of the article we have, and why not all of it. */
export type Completeness =
  | { readonly kind: 'complete' }
  | { readonly kind: 'feed-only'; readonly reason: string }
  | { readonly kind: 'paywalled'; readonly reason: string }
  | { readonly kind: 'blurb'; readonly reason: string }
  | { readonly kind: 'lead-missing'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

/** True when the text may come from the feed alone. `short` counts, since a short text doesn't record where it came from. */
export function mayBeFeedText({ kind }: Completeness): boolean {
  return kind === 'feed-only' || kind === 'blurb' || kind === 'failed'
}

/** How a page says it may be read; `metered`: a number of free articles a month. */
export type Access = 'free' | 'metered' | 'locked'

/** The caption and credit are fields; they are never part of the text. */
export type Picture = {
  readonly url: string
  readonly alt?: string
  readonly caption?: string
  readonly credit?: string
  /** In pixels, as the page or the feed states it. */
  readonly width?: number
  readonly height?: number
  /** Other files of the same picture, the narrowest first. */
  readonly sizes?: readonly PictureFile[]
}

/** One file of a picture that exists in several widths, in pixels. */
export type PictureFile = { readonly url: string; readonly width: number }

/** A part of the page that was left out, and the rule that did it. */
export type Removal = { readonly step: string; readonly text: string }

/** Result of extracting a page: text in blocks, and everything else as fields. */
export type Extraction = {
  readonly title: string
  /**
   * Blocks joined by `
   * `; `blocks` are their spans.
   */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly posts?: readonly LivePost[]
  /** Set for the transcript of a recording. */
  readonly cues?: readonly Cue[]
  readonly recording?: Recording
  readonly authors: readonly string[]
  /** ISO 8601 with zone. */
  readonly publishedAt?: string
  readonly updatedAt?: string
  readonly siteName?: string
  readonly section?: string
  readonly canonicalUrl?: string
  /** The short version of the page for phones (AMP). */
  readonly ampUrl?: string
  /** BCP 47, as declared by the page. */
  readonly language?: string
  /** Agency named in the byline, credit or closing line: `PA`, `Reuters`. */
  readonly credit?: string
  readonly leadPicture?: Picture
  readonly pictures: readonly Picture[]
  /** Content of other sites shown in the article, in text order. */
  readonly embeds?: readonly Embed[]
  readonly description?: string
  /** The line a page sets apart under its headline; not part of the text. */
  readonly standfirst?: string
  readonly kind: ArticleKind
  readonly completeness: Completeness
  /** According to the page's markup, not its text. */
  readonly access?: Access
  readonly removals: readonly Removal[]
  /** The page asks that no model be given its text (`noai`). */
  readonly refusesModels?: true
  /** What happened to each block of the page. */
  readonly account?: TextAccount
  /** Blocks that other pages of the same site may have too. */
  readonly siteBlocks?: readonly SiteBlock[]
}

/** What a transcript is of: the file, or the page to watch it on. */
export type Recording = { readonly url: string; readonly type?: string }

/** A published piece at a canonical URL; several entries can be one article (schema.org NewsArticle). */
export type Article = {
  readonly id: ArticleId
  readonly sourceId: SourceId
  readonly entryId?: EntryId
  readonly url: string
  readonly title: string
  readonly authors: readonly string[]
  readonly publishedAt: string
  readonly updatedAt?: string
  readonly section?: string
  readonly credit?: string
  readonly leadPicture?: Picture
  readonly pictures: readonly Picture[]
  /** Content of other sites shown in the article, in text order. */
  readonly embeds?: readonly Embed[]
  /** The line the page sets apart under its headline; not part of the text. */
  readonly standfirst?: string
  /** Where its words are heard, for a transcript. */
  readonly recording?: Recording
  readonly kind: ArticleKind
  readonly completeness: Completeness
  /** According to the page's markup, not its text. */
  readonly access?: Access
  readonly removals: readonly Removal[]
  /** The page asks that no model be given its text (`noai`). */
  readonly refusesModels?: true
  /** Version of the extractor that read the text, if not the first: two texts of one page may differ only for that reason. */
  readonly extractor?: number
}

/** Content of another site embedded in an article. */
export type EmbedKind = 'post' | 'video' | 'audio' | 'map' | 'chart' | 'document'

/** It's never loaded, only linked. */
export type Embed = {
  readonly kind: EmbedKind
  /** The URL a person opens, not that of the frame. */
  readonly url: string
  /** Its name on the page, or the author of the post. */
  readonly title?: string
  /** Number of text blocks before it. */
  readonly after: number
}

/** Media types of pictures we show. Never SVG, which is a document and may run scripts. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/avif' | 'image/x-icon'

/** Read from a picture's first bytes: its type, and its size in pixels as a browser shows it. */
export type PictureHeader = { readonly type: PictureType; readonly width: number; readonly height: number }
