import { createHash } from 'node:crypto'
import { defined } from '../../core/defined.ts'
import type { AlertRow } from '../../store/notify/alerts.ts'
import type { FeedRow, StoredArticle, StoredEntry } from '../../store/store.ts'
import type { StoryRow } from '../../store/stories/stories.ts'
import { safeMarkup } from '../articles/entry-pictures.ts'

/** Longer markup is left out of a message; the receiver has the URL. */
const MOST_MARKUP = 65_536
/** Newest articles of a story named in a message. */
const MOST_ARTICLES = 10
/** Miniflux has a user id here. A message goes to one reader's endpoint, so a constant is enough. */
const USER = 1

/** New entries of one feed in Miniflux's format, with their paths here. */
export async function newEntriesPayload(feed: FeedRow, entries: readonly StoredEntry[], baseUrl: string | undefined) {
  return {
    event_type: 'new_entries',
    feed: feedPayload(feed),
    entries: await Promise.all(entries.map((entry) => entryPayload(entry, baseUrl))),
  }
}

/** A saved or starred entry in Miniflux's format. */
export async function saveEntryPayload(entry: StoredEntry, feed: FeedRow | undefined, baseUrl: string | undefined) {
  return {
    event_type: 'save_entry',
    entry: { ...(await entryPayload(entry, baseUrl)), ...defined({ feed: feed && feedPayload(feed) }) },
  }
}

/** The same for an article without an entry, whose entry fields are empty. */
export function saveArticlePayload({ article, source }: StoredArticle, excerpt: string, baseUrl: string | undefined) {
  const { id, url, title, authors, publishedAt } = article
  const path = `/articles/${encodeURIComponent(id)}`
  return {
    event_type: 'save_entry',
    entry: {
      id: 0,
      user_id: USER,
      feed_id: 0,
      status: 'read',
      hash: hashOf(id),
      title,
      url,
      comments_url: '',
      published_at: publishedAt,
      created_at: publishedAt,
      changed_at: publishedAt,
      content: '',
      author: authors.join(', '),
      share_code: '',
      starred: false,
      reading_time: 0,
      enclosures: [],
      tags: [],
      outlet: source.name,
      excerpt,
      ...placed(path, baseUrl),
    },
  }
}

/** A changed story with its counts and newest articles; the contents are at its path. */
export function storyChangedPayload(row: StoryRow, baseUrl: string | undefined) {
  const { id, title, language, section, firstAt, lastAt, changedAt, articleCount, reportCount } = row
  const members = (row.dossier?.members ?? []).toSorted((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
  return {
    event_type: 'story_changed',
    story: {
      id,
      title,
      language,
      ...defined({ section }),
      first_at: firstAt,
      last_at: lastAt,
      changed_at: changedAt,
      article_count: articleCount,
      report_count: reportCount,
      ...placed(`/stories/${encodeURIComponent(id)}`, baseUrl),
      articles: members.slice(0, MOST_ARTICLES).map(({ articleId, sourceName, title, publishedAt }) => ({
        id: articleId,
        title,
        outlet: sourceName,
        published_at: publishedAt,
        ...placed(`/articles/${encodeURIComponent(articleId)}`, baseUrl),
      })),
    },
  }
}

function feedPayload({ id, url, siteUrl, title, lastPolledAt }: FeedRow) {
  return {
    id: Number(id),
    user_id: USER,
    feed_url: url,
    site_url: siteUrl ?? '',
    title,
    checked_at: lastPolledAt ?? new Date(0).toISOString(),
  }
}

async function entryPayload(row: StoredEntry, baseUrl: string | undefined) {
  const { id, feedId, entry, isRead, isStarred, publishedAt, fetchedAt, title, url = '', excerpt, articleId } = row
  const markup = await safeMarkup(row)
  const isWhole = markup.length <= MOST_MARKUP
  return {
    id: Number(id),
    user_id: USER,
    feed_id: Number(feedId),
    status: isRead ? 'read' : 'unread',
    hash: hashOf(entry.key),
    title,
    url,
    comments_url: entry.commentsUrl ?? '',
    published_at: publishedAt,
    created_at: fetchedAt,
    changed_at: entry.updatedAt ?? fetchedAt,
    content: isWhole ? markup : '',
    ...defined({ content_left_out: isWhole ? undefined : true }),
    author: entry.authors.map(({ name }) => name).join(', '),
    share_code: '',
    starred: isStarred,
    reading_time: minutesOf(markup),
    enclosures: entry.enclosures.map((enclosure) => ({
      id: 0,
      user_id: USER,
      entry_id: Number(id),
      url: enclosure.url,
      mime_type: enclosure.type ?? '',
      size: enclosure.lengthBytes ?? 0,
      media_progression: 0,
    })),
    tags: entry.categories,
    excerpt,
    ...placed(articleId ? `/articles/${encodeURIComponent(articleId)}` : `/entries/${id}`, baseUrl),
  }
}

/** Its path here and, with a public URL of the server, the whole link. */
function placed(path: string, baseUrl: string | undefined) {
  return { path, ...defined({ link: baseUrl ? `${baseUrl}${path}` : undefined }) }
}

function minutesOf(markup: string): number {
  const words = markup.replace(/<[^>]{0,2000}>/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return Math.ceil(words / 220)
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** The body of a webhook for alerts; without a public URL of the server it has only paths. */
export function alertPayload(alerts: readonly AlertRow[], baseUrl: string | undefined) {
  return alerts.map((alert) => ({
    id: alert.id,
    kind: alert.kind,
    isNewStory: alert.isNewStory,
    because: alert.cause,
    title: alert.title,
    language: alert.language,
    source: alert.sourceName,
    at: alert.at,
    path: alert.path,
    ...defined({
      url: baseUrl ? `${baseUrl}${alert.path}` : undefined,
      words: alert.words,
      citationPath: alert.citationPath,
    }),
  }))
}
