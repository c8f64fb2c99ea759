import { all as allAnalyzers } from '../analyze/all.ts'
import { amendments } from '../analyze/amendments.ts'
import { type AnalyzerFault, annotate } from '../analyze/annotate.ts'
import { identifyLanguage } from '../analyze/language.ts'
import { sentences } from '../analyze/sentences.ts'
import { featuresOf } from '../cluster/vectorize.ts'
import type { Extraction, Recording } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import type { FeedEntry } from '../core/entry.ts'
import type { ArticleRule } from '../core/feed/page-rule.ts'
import { asksNoModel } from '../core/feed/robots.ts'
import { type FeedTeaser, type SeenBlock, siteHost } from '../core/feed/site-block.ts'
import { type ArticleId, asId } from '../core/ids.ts'
import type { Annotations } from '../core/layers.ts'
import { formatReason } from '../core/reading/incomplete-reason.ts'
import { isRetracted } from '../core/reading/revision-cause.ts'
import { isTracking } from '../core/text/link-key.ts'
import { extract } from '../extract/extract.ts'
import { isTooLate } from '../extract/facts/page-dates.ts'
import { extractFromFeed } from '../extract/from-feed.ts'
import { extractFromTranscript } from '../extract/from-transcript.ts'
import { fingerprintOf } from '../extract/surplus/furniture.ts'
import { wholeAccount } from '../extract/text-account.ts'
import { decode } from '../feeds/decode.ts'
import { plainText } from '../feeds/plain-text.ts'
import { PARAGRAPH, transcriptPassages } from '../feeds/reading/read-transcript.ts'
import type { SitePage } from '../store/articles/site-layouts.ts'
import { fingerprintsOf } from '../syndicate/fingerprints.ts'
import { articleIdOf, documentIdOf } from './document-id.ts'
import type { FetchedPage } from './pages/read-page.ts'

/** Characters. A notice is short; a longer text is an article or neither. */
const LONGEST = 600

/** Whether a page only says that its article was withdrawn: a few words that are nevertheless complete. */
function isWithdrawalNotice({ title, text, blocks, language = 'und' }: Extraction): boolean {
  if (text === '' || text.length > LONGEST) return false
  const document: Document = {
    id: asId('notice'),
    articleId: asId('notice'),
    publishedAt: '1970-01-01T00:00:00Z',
    language,
    title,
    text,
    blocks,
  }
  return isRetracted({ annotations: annotate(document, [sentences, amendments]) })
}

/** Where the text of an article comes from: its page, the transcript of its recording, or the feed, with the reason why not the page. */
export type DigestSource =
  | ({
      readonly kind: 'page'
      readonly robotsTag?: string
      readonly rule?: ArticleRule
      readonly morePages?: readonly FetchedPage[]
      /** Blocks that appear on several pages of its site. */
      readonly seen?: readonly SeenBlock[]
      /** Other entries of its feed. */
      readonly teasers?: readonly FeedTeaser[]
    } & FetchedPage)
  | { readonly kind: 'feed'; readonly reason: string }
  /** The transcript that the feed names for the entry's recording. */
  | {
      readonly kind: 'transcript'
      readonly body: Uint8Array
      readonly contentType: string
      readonly recording: Recording
      readonly language?: string
    }
  | { readonly kind: 'extraction'; readonly extraction: Extraction; readonly url: string }

export type DigestInput = {
  readonly entry: FeedEntry
  readonly source: DigestSource
  /** Identifies the article when it has no URL. */
  readonly fallbackKey: string
  /** Set for a revision: the article it belongs to. */
  readonly articleId?: ArticleId
  /** When the text was received, which counts when neither page nor feed gives a time; an unknown time for a text that was no news then. */
  readonly fetchedAt: string
}

/** Everything that can be found in one article without any other. */
export type Digest = {
  readonly articleId: ArticleId
  readonly url: string
  readonly publishedAt: string
  readonly extraction: Extraction
  /** The page, for learning about its site; absent when the text isn't from a page. */
  readonly sitePage?: SitePage
  readonly document: Document
  readonly annotations: Annotations
  readonly fingerprints: readonly number[]
  readonly vector: { readonly features: Int32Array; readonly weights: Float32Array }
}

/**
 * Extracts and analyzes one article: the stations that need no other article, in order. Pure except for the hash. Calls `onExtracted` when
 * the text is available. Adds analyzers that throw to `faults`; without them, it throws.
 */
export function digest(given: DigestInput, onExtracted?: () => void, faults?: AnalyzerFault[]): Digest {
  const entry = withoutLateTimes(given.entry, given.fetchedAt)
  const input = { ...given, entry }
  const extraction = extractionOf(input)
  onExtracted?.()
  const pageUrl = ('url' in input.source ? input.source.url : entry.url) || undefined
  const url = ownAddress(extraction.canonicalUrl, pageUrl)
  const articleId = input.articleId ?? articleIdOf(url ?? input.fallbackKey)
  const publishedAt = extraction.publishedAt ?? entry.publishedAt ?? input.fetchedAt
  const read = { articleId, title: extraction.title, text: extraction.text, ...defined({ cues: extraction.cues }) }
  const document: Document = {
    ...read,
    id: documentIdOf(read),
    language: identifyLanguage(
      `${extraction.title}. ${extraction.text.slice(0, 2000)}`,
      extraction.language ?? entry.language,
    ),
    blocks: extraction.blocks,
    ...defined({ posts: extraction.posts }),
    publishedAt,
  }
  return {
    articleId,
    url: url ?? '',
    publishedAt,
    extraction: withAccount(input.source, extraction),
    ...sitePageOf(input.source, extraction),
    document,
    annotations: annotate(document, allAnalyzers, faults),
    fingerprints: fingerprintsOf(document),
    vector: featuresOf(document),
  }
}

/** An outlet whose clock is ahead would otherwise stay on top for that long. */
function withoutLateTimes({ publishedAt, updatedAt, ...entry }: FeedEntry, fetchedAt: string): FeedEntry {
  return {
    ...entry,
    ...defined({
      publishedAt: publishedAt !== undefined && !isTooLate(publishedAt, fetchedAt) ? publishedAt : undefined,
      updatedAt: updatedAt !== undefined && !isTooLate(updatedAt, fetchedAt) ? updatedAt : undefined,
    }),
  }
}

function extractionOf({ entry, source, fetchedAt }: DigestInput): Extraction {
  if (source.kind === 'extraction') return source.extraction
  if (source.kind === 'feed') return extractFromFeed(entry, source.reason)
  if (source.kind === 'transcript') return spokenIn(entry, source)
  const html = decode(source.body, source.contentType).text
  const page = extract({
    html,
    url: source.url,
    fetchedAt,
    ...defined({ rule: source.rule }),
    layout: { seen: source.seen ?? [], mark: markOf(source.url), ...defined({ teasers: source.teasers }) },
    ...defined({ morePages: source.morePages?.map((more) => decode(more.body, more.contentType).text) }),
    feed: {
      title: entry.title,
      ...defined({
        summaryText: entry.summaryHtml === undefined ? undefined : plainText(entry.summaryHtml),
        contentHtml: entry.contentHtml,
        publishedAt: entry.publishedAt,
      }),
    },
  })
  if (page.completeness.kind !== 'failed') {
    const read = (source.rule === undefined && fullerFeed(entry, page)) || page
    return asksNoModel([source.robotsTag]) ? { ...read, refusesModels: true } : read
  }
  // The feed still has the old text.
  if (isWithdrawalNotice(page)) return { ...page, completeness: { kind: 'blurb', reason: page.completeness.reason } }
  return extractFromFeed(entry, formatReason('unreadable', page.completeness.reason))
}

/** The words of a recording, with what the feed says about it; its own text stays with the entry. */
function spokenIn(
  entry: FeedEntry,
  { body, contentType, recording, language = entry.language }: Extract<DigestSource, { kind: 'transcript' }>,
): Extraction {
  const feed = extractFromFeed(entry, formatReason('unreadable', 'its transcript has no words'))
  const passages = transcriptPassages(decode(body, contentType).text, PARAGRAPH)
  if (passages.length === 0) return feed
  const { removals: _, ...about } = feed
  return { ...about, ...extractFromTranscript(passages, { ...about, recording, ...defined({ language }) }) }
}

/** A page's text is cut off where the feed has this many times as much. */
const muchLonger = 1.5

/** The feed's own text, where the page says that it shows only a part and the feed has all of it. */
function fullerFeed(entry: FeedEntry, page: Extraction): Extraction | undefined {
  const { kind } = page.completeness
  if (kind !== 'blurb' && kind !== 'paywalled') return undefined
  const feed = extractFromFeed(entry, formatReason('page-shorter', page.completeness.reason))
  if (feed.completeness.kind !== 'feed-only' || feed.text.length < page.text.length * muchLonger) return undefined
  const { canonicalUrl, refusesModels, access } = page
  return { ...feed, ...defined({ canonicalUrl, refusesModels, access }) }
}

/** A text that did not come from a page is recorded as complete. */
function withAccount({ kind }: DigestSource, extraction: Extraction): Extraction {
  if (extraction.account) return extraction
  return { ...extraction, account: wholeAccount(extraction, kind === 'extraction' ? 'import' : 'feed') }
}

/** A page that could not be read, whose text is the feed's, says nothing about its site. */
function sitePageOf(source: DigestSource, { siteBlocks }: Extraction): { readonly sitePage?: SitePage } {
  const host = source.kind === 'page' ? siteHost(source.url) : undefined
  if (source.kind !== 'page' || host === undefined || siteBlocks === undefined) return {}
  return { sitePage: { host, mark: markOf(source.url), blocks: siteBlocks } }
}

/** Identifies a page among those of its site. */
function markOf(url: string): string {
  return fingerprintOf(stripTracking(url)).toString(36)
}

/** The canonical URL when it is on the article's own host; a copy that points to its original keeps its own URL. */
function ownAddress(canonical: string | undefined, page: string | undefined): string | undefined {
  if (page === undefined) return canonical
  const clean = stripTracking(page)
  if (canonical === undefined || !URL.canParse(canonical)) return clean
  const to = new URL(canonical)
  return to.host === new URL(page).host && to.pathname !== '/' ? stripTracking(canonical) : clean
}

function stripTracking(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()]) if (isTracking(name)) url.searchParams.delete(name)
  url.hash = ''
  return url.href
}
