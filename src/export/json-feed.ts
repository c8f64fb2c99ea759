import { defined } from '../core/defined.ts'
import type { PublishedEntry, PublishedFeed } from '../core/feed/published-feed.ts'

/** A feed in JSON Feed 1.1. */
export function jsonFeed({ title, description, url, self, language, hub, entries }: PublishedFeed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: url,
    feed_url: self,
    language,
    authors: [{ name: 'Twosource' }],
    ...defined({ hubs: hub === undefined ? undefined : [{ type: 'WebSub', url: hub }] }),
    items: entries.map(item),
  }
  return `${JSON.stringify(feed, undefined, 2)}\n`
}

function item({ id, url, original, title, summary, content, published, updated, ...told }: PublishedEntry) {
  const { author, language, audio } = told
  return {
    id,
    url,
    ...defined({ external_url: original }),
    title,
    summary,
    content_html: content,
    date_published: published ?? updated,
    ...defined({
      date_modified: published === undefined ? undefined : updated,
      authors: author === undefined ? undefined : [{ name: author }],
      language,
      attachments: audio && [
        {
          url: audio.url,
          mime_type: audio.contentType,
          size_in_bytes: audio.bytes,
          duration_in_seconds: Math.round(audio.seconds),
        },
      ],
    }),
  }
}
