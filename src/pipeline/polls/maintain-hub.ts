import type { FetchResult } from '../../core/fetch-result.ts'
import type { HubMode } from '../../core/source.ts'
import { hashToken, newToken, signWith } from '../../credentials/token.ts'
import { hubRequest } from '../../delivery/hub-request.ts'
import type { HubSubscription } from '../../store/feeds/hubs.ts'
import type { Store } from '../../store/store.ts'
import type { PipelineContext, WebsubSettings } from '../pipeline-context.ts'

type HubStep =
  | { readonly kind: 'wait'; readonly until: string }
  | { readonly kind: 'ask'; readonly mode: HubMode }
  /** It was asked, and did not call back in time. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'lapse' }
  | { readonly kind: 'forget' }

/** Attempts to unsubscribe; after that the lease is left to expire. */
const MAX_UNSUBSCRIBES = 3
const MINUTE_MS = 60_000
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS
const WAITS_MS = [10, 60, 360, 1440, 1440, 1440].map((minutes) => minutes * MINUTE_MS)

export function nextHubStep(at: HubSubscription, now: string): HubStep {
  const { feedId, pending, leaseUntil, renewAt, retryAt, failures } = at
  const isOver = leaseUntil === undefined || leaseUntil <= now
  if (feedId === undefined && (isOver || failures >= MAX_UNSUBSCRIBES)) return { kind: 'forget' }
  if (leaseUntil !== undefined && isOver) return { kind: 'lapse' }
  const first = (until: string): HubStep => ({
    kind: 'wait',
    until: leaseUntil === undefined || until < leaseUntil ? until : leaseUntil,
  })
  if (feedId !== undefined && renewAt !== undefined && renewAt > now) return first(renewAt)
  if (pending && !isAnswered(at)) return pending.until > now ? first(pending.until) : { kind: 'unanswered' }
  if (retryAt !== undefined && retryAt > now) return first(retryAt)
  return { kind: 'ask', mode: feedId === undefined ? 'unsubscribe' : 'subscribe' }
}

/** A renewal is requested when it is due; earlier requests have been answered. */
function isAnswered({ pending, renewAt }: HubSubscription): boolean {
  return pending?.mode === 'subscribe' && renewAt !== undefined && pending.until <= renewAt
}

/**
 * Milliseconds to wait for a hub after this many failures in a row: ten minutes, an hour, six, a day three times, then a week. A hub that
 * refuses is asked again in a week.
 */
export function hubWaitMs(failuresBefore: number, isRefused = false): number {
  return isRefused ? WEEK_MS : (WAITS_MS[failuresBefore] ?? WEEK_MS)
}

/** The lease we request; the hub decides. The recommendation suggests ten days (§8.2). */
const LEASE_SECONDS = 10 * 24 * 3600
/** How long it may take to call back. */
const ASK_BACK_MS = 10 * 60_000

type HubContext = Pick<PipelineContext, 'store' | 'http' | 'now' | 'log' | 'websub'>

/**
 * Handles one hub subscription: requests it, renews it before it ends, tries again later, or unsubscribes. Safe to repeat; each step is
 * written before the request, since the hub may call back before it answers.
 */
export async function maintainHub(context: HubContext, id: string): Promise<void> {
  const { store, now, websub } = context
  if (!websub) return
  const at = now().toISOString()
  const known = await store.hubs.find(id)
  if (!known) return
  const step = nextHubStep(known, at)
  switch (step.kind) {
    case 'wait':
      return store.hubs.recheck(id, step.until)
    case 'forget':
      return store.hubs.forget(id)
    case 'lapse':
      context.log('hub-lapsed', { feed: known.feedId ?? '' })
      await store.hubs.lapse(id, at)
      return store.hubs.recheck(id, at)
    case 'unanswered':
      return noteFailure(context, known, 'It was asked and did not ask back.', false)
    case 'ask':
      return askHub(context, websub, known, step.mode)
  }
}

/** The secrets of a subscription: the last part of its callback, and the key its hub signs with. Both are derived from a key of this server. */
export async function hubSecrets(
  { alerts }: Pick<Store, 'alerts'>,
  id: string,
): Promise<{ readonly token: string; readonly secret: string }> {
  const key = await alerts.secret('websub', newToken)
  return { token: signWith(key, `callback ${id}`), secret: signWith(key, `secret ${id}`) }
}

async function askHub(
  context: HubContext,
  { base, isPlainAllowed }: WebsubSettings,
  known: HubSubscription,
  mode: HubMode,
) {
  const { store, http, now } = context
  const { id, topic } = known
  const { token, secret } = await hubSecrets(store, id)
  const until = new Date(now().getTime() + ASK_BACK_MS).toISOString()
  await store.hubs.startRequest(id, { mode, base, tokenHash: hashToken(token), until })
  const request = hubRequest({ mode, topic, callback: `${base}/websub/${token}`, secret, leaseSeconds: LEASE_SECONDS })
  const hub = hubAddress(known.hub, isPlainAllowed)
  const first = await http.post(hub, request)
  const moved = movedTo(first, hub)
  const answer = moved === undefined ? first : await http.post(hubAddress(moved, isPlainAllowed), request)
  if (answer.kind !== 'ok') await noteFailure(context, known, reasonOf(answer), isRefusal(answer))
}

async function noteFailure({ store, now, log }: HubContext, known: HubSubscription, error: string, isRefused: boolean) {
  const at = now()
  log('hub-failed', { feed: known.feedId ?? '', reason: error })
  const retryAt = new Date(at.getTime() + hubWaitMs(known.failures, isRefused)).toISOString()
  await store.hubs.noteFailure(known.id, { error, at: at.toISOString(), retryAt })
}

/** The secret must be sent over an encrypted connection (§8.2), so an http hub is contacted over https. */
function hubAddress(hub: string, isPlainAllowed: boolean): string {
  return isPlainAllowed ? hub : hub.replace(/^http:/i, 'https:')
}

/** The hub's new URL, where it redirects (§5.1.2). */
function movedTo(answer: FetchResult, hub: string): string | undefined {
  if (answer.kind !== 'client-error' || answer.location === undefined) return undefined
  return answer.status === 307 || answer.status === 308 ? URL.parse(answer.location, hub)?.href : undefined
}

function isRefusal({ kind }: FetchResult): boolean {
  return ['forbidden', 'client-error', 'gone', 'refused-address', 'bad-url'].includes(kind)
}

function reasonOf(answer: Exclude<FetchResult, { kind: 'ok' }>): string {
  if ('status' in answer) return `HTTP ${answer.status}`
  return 'reason' in answer ? answer.reason : answer.kind
}
