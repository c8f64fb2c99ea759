import type { Migration } from './migrate.ts'

/**
 * What a reader read elsewhere in feeds without entries here: `feed` is a URL, `body` the keys of entries as JSON, with playback
 * positions. A row is deleted when the feed gets its first entries.
 */
export const awaitedReading: Migration = {
  version: 39,
  name: 'awaited reading',
  isExpand: true,
  statements: ({ ordered }) => [
    `create table awaited_reading (
      feed text not null, reader_id text not null, body text not null, at ${ordered} not null,
      primary key (feed, reader_id))`,
  ],
}
