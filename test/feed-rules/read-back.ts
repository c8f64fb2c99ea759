import assert from 'node:assert/strict'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import type { FeedFormat } from '../../src/core/feed/published-feed.ts'
import { parseFeed } from '../../src/feeds/reading/parse-feed.ts'

/** What a reader of feeds makes of an entry. */
export type EntryRead = {
  readonly id: string | undefined
  readonly title: string | undefined
  readonly url: string | undefined
  readonly publishedAt: string | undefined
  readonly content: string | undefined
}

/** A feed as our own parser reads it. */
export function readByOurs(body: string): readonly EntryRead[] {
  const parsed = parseFeed(new TextEncoder().encode(body), { url: 'https://n.example/f' })
  assert.ok(parsed.kind === 'feed', JSON.stringify(parsed).slice(0, 200))
  return parsed.feed.entries.map(({ key, title, url, publishedAt, updatedAt, contentHtml }) => ({
    id: key,
    title,
    url,
    publishedAt: secondsOf(publishedAt ?? updatedAt),
    content: contentHtml,
  }))
}

/** The same as feedsmith, a parser of others, reads it. */
export function readByFeedsmith(format: FeedFormat, body: string): readonly EntryRead[] {
  switch (format) {
    case 'atom':
      return (parseAtomFeed(body).entries ?? []).map((entry) => ({
        id: entry.id,
        title: textOf(entry.title),
        url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
        publishedAt: secondsOf(entry.published ?? entry.updated),
        content: textOf(entry.content),
      }))
    case 'rss':
      return (parseRssFeed(body).items ?? []).map((item) => ({
        id: item.guid?.value,
        title: item.title,
        url: item.link,
        publishedAt: secondsOf(item.pubDate),
        content: item.content?.encoded,
      }))
    case 'json':
      return (parseJsonFeed(JSON.parse(body)).items ?? []).map((item) => ({
        id: item.id,
        title: item.title,
        url: item.url,
        publishedAt: secondsOf(item.date_published),
        content: item.content_html,
      }))
  }
}

function textOf(text: unknown): string | undefined {
  return typeof text === 'object' && text !== null && 'value' in text
    ? String(text.value)
    : (text as string | undefined)
}

/** RSS has whole seconds only. */
function secondsOf(date: string | undefined): string | undefined {
  return date === undefined ? undefined : new Date(Math.floor(Date.parse(date) / 1000) * 1000).toISOString()
}
