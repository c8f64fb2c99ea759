import type { Migration } from './migrate.ts'

/**
 * Indexes that hold all that counters of feeds and outlets of matches read, on far fewer pages than the table: SQLite reads its pages
 * anew after each write. `odd_feed_narrow` has the feeds that counts of polls leave out or have yet to come to.
 */
export const narrowIndexes: Migration = {
  version: 38,
  name: 'narrow indexes',
  isExpand: true,
  statements: ({ rereads }) =>
    rereads
      ? [
          'create index feed_narrow on feed (id, entry_count, source_id, language)',
          `create index odd_feed_narrow on feed (intake, last_polled_at) where intake = 'mail' or last_polled_at is null`,
        ]
      : [],
}
