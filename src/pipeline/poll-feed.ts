import { createHash } from 'node:crypto'
import type { ParsedFeed } from '../core/entry.ts'
import type { Fetched } from '../core/fetched.ts'
import { contentHash } from '../feeds/content-hash.ts'
import { type ParseFeedResult, parseFeed } from '../feeds/parse-feed.ts'
import { plainText } from '../feeds/plain-text.ts'
import type { PolledEntry, PollOutcome, PollTarget } from '../store/store.ts'
import { boundFeed } from './bound-feed.ts'
import type { FeedTrouble } from './feed-reader.ts'
import type { PipelineContext } from './pipeline-context.ts'
import {
  explainFailure,
  type Failure,
  MOVE_SIGHTINGS,
  minutesAfterAnswer,
  minutesAfterFailure,
} from './schedule-poll.ts'

/** More than this of one entry's text is not indexed for search; the entry itself is kept whole. */
const INDEXED_CHARACTERS = 20_000
/** And only so much of its markup is gone through for it. */
const INDEXED_MARKUP = 10 * INDEXED_CHARACTERS
const FEED_TYPES =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5'

/** Asks one feed for news and decides what to keep and when to ask again. Writes nothing. */
export async function pollFeed(context: PipelineContext, target: PollTarget): Promise<PollOutcome> {
  const fetched = await context.http.get(target.url, {
    validators: target.validators,
    accept: FEED_TYPES,
    maxBytes: context.limits.feedBytes,
  })
  const read = fetched.kind === 'ok' ? await context.feedReader?.read(fetched.body, fetched) : undefined
  return decidePoll(target, fetched, context.now(), context.limits.pollMinutes, read)
}

/**
 * The decision of a poll, pure but for hashing: what the answer means for the feed's entries and its next poll. `read`: what the
 * answer is, where it was read before.
 */
export function decidePoll(
  target: PollTarget,
  fetched: Fetched,
  at: Date,
  defaultMinutes: number,
  read?: ParseFeedResult | FeedTrouble,
): PollOutcome {
  if (fetched.kind === 'not-modified')
    return unchanged(target, at, defaultMinutes, fetched.validators, fetched.maxAgeSeconds)
  if (fetched.kind !== 'ok') return failed(target, at, defaultMinutes, fetched)
  const bodyHash = createHash('sha1').update(fetched.body).digest('base64url')
  if (bodyHash === target.bodyHash)
    return unchanged(target, at, defaultMinutes, fetched.validators, fetched.maxAgeSeconds)
  const parsed = read ?? parseFeed(fetched.body, { contentType: fetched.contentType, url: fetched.url })
  if (parsed.kind !== 'feed') {
    const reason = parsed.kind === 'trouble' ? parsed.reason : `not-a-feed:${parsed.what}`
    const minutes = minutesAfterFailure({ kind: 'client-error', status: 200 }, paceOf(target, defaultMinutes))
    return {
      ...base(target, at, minutes),
      result: { kind: 'failed', reason, message: parsed.message, isStopped: false },
    }
  }
  const feed = boundFeed(parsed.feed)
  const minutes = minutesAfterAnswer({
    intervalMinutes: target.intervalMinutes,
    defaultMinutes,
    errorCount: 0,
    isUnchanged: false,
    jitter: 0,
    ...(parsed.feed.ttlMinutes === undefined ? {} : { ttlMinutes: parsed.feed.ttlMinutes }),
    ...(fetched.maxAgeSeconds === undefined ? {} : { maxAgeSeconds: fetched.maxAgeSeconds }),
  })
  return {
    ...base(target, at, minutes),
    ...moveOf(target, fetched.movedTo),
    result: {
      ...describe(feed),
      kind: 'parsed',
      validators: fetched.validators,
      bodyHash,
      entries: entriesOf(feed),
    },
  }
}

/** The entries as the store takes them. An entry that stands twice in one document is one entry, the first. */
export function entriesOf(feed: ParsedFeed): readonly PolledEntry[] {
  const byKey = new Map<string, PolledEntry>()
  for (const entry of feed.entries) {
    if (byKey.has(entry.key)) continue
    const text = () =>
      plainText((entry.contentHtml ?? entry.summaryHtml ?? '').slice(0, INDEXED_MARKUP)).slice(0, INDEXED_CHARACTERS)
    byKey.set(entry.key, { entry, contentHash: contentHash(entry), text })
  }
  return [...byKey.values()]
}

function describe(feed: ParsedFeed) {
  return {
    title: feed.title,
    ...(feed.siteUrl === undefined ? {} : { siteUrl: feed.siteUrl }),
    ...(feed.iconUrl === undefined ? {} : { iconUrl: feed.iconUrl }),
    ...(feed.language === undefined ? {} : { language: feed.language }),
  }
}

function base(target: PollTarget, at: Date, minutes: number) {
  return {
    feedId: target.feedId,
    at: at.toISOString(),
    nextPollAt: new Date(at.getTime() + minutes * 60_000).toISOString(),
    intervalMinutes: minutes,
  }
}

function unchanged(
  target: PollTarget,
  at: Date,
  defaultMinutes: number,
  validators: PollTarget['validators'],
  maxAgeSeconds: number | undefined,
): PollOutcome {
  const minutes = minutesAfterAnswer({
    ...paceOf(target, defaultMinutes),
    isUnchanged: true,
    ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
  })
  const isNew = validators.etag !== undefined || validators.lastModified !== undefined
  return { ...base(target, at, minutes), result: { kind: 'unchanged', ...(isNew ? { validators } : {}) } }
}

function failed(target: PollTarget, at: Date, defaultMinutes: number, failure: Failure): PollOutcome {
  const minutes = minutesAfterFailure(failure, paceOf(target, defaultMinutes))
  const isStopped = failure.kind === 'gone' && target.errorCount >= 1
  return {
    ...base(target, at, minutes),
    result: { kind: 'failed', reason: failure.kind, message: explainFailure(failure), isStopped },
  }
}

function paceOf(target: PollTarget, defaultMinutes: number) {
  return {
    intervalMinutes: target.intervalMinutes,
    defaultMinutes,
    errorCount: target.errorCount + 1,
    isUnchanged: false,
    jitter: jitterOf(target.feedId),
  }
}

/** The same feed always gets the same jitter, so that a decision can be repeated. */
function jitterOf(feedId: string): number {
  return createHash('sha1').update(feedId).digest().readUInt16BE(0) / 65_536
}

function moveOf(
  target: PollTarget,
  movedTo: string | undefined,
): Pick<PollOutcome, 'movedTo' | 'movedSightings' | 'newUrl'> {
  if (movedTo === undefined) return { movedSightings: 0 }
  const sightings = movedTo === target.movedTo ? target.movedSightings + 1 : 1
  if (sightings >= MOVE_SIGHTINGS) return { movedSightings: 0, newUrl: movedTo }
  return { movedTo, movedSightings: sightings }
}
