import type { Extraction } from '../core/article.ts'
import { asId, type EntryId } from '../core/ids.ts'
import type { IngestTarget } from '../store/store.ts'
import type { Digested } from './analysis-pool.ts'
import type { Digest, DigestSource } from './digest.ts'
import { fetchPage } from './fetch-page.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { ruledParts } from './ruled-parts.ts'

/** After this many tries at the page the feed's own text is used, and the article says so. */
const PAGE_TRIES = 3

/** The page cannot be had now but may be later: the job is tried again. */
export class PageLaterError extends Error {
  override name = 'PageLaterError'
}

/**
 * Fetches and reads the article of one entry. Undefined when the entry is no longer there.
 * Throws PageLaterError while another try at the page is worth it (`attempts` counts from 1).
 */
export async function digestEntry(
  context: PipelineContext,
  entryId: string,
  attempts: number,
): Promise<{ readonly target: IngestTarget; readonly digest: Digest } | undefined> {
  const target = await context.store.articles.ingestTarget(asId<EntryId>(entryId))
  if (!target) return undefined
  const source = await sourceOf(context, target, attempts)
  const input = {
    entry: target.entry.entry,
    source,
    fallbackKey: `${target.entry.feedId} ${target.entry.entry.key}`,
    fetchedAt: target.entry.fetchedAt,
    ...(target.articleId === undefined ? {} : { articleId: target.articleId }),
  }
  const read = await context.pool.digest(input)
  if (read.kind === 'done') return { target, digest: read.digest }
  const fallback = await context.pool.digest({ ...input, source: { kind: 'feed', reason: explainDigest(read) } })
  if (fallback.kind === 'done') return { target, digest: fallback.digest }
  throw new Error(explainDigest(fallback))
}

async function sourceOf(context: PipelineContext, target: IngestTarget, attempts: number): Promise<DigestSource> {
  const { url } = target.entry
  if (url === undefined) return { kind: 'feed', reason: 'The entry has no address of its own.' }
  if (!context.limits.fetchesPages) return { kind: 'feed', reason: 'Fetching pages is switched off.' }
  const page = await fetchPage(context, url)
  if (page.kind === 'page') return { ...page, ...(await ruledParts(context, page)) }
  if (page.isPassing && attempts < PAGE_TRIES) throw new PageLaterError(page.reason)
  return { kind: 'feed', reason: page.reason }
}

function explainDigest(result: Exclude<Digested, { kind: 'done' }>): string {
  if (result.kind === 'too-slow') return `The page took longer than ${Math.round(result.afterMs / 1000)} s to read.`
  return `The page could not be read: ${result.error.split('\n')[0]}`
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
  } = extraction
  return {
    title,
    authors,
    pictures,
    kind,
    completeness,
    removals,
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(access === undefined ? {} : { access }),
    ...(refusesModels && { refusesModels }),
    ...(section === undefined ? {} : { section }),
    ...(credit === undefined ? {} : { credit }),
    ...(leadPicture === undefined ? {} : { leadPicture }),
  }
}
