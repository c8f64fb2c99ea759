import { defined } from '../../../core/defined.ts'
import type { PublishedEntry, PublishedFeed } from '../../../core/feed/published-feed.ts'
import { getFeedHouse } from '../../../operations/feeds/instance-name.ts'
import type { Run } from '../../../operations/run.ts'
import type { Reader } from '../../reader.ts'

/** What feeds are made with: for whom, in whose words, and under which addresses. */
export type FeedMaking = {
  readonly run: Run
  readonly reader: Reader
  /** Address of the server, without a slash at its end. */
  readonly base: string
  /** Address of the feed itself. */
  readonly self: string
  /** How many entries of a list without end are asked for; absent: one page of it. */
  readonly most?: number
  /** Address of a hub that is told when it changes. */
  readonly hub?: string
}

/** An id that no other house gives, and that stays when addresses change (RFC 4287 §4.2.6). */
export async function feedIdOf({ run }: Pick<FeedMaking, 'run'>, ...parts: readonly string[]): Promise<string> {
  return `urn:twosource:${[(await run(getFeedHouse, {})).name, ...parts].map(encodeURIComponent).join(':')}`
}

/**
 * A feed of entries, each once, newest first, as new as the newest of them. One without any has to say when it changed too, and always
 * the same: it is as it was when the house began.
 */
export async function feedOf(
  { run, base, self, hub, reader }: FeedMaking,
  told: Pick<PublishedFeed, 'id' | 'title' | 'description'> & { readonly path: string },
  entries: readonly PublishedEntry[],
): Promise<PublishedFeed> {
  const { path, title, ...rest } = told
  const once = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
  const byTime = once.toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
  return {
    ...rest,
    title: `${title.trim() || '—'} · Twosource`,
    url: `${base}${path}`,
    self,
    ...defined({ hub }),
    updated: byTime[0]?.updated ?? (await run(getFeedHouse, {})).since,
    language: reader.language,
    entries: byTime,
  }
}

/** When an entry was first there and when it changed last, never before that. */
export function between(published: string, updated: string): Pick<PublishedEntry, 'published' | 'updated'> {
  return { published, updated: updated < published ? published : updated }
}

/** The language of foreign words, where it is one. */
export function spokenIn(language: string | undefined): Pick<PublishedEntry, 'language'> {
  const isTag = language !== undefined && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) && language !== 'und'
  return isTag ? { language } : {}
}

/** A title, which a feed may not leave out. */
export function titled(title: string): string {
  return title.replace(/\s+/g, ' ').trim() || '—'
}
