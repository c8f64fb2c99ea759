import type { Migration } from './migrate.ts'

/** Addresses that receive newsletters; each has its own feed of intake `mail`, and is deleted with it. */
export const letterboxes: Migration = {
  version: 24,
  name: 'letterboxes',
  statements: ({ integer, ordered }) => [
    `create table letterbox (
      id text primary key, reader_id text not null, feed_id ${integer} not null references feed(id) on delete cascade,
      local_part text not null unique, at ${ordered} not null, ended_at ${ordered})`,
    'create index letterbox_by_reader on letterbox (reader_id, at)',
    'create index letterbox_by_feed on letterbox (feed_id)',
  ],
}
