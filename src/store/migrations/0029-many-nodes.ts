import type { Migration } from './migrate.ts'

/**
 * For several programs on one database. `readable_from` of a version is the oldest program that may go on with it (null: its own).
 * `page_write` counts what readers wrote, in rows they share, so that a copy can be told to have it (`replica.ts`).
 * `answer_writing` holds how far an answer is that a model writes (`body`, JSON), so that every node can show it; `is_stopped`: its
 * reader wants it no more.
 */
export const manyNodes: Migration = {
  version: 29,
  name: 'many-nodes',
  isExpand: true,
  statements: ({ integer, ordered }) => [
    `alter table schema_version add column readable_from ${integer}`,
    `create table page_write (bucket ${integer} primary key, number ${integer} not null)`,
    `create table answer_writing (
      key text primary key, at ${ordered} not null, body text not null, is_stopped ${integer} not null)`,
    'create index answer_writing_by_time on answer_writing (at)',
  ],
}
