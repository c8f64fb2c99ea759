import { z } from 'zod'
import { decode } from '../feeds/decode.ts'
import { discoverFeeds } from '../feeds/discover.ts'
import { parseFeed } from '../feeds/parse-feed.ts'
import { explainFailure } from '../pipeline/schedule-poll.ts'
import { defineOperation, type OperationContext } from './operation.ts'
import { refuseQuota } from './subscription-quota.ts'
import type { AddResult } from './views.ts'

export const addFeed = defineOperation({
  name: 'add_feed',
  least: 'reader',
  summary: 'Subscribes to a feed, or finds the feeds of a page',
  input: z.object({ url: z.string().min(1).max(4000), folder: z.string().max(200).default('') }),
  async run(context, { url, folder }): Promise<AddResult> {
    const found = await lookForFeeds(context, url)
    if (found.kind === 'refused') return found
    const only = found.feeds.length === 1 ? found.feeds[0] : undefined
    if (only) return subscribe(context, [only], folder)
    return { kind: 'choose', pageUrl: found.url, candidates: found.feeds }
  },
})

export const discoverFeedsAt = defineOperation({
  name: 'discover_feeds',
  least: 'reader',
  summary: 'The feeds at an address, or those its page names; nothing is added',
  input: z.object({ url: z.string().min(1).max(4000) }),
  run: (context, { url }): Promise<FeedsFound> => lookForFeeds(context, url),
})

/** At least one feed, or why there is none. `url` is where they were found. */
export type FeedsFound =
  | {
      readonly kind: 'found'
      readonly url: string
      readonly feeds: readonly { readonly url: string; readonly title: string }[]
    }
  | Extract<AddResult, { readonly kind: 'refused' }>

async function lookForFeeds({ http }: OperationContext, url: string): Promise<FeedsFound> {
  const address = completeAddress(url)
  if (address === undefined)
    return {
      kind: 'refused',
      reason: 'no-address',
      message: `“${url}” is not a web address. Give one such as https://example.org/feed.xml`,
    }
  const fetched = await http.get(address)
  if (fetched.kind === 'not-modified')
    return { kind: 'refused', reason: 'unknown', message: 'The server gave no answer that can be read.' }
  if (fetched.kind !== 'ok') return { kind: 'refused', reason: fetched.kind, message: explainFailure(fetched) }
  const parsed = parseFeed(fetched.body, { contentType: fetched.contentType, url: fetched.url })
  if (parsed.kind === 'feed')
    return {
      kind: 'found',
      url: fetched.url,
      feeds: [{ url: fetched.movedTo ?? address, title: parsed.feed.title }],
    }
  if (parsed.what !== 'html') return { kind: 'refused', reason: 'not-a-feed', message: parsed.message }
  const feeds = discoverFeeds(decode(fetched.body, fetched.contentType).text, fetched.url).filter(
    ({ isGuess }) => !isGuess,
  )
  if (feeds.length > 0)
    return { kind: 'found', url: fetched.url, feeds: feeds.map(({ url: at, title }) => ({ url: at, title })) }
  return {
    kind: 'refused',
    reason: 'no-feed',
    message: `The page at ${fetched.url} names no feed. Look on the site for “RSS” or “Feed” and give that address.`,
  }
}

/** Subscribes the reader to feeds that are known to be feeds and has them polled. */
export async function subscribe(
  context: OperationContext,
  feeds: readonly {
    readonly url: string
    readonly title?: string
    readonly siteUrl?: string
    readonly folder?: string
  }[],
  folder: string,
): Promise<AddResult> {
  const refused = await refuseQuota(context, feeds.length, () => feeds.map(({ url }) => url))
  if (refused) return refused
  const { store, reader, now, wake } = context
  const { added, existing } = await store.feeds.addMany(
    reader.id,
    feeds.map((feed) => ({ folder, ...feed })),
    now().toISOString(),
  )
  wake()
  return {
    kind: 'added',
    added: added.length,
    existing: existing.length,
    ids: [...added, ...existing],
    titles: feeds.map(({ title, url }) => title || url).slice(0, 20),
  }
}

/** Takes what people type: `example.org`, `feed:https://…`, `https://…`. */
export function completeAddress(text: string): string | undefined {
  const trimmed = text.trim().replace(/^feed:(\/\/)?/i, '')
  const address =
    /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/]+:\d+(\/|$)/.test(trimmed) ? trimmed : `https://${trimmed}`
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}
