import { defined } from '../../../core/defined.ts'
import type { PublishedEntry, PublishedFeed } from '../../../core/feed/published-feed.ts'
import { getInstanceName } from '../../../operations/feeds/instance-name.ts'
import type { Run } from '../../../operations/run.ts'
import type { Reader } from '../../reader.ts'

/** The reader, language and URLs a feed is made for. */
export type FeedContext = {
  readonly run: Run
  readonly reader: Reader
  /** URL of the server, without a trailing slash. */
  readonly base: string
  /** URL of the feed itself. */
  readonly self: string
  /** Number of entries requested of an endless list; absent: one page. */
  readonly most?: number
  /** URL of a hub that is notified of changes. */
  readonly hub?: string
}

/** An id no other instance uses, which stays when URLs change (RFC 4287 §4.2.6). */
export async function feedIdOf({ run }: Pick<FeedContext, 'run'>, ...parts: readonly string[]): Promise<string> {
  return `urn:twosource:${[(await run(getInstanceName, {})).name, ...parts].map(encodeURIComponent).join(':')}`
}

/**
 * A feed of entries, each once, newest first; its time is that of the newest entry. An empty feed needs a stable time too: that of the
 * instance's creation.
 */
export async function feedOf(
  { run, base, self, hub, reader }: FeedContext,
  told: Pick<PublishedFeed, 'id' | 'title'> & { readonly path: string; readonly description?: string },
  entries: readonly PublishedEntry[],
): Promise<PublishedFeed> {
  const { path, title, ...rest } = told
  const once = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
  const byTime = once.toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
  return {
    description: title,
    ...rest,
    title: `${title.trim() || '—'} · Twosource`,
    url: `${base}${path}`,
    self,
    ...defined({ hub }),
    updated: byTime[0]?.updated ?? (await run(getInstanceName, {})).since,
    language: reader.language,
    entries: byTime,
  }
}

/** When an entry was first published and last updated, never before that. */
export function publishedAndUpdated(published: string, updated: string): Pick<PublishedEntry, 'published' | 'updated'> {
  return { published, updated: updated < published ? published : updated }
}

/** The language of an entry, if it is a valid one. */
export function entryLanguage(language: string | undefined): Pick<PublishedEntry, 'language'> {
  const isTag = language !== undefined && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) && language !== 'und'
  return isTag ? { language } : {}
}

/** A title, which a feed must have. */
export function nonEmptyTitle(title: string): string {
  return title.replace(/\s+/g, ' ').trim() || '—'
}
