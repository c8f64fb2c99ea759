import type { FeedEntry, ParsedFeed } from '../core/entry.ts'

/** Of one document so many entries are taken, the first: feeds put the newest first. */
export const MOST_ENTRIES = 2000

/** Longer than any title; what is longer is cut, so that none fills a page. */
const MOST_TITLE = 2_000

/** Of the HTML of one entry so many characters are kept: more is never shown (see `sanitizeHtml`). */
const MOST_HTML = 2_000_000

/** A feed as much of it as is taken in, whatever was sent. Bounding it again changes nothing. */
export function boundFeed(feed: ParsedFeed): ParsedFeed {
  return { ...feed, title: boundTitle(feed.title), entries: feed.entries.slice(0, MOST_ENTRIES).map(boundEntry) }
}

function boundEntry(entry: FeedEntry): FeedEntry {
  const { title, contentHtml = '', summaryHtml = '' } = entry
  if (title.length <= MOST_TITLE && contentHtml.length <= MOST_HTML && summaryHtml.length <= MOST_HTML) return entry
  return {
    ...entry,
    title: boundTitle(title),
    ...(contentHtml !== '' && { contentHtml: contentHtml.slice(0, MOST_HTML) }),
    ...(summaryHtml !== '' && { summaryHtml: summaryHtml.slice(0, MOST_HTML) }),
  }
}

function boundTitle(title: string): string {
  return title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE - 1).toWellFormed()}…` : title
}
