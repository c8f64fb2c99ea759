import { z } from 'zod'
import { decode } from '../feeds/decode.ts'
import { discoverFeeds } from '../feeds/discover.ts'
import { parseFeed } from '../feeds/parse-feed.ts'
import { explainFailure } from '../pipeline/schedule-poll.ts'
import { defineOperation, type OperationContext } from './operation.ts'
import type { AddResult } from './views.ts'

export const addFeed = defineOperation({
  name: 'add_feed',
  least: 'reader',
  summary: 'Subscribes to a feed, or finds the feeds of a page',
  input: z.object({ url: z.string().min(1).max(4000), folder: z.string().max(200).default('') }),
  async run(context, { url, folder }): Promise<AddResult> {
    const address = completeAddress(url)
    if (address === undefined)
      return {
        kind: 'refused',
        reason: 'no-address',
        message: `“${url}” is not a web address. Give one such as https://example.org/feed.xml`,
      }
    const fetched = await context.http.get(address)
    if (fetched.kind === 'not-modified')
      return { kind: 'refused', reason: 'unknown', message: 'The server gave no answer that can be read.' }
    if (fetched.kind !== 'ok') return { kind: 'refused', reason: fetched.kind, message: explainFailure(fetched) }
    const parsed = parseFeed(fetched.body, { contentType: fetched.contentType, url: fetched.url })
    if (parsed.kind === 'feed')
      return subscribe(context, [{ url: fetched.movedTo ?? address, title: parsed.feed.title }], folder)
    if (parsed.what !== 'html') return { kind: 'refused', reason: 'not-a-feed', message: parsed.message }
    const found = discoverFeeds(decode(fetched.body, fetched.contentType).text, fetched.url).filter(
      ({ isGuess }) => !isGuess,
    )
    const only = found.length === 1 ? found[0] : undefined
    if (only) return subscribe(context, [only], folder)
    if (found.length > 1)
      return { kind: 'choose', pageUrl: fetched.url, candidates: found.map(({ url, title }) => ({ url, title })) }
    return {
      kind: 'refused',
      reason: 'no-feed',
      message: `The page at ${fetched.url} names no feed. Look on the site for “RSS” or “Feed” and give that address.`,
    }
  },
})

/** Subscribes the reader to feeds that are known to be feeds and has them polled. */
export async function subscribe(
  { store, reader, now, wake }: OperationContext,
  feeds: readonly {
    readonly url: string
    readonly title?: string
    readonly siteUrl?: string
    readonly folder?: string
  }[],
  folder: string,
): Promise<AddResult> {
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
function completeAddress(text: string): string | undefined {
  const trimmed = text.trim().replace(/^feed:(\/\/)?/i, '')
  const address =
    /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/]+:\d+(\/|$)/.test(trimmed) ? trimmed : `https://${trimmed}`
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}
