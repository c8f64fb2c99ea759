import { defined } from '../../core/defined.ts'
import { feedFormats } from '../../core/feed/published-feed.ts'
import { hashToken } from '../../credentials/token.ts'
import { websubPing } from '../../delivery/hub-request.ts'
import { writeFeed } from '../../export/write-feed.ts'
import { tokenOf } from '../../operations/feeds/feed-addresses.ts'
import type { OperationContext } from '../../operations/operation.ts'
import { runFor } from '../../operations/run.ts'
import type { Log } from '../../pipeline/pipeline-context.ts'
import { secretFeedPath } from '../../web/feeds/parts/feed-links.ts'
import { secretFeed } from '../../web/feeds/secret-feed-routes.ts'
import { repeatUntilStopped } from '../serve/repeat-until-stopped.ts'

const LOOK_MS = 60_000
/** Addresses read per batch. */
const PAGE = 50

export type AnnouncerContext = {
  readonly operations: OperationContext
  readonly log: Log
  readonly version: string
  /** URL of the server, without a trailing slash. */
  readonly base: string
  readonly hub: string
}

/**
 * Notifies the hub of every feed that changed since its last notification, if its reader wants that; returns how many. What a hub does not
 * accept is repeated the next time, and the round ends, since the other feeds would fail in the same way.
 */
export async function announceFeeds(context: AnnouncerContext, signal?: AbortSignal): Promise<number> {
  const { store } = context.operations
  let count = 0
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await store.feedAddresses.listAnnounced(PAGE, after)
    for (const { id, tokenHash, announced } of rows) {
      if (signal?.aborted) return count
      const token = await tokenOf(context.operations, id)
      // A feed with a former address is no longer published.
      if (hashToken(token) !== tokenHash) continue
      const version = await versionOf(context, token)
      if (version === undefined || version === announced) continue
      if (!(await notifyHub(context, token, signal))) return count
      await store.feedAddresses.noteAnnounced(id, version)
      count += 1
    }
    after = rows.length < PAGE ? undefined : rows.at(-1)?.id
  }
  return count
}

/** A hash of the whole feed. */
async function versionOf({ operations, ...context }: AnnouncerContext, token: string): Promise<string | undefined> {
  const options = { now: () => operations.now().toISOString(), version: context.version, hub: context.hub }
  const feed = await secretFeed(runFor(operations), options, { token, format: 'atom', base: context.base })
  return feed && hashToken(writeFeed('atom', feed).body)
}

/** True when the hub accepted it, in every format a subscriber may have chosen. */
async function notifyHub({ operations, log, base, hub }: AnnouncerContext, token: string, signal?: AbortSignal) {
  for (const format of feedFormats) {
    const ping = websubPing(hub, `${base}${secretFeedPath(token, format)}`)
    const answer = await operations.http.post(ping.url, { ...ping, ...defined({ signal }) })
    if (answer.kind !== 'ok') {
      // Never the URL itself: it is a secret.
      log('hub-failed', { kind: answer.kind, ...defined({ status: 'status' in answer ? answer.status : undefined }) })
      return false
    }
  }
  return true
}

/** Notifies the hub of changes until disposed. */
export function startFeedAnnouncer(context: AnnouncerContext): AsyncDisposable {
  return repeatUntilStopped('feed-announcer', LOOK_MS, context.log, (signal) => announceFeeds(context, signal))
}
