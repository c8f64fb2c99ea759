import type { DeliveredEntry } from '../operations/get-entries.ts'
import { withPictures } from '../operations/picture-markup.ts'
import { longId } from './item-id.ts'
import { feedStreamId, labelId, readingList, readState, starredState } from './stream.ts'

/** An item as clients read it. Times in ms and µs are texts: they are longer than some clients' numbers. */
export type Item = {
  readonly id: string
  readonly crawlTimeMsec: string
  readonly timestampUsec: string
  /** Seconds since 1970. */
  readonly published: number
  readonly updated: number
  readonly title: string
  readonly author?: string
  readonly canonical: readonly { readonly href: string }[]
  readonly alternate: readonly { readonly href: string; readonly type: string }[]
  readonly summary: { readonly content: string }
  readonly categories: readonly string[]
  readonly origin: { readonly streamId: string; readonly title: string; readonly htmlUrl: string }
  readonly enclosure?: readonly { readonly href: string; readonly type?: string; readonly length?: number }[]
}

/** An entry as an item. With `showsPictures` the links to its pictures are the pictures. */
export function entryItem(entry: DeliveredEntry, base: string, showsPictures: boolean): Item {
  const { id, feedId, title, authors, html, enclosures, siteUrl, arrivedAt, publishedAt, updatedAt } = entry
  const href = entry.url ?? `${base}/entries/${id}`
  return {
    id: longId(BigInt(id)),
    ...arrivalTimes(arrivedAt),
    published: seconds(publishedAt),
    updated: seconds(updatedAt ?? publishedAt),
    title,
    ...(authors.length > 0 && { author: authors.join(', ') }),
    canonical: [{ href }],
    alternate: [{ href, type: 'text/html' }],
    summary: { content: showsPictures ? withPictures(html) : html },
    categories: [
      readingList,
      ...(entry.isRead ? [readState] : []),
      ...(entry.isStarred ? [starredState] : []),
      ...(entry.folder === '' ? [] : [labelId(entry.folder)]),
      ...entry.tags.map(labelId),
    ],
    origin: { streamId: feedStreamId(feedId), title: entry.feedTitle, htmlUrl: siteUrl ?? '' },
    ...(enclosures.length > 0 && {
      enclosure: enclosures.map(({ url, type, lengthBytes }) => ({
        href: url,
        ...(type !== undefined && { type }),
        ...(lengthBytes !== undefined && { length: lengthBytes }),
      })),
    }),
  }
}

/** When an item came here, in the two forms clients read. */
export function arrivalTimes(at: string): Pick<Item, 'crawlTimeMsec' | 'timestampUsec'> {
  const ms = Date.parse(at)
  return { crawlTimeMsec: String(ms), timestampUsec: `${ms}000` }
}

export function seconds(at: string): number {
  return Math.floor(Date.parse(at) / 1000)
}
