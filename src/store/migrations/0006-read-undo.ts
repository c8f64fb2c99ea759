import type { Migration } from './migrate.ts'

/** The state before everything was marked read, so that it can be undone. One row each time; deleted after a day. */
export const readUndo: Migration = {
  version: 6,
  name: 'read-undo',
  statements: ({ ordered }) => [
    `create table read_undo (id text primary key, at ${ordered} not null, body text not null)`,
    `create index read_undo_by_time on read_undo (at)`,
  ],
}
