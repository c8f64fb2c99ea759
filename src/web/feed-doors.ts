import type { Hono } from 'hono'
import { type FeedFormat, feedFormats } from '../core/own-feed.ts'
import { guest, type ReaderIdentity } from '../core/reader-identity.ts'
import { baseOf } from './brief-routes.ts'
import { mostAsked } from './feed-routes.ts'
import { ownFeed } from './own-feeds/own-feed.ts'
import { problemPage } from './pages/problem.ts'
import { secretFeedPath } from './parts/feed-links.ts'
import { readerByPreferences } from './reader-by-preferences.ts'
import { readerOf, type WebOptions } from './request-reader.ts'
import type { SendFeed } from './send-feed.ts'
import type { WebOperations } from './web-operations.ts'

/**
 * Feeds under a secret address, for whoever has it, without signing in. One that opens nothing has one answer, whatever the
 * reason.
 */
export function feedDoors(
  web: Hono,
  of: (reader: ReaderIdentity) => WebOperations,
  options: WebOptions,
  send: SendFeed,
): void {
  web.get(`/feed/secret/:file{[\\w-]{43}\\.(?:${feedFormats.join('|')})}`, async (context) => {
    const [token = '', format] = context.req.param('file').split('.') as [string, FeedFormat]
    const most = mostAsked(context)
    const made = await secretFeed(of, options, { token, format, base: baseOf(context, options), ...(most && { most }) })
    if (!made)
      return context.html(problemPage('not-found', readerOf(context, options)), 404, { 'Cache-Control': 'no-store' })
    return send(context, made.app, format, made.feed, { key: `secret ${token} ${most ?? ''}`, isSecret: true })
  })
}

/** What a secret address shows, in the words of the reader it belongs to; the hub stands in it where it is told of it. */
export async function secretFeed(
  of: (reader: ReaderIdentity) => WebOperations,
  options: Pick<WebOptions, 'now' | 'version' | 'hub'>,
  {
    token,
    format,
    base,
    most,
  }: { readonly token: string; readonly format: FeedFormat; readonly base: string; readonly most?: number },
) {
  const opened = await of(guest).openFeedAddress({ token })
  if (!opened) return undefined
  const { subject, identity, isAnnounced } = opened
  const app = of(identity)
  const now = options.now?.() ?? new Date().toISOString()
  const reader = readerByPreferences(await app.preferences(), { identity, now, version: options.version })
  const self = `${base}${secretFeedPath(token, format)}${most === undefined ? '' : `?n=${most}`}`
  const hub = isAnnounced && options.hub !== undefined ? { hub: options.hub } : {}
  const feed = await ownFeed(subject, { app, reader, base, self, ...(most && { most }), ...hub })
  return feed && { app, feed }
}
