import { newestAt, type Posting, publishedMs } from './timetable.ts'

export type DocumentOptions = {
  /** Elements of the channel. */
  readonly asks?: string
  readonly guidOf?: (number: number) => string
  readonly titleOf?: (number: number) => string
  readonly dateOf?: (number: number) => string
  /** Stands before the document. */
  readonly declaration?: string
}

/** The document of a feed at a time, newest entry first. */
export function documentText(posting: Posting, atMs: number, options: DocumentOptions = {}): string {
  const { feed, window } = posting
  const newest = newestAt(posting, atMs)
  const items = Array.from({ length: window }, (_, index) => {
    const number = newest - index
    const guid = options.guidOf?.(number) ?? `${feed}-${number}`
    const title = options.titleOf?.(number) ?? titleOf(feed, number)
    const date = options.dateOf?.(number) ?? new Date(publishedMs(posting, number)).toUTCString()
    return `<item><guid isPermaLink="false">${guid}</guid><link>http://personas.example/${feed}/${number}</link><title>${title}</title><pubDate>${date}</pubDate><description>What was said at meeting ${number}.</description></item>`
  })
  return `${options.declaration ?? '<?xml version="1.0"?>'}<rss version="2.0"><channel><title>Feed ${feed}</title>${options.asks ?? ''}${items.join('')}</channel></rss>`
}

/** The title of an entry: by it the judge knows it again, whatever else became of it. */
export function titleOf(feed: number, number: number): string {
  return `Entry ${number} of feed ${feed}`
}

/** Feed and entry of a title; undefined for one that is not ours. */
export function readTitle(title: string): { readonly feed: number; readonly number: number } | undefined {
  const [, number, feed] = /^Entry (\d+) of feed (\d+)/.exec(title) ?? []
  return feed === undefined ? undefined : { feed: Number(feed), number: Number(number) }
}
