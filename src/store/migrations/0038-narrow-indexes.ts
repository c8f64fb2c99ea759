import type { Migration } from './migrate.ts'

/**
 * Indexes with every column that counts of feeds and outlets of matches read, on far fewer pages than the table: SQLite reads its
 * pages again after each write. `odd_feed_narrow` has the feeds that poll counts exclude or haven't reached yet.
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
