import type { Migration } from './migrate.ts'

/** Feeds of which nothing leaves before a moment, and when that ended. */
export const embargo: Migration = {
  version: 57,
  name: 'embargo',
  isExpand: true,
  statements: ({ integer, ordered }) => [
    `create table embargo (
      feed_id ${integer} primary key references feed(id) on delete cascade, until ${ordered} not null, ended_at ${ordered})`,
    'create index embargo_running on embargo (until) where ended_at is null',
  ],
}
