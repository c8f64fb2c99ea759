import { defined } from '../../core/defined.ts'
import { parsePageRule } from '../../core/feed/page-rule.ts'
import type { FetchResult } from '../../core/fetch-result.ts'
import type { ParseFeedResult } from '../../feeds/reading/parse-feed-text.ts'
import type { PollTarget } from '../../store/store.ts'
import { hashOfBody } from '../document-id.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { explainPageFeed, explainSlow } from './explain-page-feed.ts'
import { isLong } from './feed-reader.ts'

export type IntakeResult =
  | ParseFeedResult
  | { readonly kind: 'trouble'; readonly reason: string; readonly message: string }

type Answer = Extract<FetchResult, { readonly kind: 'ok' }>

/**
 * Parses answers that need more than parsing a short feed: a long one in a thread, a news sitemap with its parts, a page that a rule turns
 * into entries. Returns the answer too, changed where the parts belong to what is compared the next time. Nothing is parsed when it did not
 * change. With `bodyHash` the body may be gone: it was transferred to the thread.
 */
export async function readIntake(
  context: PipelineContext,
  target: PollTarget,
  fetched: FetchResult,
): Promise<{ readonly fetched: FetchResult; readonly read?: IntakeResult; readonly bodyHash?: string }> {
  if (fetched.kind !== 'ok') return { fetched }
  switch (target.intake) {
    case 'feed': {
      if (!isLong(fetched.body)) return { fetched }
      // Computed before it is transferred.
      const bodyHash = hashOfBody(fetched.body)
      if (bodyHash === target.bodyHash) return { fetched, bodyHash }
      const read = await context.feedReader?.read(fetched.body, fetched, 'given')
      return { fetched, bodyHash, ...defined({ read }) }
    }
    case 'mail':
      return { fetched }
    case 'sitemap':
      return readSitemapFeed(context, fetched)
    case 'page':
      return isKnown(target, fetched) ? { fetched } : { fetched, read: await readPageOf(context, target, fetched) }
  }
}

/** The same bytes as the last time: they need no parsing. */
function isKnown(target: PollTarget, { body }: Answer): boolean {
  return hashOfBody(body) === target.bodyHash
}

async function readSitemapFeed(context: PipelineContext, fetched: Answer) {
  // Loaded here: few subscribe to a sitemap, and it loads decoders of rare encodings.
  const { gatherSitemap } = await import('./gather-sitemap.ts')
  const { http, now, limits, feedReader } = context
  const means = { http, now: now(), maxBytes: limits.feedBytes, readLong: feedReader?.readSitemap }
  const gathered = await gatherSitemap(means, fetched)
  if (gathered.kind === 'sitemap')
    return { fetched: gathered.fetched, read: { kind: 'feed', feed: gathered.feed } as const }
  if (gathered.kind === 'trouble') return { fetched, read: gathered }
  const message = 'This is no longer a sitemap. Look on the site for another, or for a feed.'
  return { fetched, read: { kind: 'trouble', reason: 'not-a-sitemap', message } as const }
}

async function readPageOf(context: PipelineContext, target: PollTarget, page: Answer): Promise<IntakeResult> {
  const rule = parsePageRule(target.intakeRule) ?? (await context.rules?.ruleFor(target.url))?.page
  if (rule === undefined) {
    const message = 'The rule for this page is gone. Add one to rules.txt, or create the feed again.'
    return { kind: 'trouble', reason: 'no-rule', message }
  }
  const asked = await context.pool.page({ of: 'feed', page, rule })
  if (asked.kind !== 'done') return { kind: 'trouble', reason: 'page-too-slow', message: explainSlow(asked) }
  if (asked.reading.of !== 'feed') throw new Error('A thread answered another question')
  const { result } = asked.reading
  return result.kind === 'feed' ? result : { kind: 'trouble', reason: result.kind, message: explainPageFeed(result) }
}
