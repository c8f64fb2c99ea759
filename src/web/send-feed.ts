import type { Context } from 'hono'
import type { FeedFormat, OwnFeed } from '../core/own-feed.ts'
import { writeFeed } from '../export/write-feed.ts'
import { isUnchanged, keepValidators } from './feed-validators.ts'
import type { WebOptions } from './request-reader.ts'

/** Answers with a feed, or with 304 where who asks has it, byte for byte. */
export type SendFeed = (
  context: Context,
  format: FeedFormat,
  feed: OwnFeed | undefined,
  options: { readonly key: string; readonly isSecret?: boolean },
) => Response | Promise<Response>

/** Sends feeds; what it sent stays known, under a key for each reader and address, for as long as the server runs. */
export function feedSender({ now }: WebOptions): SendFeed {
  const validatorsOf = keepValidators(() => (now ? Date.parse(now()) : Date.now()))
  return (context, format, feed, { key, isSecret = false }) => {
    if (!feed) return context.notFound()
    const { body, contentType } = writeFeed(format, feed)
    const validators = validatorsOf(`${key} ${format}`, body)
    const hub = feed.hub === undefined ? [] : [`<${feed.hub}>; rel="hub"`]
    const headers = {
      ETag: validators.etag,
      ...(validators.lastModified !== undefined && { 'Last-Modified': validators.lastModified }),
      'Cache-Control': 'private, no-cache',
      'X-Robots-Tag': 'noindex',
      Link: [...hub, `<${feed.self}>; rel="self"`].join(', '),
      ...(isSecret ? {} : { Vary: 'Accept-Language, Cookie' }),
    }
    const asked = {
      ifNoneMatch: context.req.header('if-none-match'),
      ifModifiedSince: context.req.header('if-modified-since'),
    }
    if (isUnchanged(validators, asked)) return context.body(null, 304, headers)
    return context.body(body, 200, { ...headers, 'Content-Type': contentType })
  }
}
