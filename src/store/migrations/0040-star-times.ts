import type { Migration } from './migrate.ts'

/**
 * When an entry was starred, separate from its mark's last change. Null: both are the same, as in older marks. Stars are sorted by
 * that time.
 */
export const starTimes: Migration = {
  version: 40,
  name: 'star times',
  isExpand: true,
  statements: ({ ordered }) => [
    `alter table reading_mark add column starred_at ${ordered}`,
    'drop index reading_mark_starred',
  ],
  indexes: [
    {
      name: 'reading_mark_by_star',
      table: 'reading_mark',
      columns: 'reader_id, (coalesce(starred_at, at))',
      where: 'is_starred = 1',
    },
  ],
}
