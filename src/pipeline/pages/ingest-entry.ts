import type { Extraction } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { Validators } from '../../core/fetch-result.ts'
import { asId, type EntryId } from '../../core/ids.ts'
import { formatReason } from '../../core/reading/incomplete-reason.ts'
import type { IngestTarget } from '../../store/store.ts'
import type { Digested } from '../analysis/analysis-pool.ts'
import type { Digest, DigestInput, DigestSource } from '../digest.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { seenAround } from '../polls/seen-around.ts'
import { noteVoucher } from '../polls/vouch-feed.ts'
import { fetchPage, type PageFetched } from './fetch-page.ts'
import { ruledParts } from './ruled-parts.ts'

/** After this many tries at the page the feed's own text is used, and the article says so. */
const PAGE_TRIES = 3

/** The page cannot be had now but may be later: the job is tried again. */
class PageLaterError extends Error {
  override name = 'PageLaterError'
}

/** An article as it was read just now. */
export type ReadEntry = {
  readonly target: IngestTarget
  readonly digest: Digest
  /** Its page, where that could be had: to be looked at again. */
  readonly page?: {
    readonly url: string
    /** Where it was found in the end. */
    readonly readAt: string
    readonly validators: Validators
    readonly maxAgeSeconds?: number
  }
}

/**
 * Fetches and reads the article of one entry. Undefined when the entry is no longer there.
 * Throws PageLaterError while another try at the page is worth it (`attempts` counts from 1).
 */
export async function digestEntry(
  context: PipelineContext,
  entryId: string,
  attempts: number,
): Promise<ReadEntry | undefined> {
  const asked = await context.store.articles.ingestTarget(asId<EntryId>(entryId))
  if (!asked) return undefined
  const page = await pageOf(context, asked, attempts)
  const target = page.kind === 'page' ? await noteVoucher(context, asked, page) : asked
  const source =
    page.kind === 'page'
      ? { ...page, ...(await ruledParts(context, page)), ...(await seenAround(context, page)) }
      : page
  const input = digestInputOf(target, source)
  const read = await context.pool.digest(input)
  const { url } = target.entry
  if (read.kind === 'done')
    return {
      target,
      digest: read.digest,
      ...defined({
        page: page.kind === 'page' && url !== undefined ? { ...askWith(page), url, readAt: page.url } : undefined,
      }),
    }
  const fallback = await context.pool.digest({ ...input, source: { kind: 'feed', reason: explainDigest(read) } })
  if (fallback.kind === 'done') return { target, digest: fallback.digest }
  throw new Error(explainDigest(fallback))
}

/** What an entry is read with, whatever its text comes from. */
export function digestInputOf(target: IngestTarget, source: DigestSource): DigestInput {
  return {
    entry: target.entry.entry,
    source,
    fallbackKey: `${target.entry.feedId} ${target.entry.entry.key}`,
    fetchedAt: target.entry.fetchedAt,
    ...defined({ articleId: target.articleId }),
  }
}

function askWith({ validators, maxAgeSeconds }: Extract<PageFetched, { kind: 'page' }>) {
  return { validators, ...defined({ maxAgeSeconds }) }
}

async function pageOf(
  context: PipelineContext,
  target: IngestTarget,
  attempts: number,
): Promise<Extract<PageFetched, { kind: 'page' }> | { readonly kind: 'feed'; readonly reason: string }> {
  const { url } = target.entry
  if (url === undefined) return { kind: 'feed', reason: formatReason('no-address') }
  if (!context.limits.fetchesPages) return { kind: 'feed', reason: formatReason('not-fetched') }
  const page = await fetchPage(context, url)
  if (page.kind === 'page') return page
  if (page.isPassing && attempts < PAGE_TRIES) throw new PageLaterError(page.reason)
  return { kind: 'feed', reason: page.reason }
}

/** Why an article was not read, as a sentence for its reader. */
export function explainDigest(result: Exclude<Digested, { kind: 'done' }>): string {
  if (result.kind === 'too-slow') return formatReason('too-slow', Math.round(result.afterMs / 1000))
  return formatReason('unreadable', result.error.split('\n')[0] ?? '')
}

/** The article's own fields, as they are kept. */
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
      embeds: embeds.length === 0 ? undefined : embeds,
      credit,
      leadPicture,
    }),
  }
}
