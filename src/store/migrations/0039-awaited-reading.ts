import type { Migration } from './migrate.ts'

/**
 * What a reader read elsewhere of feeds that have not come here yet: `feed` is an address, `body` the keys of entries as JSON, with
 * how far their files were heard. A row goes when the feed brings its first entries.
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
