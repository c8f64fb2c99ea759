import { createHash } from 'node:crypto'
import { defined } from '../../core/defined.ts'
import type { ParsedFeed } from '../../core/entry.ts'
import { afterSkipped, type FeedPace, type FeedPollHints, maxPauseSeconds } from '../../core/feed/feed-pace.ts'
import { mayCarry } from '../../core/feed/own-headers.ts'
import type { FetchResult } from '../../core/fetch-result.ts'
import type { NamedHub } from '../../core/source.ts'
import { contentHash } from '../../feeds/content-hash.ts'
import { feedPicture } from '../../feeds/feed-picture.ts'
import { parseAnyFeed, parseCommonFeed } from '../../feeds/reading/parse-common-feed.ts'
import { withOwnHeaders } from '../../http/client.ts'
import { release } from '../../http/gather-body.ts'
import type { PollTarget, Postponed } from '../../store/feeds/claim-due.ts'
import type { PolledEntry, PollOutcome } from '../../store/feeds/polls.ts'
import { hashOfBody } from '../document-id.ts'
import { PAGE_TYPES } from '../pages/fetch-page.ts'
import { indexedText } from '../pages/indexed-text.ts'
import type { PipelineContext, PipelineLimits } from '../pipeline-context.ts'
import { boundFeed } from './bound-feed.ts'
import { minutesByRhythm, rhythmOf, withArrival } from './feed-rhythm.ts'
import { type IntakeResult, readIntake } from './read-intake.ts'
import {
  afterAnswer,
  afterFailure,
  explainFailure,
  type Failure,
  GONE_CONFIRMATIONS,
  MOVE_SIGHTINGS,
  type NextPoll,
} from './schedule-poll.ts'
import { withVoucher } from './vouch-feed.ts'

/** Longer than any hub or topic URL. */
const MAX_CHARACTERS = 2_000

/**
 * The hub a feed names and the topic URL there: from the Link headers of the answer, else from the document (WebSub §4). A feed without a
 * `self` link uses the URL it was read from.
 */
export function nameHub(
  { hubUrl, selfUrl }: Pick<ParsedFeed, 'hubUrl' | 'selfUrl'>,
  { url, links }: Pick<Extract<FetchResult, { kind: 'ok' }>, 'url' | 'links'>,
): (NamedHub & { readonly readAtUrl: string }) | 'none' {
  const hub = links?.hub ?? hubUrl
  const topic = links?.self ?? selfUrl ?? url
  if (hub === undefined || !isWebAddress(hub) || !isWebAddress(topic)) return 'none'
  return { hub, topic, readAtUrl: url }
}

function isWebAddress(text: string): boolean {
  const url = text.length > MAX_CHARACTERS ? null : URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === ''
}

const FEED_TYPES =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5'

const DAY_MS = 86_400_000

/** A PostgreSQL index cannot contain a longer URL, and no feed has one: the old URL is kept. */
const LONGEST_ADDRESS = 2_000

/** Polls one feed and decides what to store and when to poll again. Writes nothing. */
export async function pollFeed(context: PipelineContext, target: PollTarget): Promise<PollOutcome | Postponed> {
  const { limits, pauses } = context
  const http = withOwnHeaders(context.http, target.own)
  const fetched = await http.get(target.url, {
    ...defined({
      validators: withoutValidators(target, context.now()) ? undefined : target.validators,
      validatorsFrom: target.pace.heldFrom,
    }),
    accept: target.intake === 'page' ? PAGE_TYPES : FEED_TYPES,
    maxBytes: limits.feedBytes,
    line: 'feeds',
    subscribers: target.subscribers,
    ...defined({ pauses }),
  })
  const at = context.now()
  // Nothing was sent, so it isn't a poll, whether or not another feed of the host was the reason.
  if (fetched.kind === 'busy' && fetched.isHeld)
    return { feedId: target.feedId, until: later(at, (fetched.retryAfterSeconds ?? 0) * 1000), why: 'host-paused' }
  const taken = await readIntake({ ...context, http }, target, fetched)
  const decide = (read: IntakeResult | undefined) => decidePoll(target, taken.fetched, at, limits, read, taken.bodyHash)
  const decided = decide(taken.read) ?? decide(await readWhole(taken.fetched))
  if (!decided) throw new Error('A poll was decided without its document')
  if (taken.fetched.kind === 'ok') release([taken.fetched.body])
  return relyOnHub(target.pushUntil, await withVoucher(context, target, decided))
}

/** A server that reports `not modified` for so long may be wrong: its validators may match no document. */
const HELD_MS = 30 * DAY_MS

/** Whether a feed is requested without its validators this time. */
export function withoutValidators({ pace }: Pick<PollTarget, 'pace'>, now: Date): boolean {
  return pace.wholeAt !== undefined && now.getTime() - Date.parse(pace.wholeAt) > HELD_MS
}

function readWhole(fetched: FetchResult): Promise<IntakeResult> | undefined {
  return fetched.kind === 'ok' ? parseAnyFeed(fetched.body, fetched) : undefined
}

type PollLimits = Pick<PipelineLimits, 'pollMinutes' | 'pollCapMinutes'>

/**
 * The decision of a poll, pure except for hashing: what the answer means for the feed's entries and its next poll. `read`: the parsed
 * answer, if it was parsed before. `knownHash`: the hash of its body, if it was computed before. Returns undefined when the answer must be
 * parsed first, because its encoding is rare.
 */
export function decidePoll(
  target: PollTarget,
  fetched: FetchResult,
  at: Date,
  limits: PollLimits,
  read?: IntakeResult,
  knownHash?: string,
): PollOutcome | undefined {
  if (fetched.kind === 'not-modified') return unchanged(target, fetched, at, limits)
  if (fetched.kind !== 'ok') return failed(target, fetched, at, limits)
  const bodyHash = knownHash ?? hashOfBody(fetched.body)
  if (bodyHash === target.bodyHash) return unchanged(target, fetched, at, limits)
  const parsed = read ?? parseCommonFeed(fetched.body, fetched)
  if (!parsed) return undefined
  if (parsed.kind !== 'feed') {
    const reason = parsed.kind === 'trouble' ? parsed.reason : `not-a-feed:${parsed.what}`
    return unreadable(target, fetched, { reason, message: parsed.message }, at, limits)
  }
  const feed = boundFeed(parsed.feed)
  const pace: FeedPace = {
    ...asksOf(feed),
    ...rhythmOf(feed.entries, at.getTime()),
    ...rememberedPace(target),
    wholeAt: at.toISOString(),
    ...defined({ freshSeconds: fetched.maxAgeSeconds }),
    ...validatorsUrl(target, fetched.url, fetched.movedTo),
  }
  const next = afterAnswer({ ...paceOf(target, pace, at, limits), isUnchanged: false })
  return {
    ...base(target, at, next, pace),
    ...moveOf(target, fetched.movedTo),
    pace,
    result: {
      ...describe(feed),
      kind: 'parsed',
      validators: fetched.validators,
      bodyHash,
      entries: entriesOf(feed),
      // What a hub sends is what everybody gets.
      hub: target.isOwnCopy ? 'none' : nameHub(feed, fetched),
    },
  }
}

/** The entries for the store. When a document contains an entry twice, the first counts. */
export function entriesOf(feed: ParsedFeed): readonly PolledEntry[] {
  const byKey = new Map<string, PolledEntry>()
  for (const entry of feed.entries) {
    if (byKey.has(entry.key)) continue
    const made = { text: () => indexedText(entry), picture: () => feedPicture(entry) }
    byKey.set(entry.key, { entry, contentHash: contentHash(entry), ...made })
  }
  return [...byKey.values()]
}

function describe(feed: ParsedFeed) {
  return {
    title: feed.title,
    ...defined({ siteUrl: feed.siteUrl, iconUrl: feed.iconUrl, language: feed.language }),
  }
}

function asksOf({ ttlMinutes, skipHours, skipDays }: FeedPollHints): FeedPollHints {
  return defined({ ttlMinutes: ttlMinutes || undefined, skipHours, skipDays })
}

/** What is remembered regardless of a new document. */
function rememberedPace({ pace, lastArrivalAt }: PollTarget): Pick<FeedPace, 'arrivals'> {
  const arrivals = withArrival(pace.arrivals, lastArrivalAt)
  return arrivals.length > 0 ? { arrivals } : {}
}

/** The URL that this answer's validators belong to: they are only sent there. */
function validatorsUrl(target: PollTarget, url: string, movedTo: string | undefined): Pick<FeedPace, 'heldFrom'> {
  const { newUrl } = moveOf(target, movedTo)
  return url === new URL(newUrl ?? target.url).href ? {} : { heldFrom: url }
}

function base(target: PollTarget, at: Date, { minutes, why }: NextPoll, asks: FeedPollHints) {
  const soonest = at.getTime() + minutes * 60_000
  const next = afterSkipped(soonest, asks)
  return {
    feedId: target.feedId,
    at: at.toISOString(),
    nextPollAt: new Date(next).toISOString(),
    intervalMinutes: minutes,
    why: next > soonest ? ('skipped' as const) : why,
  }
}

/** Nothing new: a 304, or the same bytes again. The polling rules of the last document still apply. */
function unchanged(
  target: PollTarget,
  answer: Extract<FetchResult, { kind: 'ok' | 'not-modified' }>,
  at: Date,
  limits: PollLimits,
): PollOutcome {
  const isSameBytes = answer.kind === 'ok'
  const { goneCount: _, failingSince: _failing, freshSeconds, heldFrom, ...kept } = target.pace
  const fresh = answer.maxAgeSeconds ?? (isSameBytes ? undefined : freshSeconds)
  const pace: FeedPace = {
    ...kept,
    ...rememberedPace(target),
    wholeAt: isSameBytes ? roughly(kept.wholeAt, at) : (kept.wholeAt ?? at.toISOString()),
    ...defined({ freshSeconds: fresh }),
    ...(isSameBytes
      ? validatorsUrl(target, answer.url, answer.movedTo)
      : keptValidatorsUrl(target, heldFrom, answer.movedTo)),
  }
  const next = afterAnswer({ ...paceOf(target, pace, at, limits), isUnchanged: true, isSameBytes })
  return {
    ...base(target, at, next, pace),
    ...moveOf(target, answer.movedTo),
    pace,
    result: { kind: 'unchanged', validators: answer.validators },
  }
}

/** Rounded to a day: a feed that always sends its whole document isn't written again for that alone. */
function roughly(before: string | undefined, at: Date): string {
  return before !== undefined && at.getTime() - Date.parse(before) < DAY_MS ? before : at.toISOString()
}

/** A feed that moves to the URL of its validators needs no second URL. */
function keptValidatorsUrl(target: PollTarget, heldFrom: string | undefined, movedTo: string | undefined) {
  return heldFrom === undefined || moveOf(target, movedTo).newUrl !== undefined ? {} : { heldFrom }
}

/** The answer isn't a feed. Neither it nor its validators are stored; its freshness is respected. */
function unreadable(
  target: PollTarget,
  fetched: Extract<FetchResult, { kind: 'ok' }>,
  { reason, message }: { readonly reason: string; readonly message: string },
  at: Date,
  limits: PollLimits,
): PollOutcome {
  const { why, minutes } = afterFailure({ kind: 'client-error', status: 200 }, failingPace(target, at, limits))
  const asked = Math.min((fetched.maxAgeSeconds ?? 0) / 60, capOf(limits))
  return {
    ...base(target, at, { why, minutes: Math.max(minutes, Math.ceil(asked)) }, target.pace),
    ...sightingsOf(target),
    pace: { ...target.pace, ...failingSince(target, at) },
    result: { kind: 'failed', reason, message, isStopped: false },
  }
}

function failed(target: PollTarget, failure: Failure, at: Date, limits: PollLimits): PollOutcome {
  const next = afterFailure(failure, failingPace(target, at, limits))
  const { goneCount: before = 0, ...kept } = target.pace
  const goneCount = failure.kind === 'gone' ? before + 1 : 0
  const outcome = base(target, at, next, target.pace)
  const pauseSeconds = failure.kind === 'busy' ? Math.min(failure.retryAfterSeconds ?? 0, maxPauseSeconds) : 0
  const pausedUntil = later(at, pauseSeconds * 1000)
  return {
    ...outcome,
    ...(pausedUntil > outcome.nextPollAt ? { nextPollAt: pausedUntil, why: 'host-paused' as const } : {}),
    ...sightingsOf(target),
    pace: { ...kept, ...failingSince(target, at), ...(goneCount > 0 ? { goneCount } : {}) },
    result: {
      kind: 'failed',
      reason: failure.kind,
      message: explainFailure(failure),
      isStopped: goneCount > GONE_CONFIRMATIONS,
    },
  }
}

/** When its failures began. Where earlier ones were not dated, from now on: a shorter time than the true one. */
function failingSince({ pace }: PollTarget, at: Date): Pick<FeedPace, 'failingSince'> {
  return { failingSince: pace.failingSince ?? at.toISOString() }
}

function paceOf(target: PollTarget, pace: FeedPace, at: Date, limits: PollLimits) {
  const atMs = at.getTime()
  const rhythmMinutes = minutesByRhythm(pace, atMs, limits.pollMinutes)
  return {
    atMs,
    intervalMinutes: target.intervalMinutes,
    defaultMinutes: limits.pollMinutes,
    capMinutes: capOf(limits),
    ...defined({ ttlMinutes: pace.ttlMinutes, freshSeconds: pace.freshSeconds, rhythmMinutes }),
  }
}

function failingPace({ errorCount, goodAt, feedId }: PollTarget, at: Date, { pollMinutes }: PollLimits) {
  return {
    atMs: at.getTime(),
    defaultMinutes: pollMinutes,
    errorCount: errorCount + 1,
    goodAt,
    jitter: jitterOf(feedId),
  }
}

/** Always the same jitter for one feed, so that a decision can be repeated. */
function jitterOf(feedId: string): number {
  return createHash('sha1').update(feedId).digest().readUInt16BE(0) / 65_536
}

function moveOf(
  target: PollTarget,
  movedTo: string | undefined,
): Pick<PollOutcome, 'movedTo' | 'movedSightings' | 'newUrl'> {
  if (movedTo === undefined || movedTo.length > LONGEST_ADDRESS) return { movedSightings: 0 }
  // A feed doesn't move away from its reader's own headers, which stay behind.
  if (target.own && !mayCarry(target.own.origin, new URL(movedTo))) return { movedSightings: 0 }
  const sightings = movedTo === target.movedTo ? target.movedSightings + 1 : 1
  if (sightings >= MOVE_SIGHTINGS) return { movedSightings: 0, newUrl: movedTo }
  return { movedTo, movedSightings: sightings }
}

/** A failure says nothing about a move. */
function sightingsOf({ movedTo, movedSightings }: PollTarget): Pick<PollOutcome, 'movedTo' | 'movedSightings'> {
  return movedTo === undefined ? {} : { movedTo, movedSightings }
}

function capOf({ pollCapMinutes = 24 * 60 }: PollLimits): number {
  return pollCapMinutes
}

function later(at: Date, byMs: number): string {
  return new Date(at.getTime() + byMs).toISOString()
}

/**
 * Delays the next poll of a feed to a day while a hub pushes its news: polling then only makes sure that nothing was missed. Stores the
 * original time for when the hub fails. A feed that could not be read is polled as usual.
 */
export function relyOnHub(pushUntil: string | undefined, outcome: PollOutcome): PollOutcome {
  if (pushUntil === undefined || outcome.result.kind === 'failed') return outcome
  const inADay = new Date(afterSkipped(Date.parse(outcome.at) + DAY_MS, outcome.pace ?? {})).toISOString()
  if (outcome.nextPollAt >= inADay) return outcome
  return { ...outcome, nextPollAt: inADay, why: 'pushed', pollAt: outcome.nextPollAt }
}
