import type { Extraction } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { Validators } from '../../core/fetch-result.ts'
import { asId, type EntryId } from '../../core/ids.ts'
import { recordingIn } from '../../core/reading/heard.ts'
import { formatReason } from '../../core/reading/incomplete-reason.ts'
import { decode } from '../../feeds/decode.ts'
import { isTimedTranscript } from '../../feeds/reading/transcript-lines.ts'
import { withOwnHeaders } from '../../http/client.ts'
import type { IngestTarget } from '../../store/store.ts'
import type { DigestResult } from '../analysis/analysis-pool.ts'
import type { Digest, DigestInput, DigestSource } from '../digest.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { noteVoucher } from '../polls/vouch-feed.ts'
import { fetchPage, type PageFetched } from './fetch-page.ts'
import { ruledParts, seenOnSite } from './site-knowledge.ts'

/** After this many failed tries the feed's own text is used, and the article says so. */
const PAGE_TRIES = 3

/** The page is not available now but may be later: the job is tried again. */
class PageLaterError extends Error {
  override name = 'PageLaterError'
}

export type ReadEntry = {
  readonly target: IngestTarget
  readonly digest: Digest
  /** Its page, where available, for rechecking. */
  readonly page?: {
    readonly url: string
    /** Its final URL after redirects. */
    readonly readAt: string
    readonly validators: Validators
    readonly maxAgeSeconds?: number
    /** The page itself, where pages of saved articles are kept. */
    readonly served?: Extract<PageFetched, { kind: 'page' }>
  }
}

/**
 * Fetches and reads the article of one entry. Returns undefined when the entry no longer exists. Throws PageLaterError while another try at
 * the page is worth it (`attempts` counts from 1).
 */
export async function digestEntry(
  context: PipelineContext,
  entryId: string,
  attempts: number,
): Promise<ReadEntry | undefined> {
  const asked = await context.store.articles.ingestTarget(asId<EntryId>(entryId))
  if (!asked) return undefined
  const own = { ...context, http: withOwnHeaders(context.http, asked.own) }
  const spoken = await transcriptOf(own, asked, attempts)
  const heard = spoken && (await context.pool.digest(digestInputOf(asked, spoken)))
  if (heard?.kind === 'done') return { target: asked, digest: heard.digest }
  const page = await pageOf(own, asked, attempts)
  const target = page.kind === 'page' ? await noteVoucher(context, asked, page) : asked
  const source =
    page.kind === 'page'
      ? { ...page, ...(await ruledParts(own, page)), ...(await seenOnSite(context, page, target.entry)) }
      : page
  const input = digestInputOf(target, source)
  const read = await context.pool.digest(input)
  const { url } = target.entry
  const isKept = page.kind === 'page' && (await context.store.servedPages.limit()) > 0
  if (read.kind === 'done')
    return {
      target,
      digest: read.digest,
      ...defined({
        page:
          page.kind === 'page' && url !== undefined
            ? { ...requestFields(page), url, readAt: page.url, ...(isKept && { served: page }) }
            : undefined,
      }),
    }
  const fallback = await context.pool.digest({ ...input, source: { kind: 'feed', reason: explainDigest(read) } })
  if (fallback.kind === 'done') return { target, digest: fallback.digest }
  throw new Error(explainDigest(fallback))
}

/** The input for reading an entry, whatever the source of its text. */
export function digestInputOf(target: IngestTarget, source: DigestSource): DigestInput {
  return {
    entry: target.entry.entry,
    source,
    fallbackKey: `${target.entry.feedId} ${target.entry.entry.key}`,
    fetchedAt: target.entry.fetchedAt,
    ...defined({ articleId: target.articleId }),
  }
}

function requestFields({ validators, maxAgeSeconds }: Extract<PageFetched, { kind: 'page' }>) {
  return { validators, ...defined({ maxAgeSeconds }) }
}

/** The transcript with times that the feed names for the entry's recording; undefined when there is none to be had. */
async function transcriptOf(
  context: PipelineContext,
  { entry: { entry }, usesOwnText }: IngestTarget,
  attempts: number,
): Promise<Extract<DigestSource, { kind: 'transcript' }> | undefined> {
  if (usesOwnText || !context.limits.fetchesPages) return undefined
  const file = recordingIn(entry.enclosures)
  // HTML and plain text give no times.
  const given = entry.recording?.transcripts?.find(({ type = '' }) => !/^text\/(?:html|plain)\b/.test(type))
  if (!file || !given) return undefined
  const page = await fetchPage(context, given.url)
  if (page.kind !== 'page') {
    if (page.isPassing && attempts < PAGE_TRIES) throw new PageLaterError(page.reason)
    return undefined
  }
  const { body, contentType } = page
  if (!isTimedTranscript(decode(body, contentType).text)) return undefined
  const { url, type } = file
  return {
    kind: 'transcript',
    body,
    contentType,
    recording: { url, ...defined({ type }) },
    ...defined({ language: given.language }),
  }
}

async function pageOf(
  context: PipelineContext,
  target: IngestTarget,
  attempts: number,
): Promise<Extract<PageFetched, { kind: 'page' }> | { readonly kind: 'feed'; readonly reason: string }> {
  const { url } = target.entry
  if (url === undefined) return { kind: 'feed', reason: formatReason('no-address') }
  if (!context.limits.fetchesPages) return { kind: 'feed', reason: formatReason('not-fetched') }
  if (target.usesOwnText) return { kind: 'feed', reason: formatReason('own-text') }
  const page = await fetchPage(context, url)
  if (page.kind === 'page') return page
  if (page.isPassing && attempts < PAGE_TRIES) throw new PageLaterError(page.reason)
  return { kind: 'feed', reason: page.reason }
}

/** Why an article was not read, as a sentence for its reader. */
export function explainDigest(result: Exclude<DigestResult, { kind: 'done' }>): string {
  if (result.kind === 'too-slow') return formatReason('too-slow', Math.round(result.afterMs / 1000))
  return formatReason('unreadable', result.error.split('\n')[0] ?? '')
}

export function articleFields(extraction: Extraction) {
  const {
    authors,
    updatedAt,
    section,
    credit,
    leadPicture,
    pictures,
    kind,
    completeness,
    access,
    removals,
    title,
    refusesModels,
    standfirst,
    recording,
    embeds = [],
  } = extraction
  return {
    title,
    authors,
    pictures,
    kind,
    completeness,
    removals,
    ...defined({
      updatedAt,
      access,
      refusesModels,
      section,
      standfirst,
      recording,
      embeds: embeds.length === 0 ? undefined : embeds,
      credit,
      leadPicture,
    }),
  }
}
