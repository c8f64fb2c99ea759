import type { Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { type FeedFormat, feedFormats } from '../../core/feed/published-feed.ts'
import { guest, type ReaderIdentity } from '../../core/reader-identity.ts'
import { getPreferences } from '../../operations/accounts/preferences.ts'
import { openFeedAddress } from '../../operations/feeds/feed-addresses.ts'
import type { Run } from '../../operations/run.ts'
import { baseOf } from '../day/brief-routes.ts'
import { problemPage } from '../layout/pages/problem.ts'
import { readerByPreferences } from '../reader-by-preferences.ts'
import { readerOf, type WebOptions } from '../request-reader.ts'
import { entryLimit } from './feed-routes.ts'
import { ownFeed } from './own-feeds/own-feed.ts'
import { secretFeedPath } from './parts/feed-links.ts'
import type { SendFeed } from './send-feed.ts'

/** Feeds at a secret URL, readable without signing in. An invalid URL gets the same answer, whatever the reason. */
export function secretFeedRoutes(
  web: Hono,
  runFor: (reader: ReaderIdentity) => Run,
  options: WebOptions,
  send: SendFeed,
): void {
  web.get(`/feed/secret/:file{[\\w-]{43}\\.(?:${feedFormats.join('|')})}`, async (context) => {
    const [token = '', format] = context.req.param('file').split('.') as [string, FeedFormat]
    const most = entryLimit(context)
    const feed = await secretFeed(runFor, options, {
      token,
      format,
      base: baseOf(context, options),
      ...defined({ most: most || undefined }),
    })
    if (!feed)
      return context.html(problemPage('not-found', readerOf(context, options)), 404, { 'Cache-Control': 'no-store' })
    return send(context, format, feed, { key: `secret ${token} ${most ?? ''}`, isSecret: true })
  })
}

/** What a secret URL shows, in its owner's language; it names the hub if that is notified of it. */
export async function secretFeed(
  runFor: (reader: ReaderIdentity) => Run,
  options: Pick<WebOptions, 'now' | 'version' | 'hub'>,
  {
    token,
    format,
    base,
    most,
  }: { readonly token: string; readonly format: FeedFormat; readonly base: string; readonly most?: number },
) {
  const opened = await runFor(guest)(openFeedAddress, { token })
  if (!opened) return undefined
  const { subject, identity, isAnnounced } = opened
  const run = runFor(identity)
  const now = options.now?.() ?? new Date().toISOString()
  const reader = readerByPreferences(await run(getPreferences, {}), { identity, now, version: options.version })
  const self = `${base}${secretFeedPath(token, format)}${most === undefined ? '' : `?n=${most}`}`
  const hub = isAnnounced && options.hub !== undefined ? { hub: options.hub } : {}
  return ownFeed(subject, { run, reader, base, self, ...defined({ most: most || undefined }), ...hub })
}
