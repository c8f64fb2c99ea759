import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { defined } from '../../core/defined.ts'
import type { FeedFormat, PublishedFeed } from '../../core/feed/published-feed.ts'
import { writeFeed } from '../../export/write-feed.ts'
import type { WebOptions } from '../request-reader.ts'

/** The tag of the version sent last, and since when that is current. */
type Sent = { readonly tag: string; readonly at: number; readonly isAlone: boolean }

type Validators = { readonly etag: string; readonly lastModified?: string }

const mostKept = 5_000

/**
 * Distinguishes versions of feeds byte for byte. The tag is a hash of the body. `Last-Modified` is when this server first saw this version,
 * so a deleted entry or a star changes it too, although no entry is newer. It has whole seconds: a version made within the same second as
 * the one before has none (RFC 9110 §8.8.2.2), nor has one made after the clock was set back. One time never stands for two versions.
 */
export function keepValidators(now: () => number): (key: string, body: string) => Validators {
  const kept = new Map<string, Sent>()
  return (key, body) => {
    const tag = createHash('sha256').update(body).digest('base64url').slice(0, 27)
    const before = kept.get(key)
    if (before?.tag !== tag) {
      const at = Math.max(Math.floor(now() / 1000), before?.at ?? 0)
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
      kept.delete(key)
      kept.set(key, { tag, at, isAlone: before === undefined || before.at < at })
    }
    const { at, isAlone } = kept.get(key)!
    const lastModified = isAlone ? { lastModified: new Date(at * 1000).toUTCString() } : {}
    return { etag: `"${tag}"`, ...lastModified }
  }
}

/**
 * True when the client has this version: by tag if it sent one, else by exactly this time (RFC 9110 §13.2.2). A later time counts for
 * nothing: it was given before a restart, by a clock that was ahead.
 */
export function isUnchanged(
  { etag, lastModified }: Validators,
  asked: { readonly ifNoneMatch?: string | undefined; readonly ifModifiedSince?: string | undefined },
): boolean {
  if (asked.ifNoneMatch !== undefined) {
    const tags = asked.ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
    return tags.some((tag) => tag === '*' || tag === etag)
  }
  if (asked.ifModifiedSince === undefined || lastModified === undefined) return false
  const since = Date.parse(asked.ifModifiedSince)
  return since === Date.parse(lastModified)
}

/** Answers with a feed, or with 304 when the client has it, byte for byte. */
export type SendFeed = (
  context: Context,
  format: FeedFormat,
  feed: PublishedFeed | undefined,
  options: { readonly key: string; readonly isSecret?: boolean },
) => Response | Promise<Response>

/** Sends feeds; remembers what it sent, by reader and URL, while the server runs. */
export function feedSender({ now }: WebOptions): SendFeed {
  const validatorsOf = keepValidators(() => (now ? Date.parse(now()) : Date.now()))
  return (context, format, feed, { key, isSecret = false }) => {
    if (!feed) return context.notFound()
    const { body, contentType } = writeFeed(format, feed)
    const validators = validatorsOf(`${key} ${format}`, body)
    const hub = feed.hub === undefined ? [] : [`<${feed.hub}>; rel="hub"`]
    const headers = {
      ETag: validators.etag,
      ...defined({ 'Last-Modified': validators.lastModified }),
      'Cache-Control': 'private, no-cache',
      'X-Robots-Tag': 'noindex',
      Link: [...hub, `<${feed.self}>; rel="self"`].join(', '),
      ...defined({ Vary: isSecret ? undefined : 'Accept-Language, Cookie' }),
    }
    const asked = {
      ifNoneMatch: context.req.header('if-none-match'),
      ifModifiedSince: context.req.header('if-modified-since'),
    }
    if (isUnchanged(validators, asked)) return context.body(null, 304, headers)
    return context.body(body, 200, { ...headers, 'Content-Type': contentType })
  }
}
