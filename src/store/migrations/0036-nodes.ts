import type { Migration } from './migrate.ts'

/**
 * The processes using this database. `roles`: each one's background work, separated by commas; `serves`: 1 when it answers requests;
 * `beat_ms`: the database's clock at its last report. `id` is how lanes name their holder.
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
