import type { OwnFeed } from '../core/own-feed.ts'

/** A feed as JSON Feed 1.1 writes it. */
export function jsonFeed({ title, description, url, self, language, entries }: OwnFeed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: url,
    feed_url: self,
    language,
    authors: [{ name: 'Twosource' }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.content,
      date_published: entry.updated,
      ...(entry.author === undefined ? {} : { authors: [{ name: entry.author }] }),
      ...(entry.audio === undefined
        ? {}
        : {
            attachments: [
              {
                url: entry.audio.url,
                mime_type: entry.audio.contentType,
                size_in_bytes: entry.audio.bytes,
                duration_in_seconds: Math.round(entry.audio.seconds),
              },
            ],
          }),
    })),
  }
  return `${JSON.stringify(feed, undefined, 2)}\n`
}
