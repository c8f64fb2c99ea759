import { defined } from '../../core/defined.ts'
import type { Enclosure, FeedEntry } from '../../core/entry.ts'
import { movedKey } from '../../core/feed/moved-entry.ts'
import { absoluteHtml } from '../absolute-html.ts'
import { hashOf } from '../content-hash.ts'
import { webLink } from '../links/saved-link.ts'
import { plainText } from '../plain-text.ts'

/** An object of another program's JSON, not yet checked. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The value as an object; an empty one for anything else. */
export function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

/** The objects in a list; none for anything else. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map(objectOf) : []
}

/** A text, or a number as text; empty for anything else. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

const untitledLength = 80

/** What another reader tells of an article. */
type Told = {
  readonly title: string
  readonly url: string
  readonly html: string
  /** ISO 8601, UTC. */
  readonly publishedAt: string | undefined
  readonly author?: string
  readonly categories?: readonly string[]
  readonly enclosures?: readonly Enclosure[]
  readonly commentsUrl?: string | undefined
}

/** An article of another reader as an entry of its feed. Undefined when there is neither a link nor a text. */
export function entryOfReader(told: Told): FeedEntry | undefined {
  const url = webLink(told.url)
  const html = told.html.trim()
  if (url === undefined && html === '') return undefined
  const title = told.title || plainText(html.slice(0, 40 * untitledLength)).slice(0, untitledLength) || (url ?? '')
  // In seconds: some of these APIs give no more, and the same article must get the same key from all.
  const second = told.publishedAt?.slice(0, 19) ?? ''
  const { author, categories = [], enclosures = [], commentsUrl } = told
  return {
    key: movedKey(`${second} ${hashOf([url ?? '', title, url === undefined ? html : ''])}`),
    title,
    authors: author ? [{ name: author }] : [],
    categories,
    enclosures,
    ...defined({
      url,
      publishedAt: told.publishedAt,
      contentHtml: html === '' ? undefined : absoluteHtml(html, url ?? ''),
      commentsUrl: webLink(commentsUrl),
    }),
  }
}
