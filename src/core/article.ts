import type { Block } from './document.ts'
import type { Embed } from './feed/embed.ts'
import type { LivePost } from './feed/live-post.ts'
import type { SiteBlock } from './feed/site-block.ts'
import type { ArticleId, EntryId, SourceId } from './ids.ts'
import type { TextAccount } from './reading/text-account.ts'

/** What a published piece is. `newsletter`: many pieces of news gathered for one day or week, mailed or not. */
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
  /** What newsletters were called by earlier releases; stays readable. */
  | 'roundup'

/**
 * True for pages that gather pieces of many articles under one date: what stands in them may have been told elsewhere
 * first, whatever their time says, and two articles that both stand there have nothing to do with each other.
 */
export function isCollection(kind: ArticleKind | undefined): boolean {
  return kind === 'live' || isGathering(kind)
}

/** True for pages that only gather what other pages report: they are no report of their own, and make no story. */
export function isGathering(kind: ArticleKind | undefined): boolean {
  return kind === 'newsletter' || kind === 'roundup' || kind === 'index'
}

/** How much of the article we hold, and why not all of it. */
export type Completeness =
  | { readonly kind: 'complete' }
  | { readonly kind: 'feed-only'; readonly reason: string }
  | { readonly kind: 'paywalled'; readonly reason: string }
  | { readonly kind: 'blurb'; readonly reason: string }
  | { readonly kind: 'lead-missing'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

/** Whether a text may be the feed's alone, and not that of the page. A page may be short; of a short text it is not kept which it is. */
export function isOnlyTold({ kind }: Completeness): boolean {
  return kind === 'feed-only' || kind === 'blurb' || kind === 'failed'
}

/** How a page says it may be read; `metered` for so many a month. */
export type Access = 'free' | 'metered' | 'locked'

/** A picture with its words as fields, never in the text. */
export type Picture = {
  readonly url: string
  readonly alt?: string
  readonly caption?: string
  readonly credit?: string
}

/** What was left out of the page, and by which rule. */
export type Removal = { readonly step: string; readonly text: string }

/** What extraction makes of a page: text in blocks, and everything that is not text as fields. */
export type Extraction = {
  readonly title: string
  /** Blocks joined by `\n`; `blocks` are the spans. */
  readonly text: string
  readonly blocks: readonly Block[]
  /** The posts of a live page. */
  readonly posts?: readonly LivePost[]
  readonly authors: readonly string[]
  /** ISO 8601 with zone. */
  readonly publishedAt?: string
  readonly updatedAt?: string
  readonly siteName?: string
  readonly section?: string
  readonly canonicalUrl?: string
  /** The page's short form for phones (AMP). */
  readonly ampUrl?: string
  /** BCP 47, as declared by the page. */
  readonly language?: string
  /** Agency named in the byline, credit or closing line: `PA`, `Reuters`. */
  readonly credit?: string
  readonly leadPicture?: Picture
  readonly pictures: readonly Picture[]
  /** What of other sites it shows, in the order of the text. */
  readonly embeds?: readonly Embed[]
  readonly description?: string
  /** The line a page sets apart under its headline; not part of the text. */
  readonly standfirst?: string
  readonly kind: ArticleKind
  readonly completeness: Completeness
  /** As the page's marks say, not as the text shows. */
  readonly access?: Access
  readonly removals: readonly Removal[]
  /** The page asks that no model be given its text (`noai`). */
  readonly refusesModels?: true
  /** What became of each block of the page. */
  readonly account?: TextAccount
  /** Its blocks as other pages of its site may have them. */
  readonly siteBlocks?: readonly SiteBlock[]
}

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
  /** What of other sites it shows, in the order of the text. */
  readonly embeds?: readonly Embed[]
  /** The line the page sets apart under its headline; not part of the text. */
  readonly standfirst?: string
  readonly kind: ArticleKind
  readonly completeness: Completeness
  /** As the page's marks say, not as the text shows. */
  readonly access?: Access
  readonly removals: readonly Removal[]
  /** The page asks that no model be given its text (`noai`). */
  readonly refusesModels?: true
  /** Which extractor read its text, where another than the first did: two texts of one page may differ by that alone. */
  readonly extractor?: number
}
