import type { Migration } from './migrate.ts'

/**
 * The processes at work on these data. `roles`: the background work of each, with commas between; `serves`: 1 when it answers
 * requests; `beat_ms`: the clock of the database when it last said that it lives. `id` is how lanes name their holder.
 */
export const nodes: Migration = {
  version: 36,
  name: 'nodes',
  isExpand: true,
  statements: ({ integer, ordered }) => [
    `create table node (
      id text primary key, machine text not null, pid ${integer} not null, roles text not null, serves ${integer} not null,
      version text not null, since ${ordered} not null, beat_ms ${integer} not null)`,
  ],
}
