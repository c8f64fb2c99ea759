import type { Migration } from './migrate.ts'

/**
 * For several programs on one database. `readable_from` of a version is the oldest program that may continue with it (null: its
 * own). `page_write` counts readers' writes, in rows they share, so that a replica can be checked for them (`replica.ts`).
 * `answer_writing` is the progress of a model-written answer (`body`, JSON), so that every node can show it; `is_stopped`: its
 * reader canceled it.
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
