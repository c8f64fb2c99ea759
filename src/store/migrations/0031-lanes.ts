import type { Migration } from './migrate.ts'

/**
 * A lane for each language. `wanted_ms`: since when somebody waits for a lane. `repair_mark` is the document up to which a lane's
 * stories were last repaired; its row '' is for lanes that never were, so that earlier documents aren't repaired again.
 * The single lane of older programs is never free again: one that still runs during this migration can't create stories beside
 * these, and its work goes to others when its leases expire.
 */
export const lanes: Migration = {
  version: 31,
  name: 'lanes',
  statements: ({ integer }) => [
    `alter table lane add column wanted_ms ${integer}`,
    `create table repair_mark (lane text primary key, sequence ${integer} not null)`,
    `insert into repair_mark (lane, sequence) select '', coalesce(max(sequence), 0) from document`,
    `insert into lane (name, holder, fence, expires_ms) values ('cluster', 'lanes by language', 1, ${Number.MAX_SAFE_INTEGER})
      on conflict (name) do update set holder = excluded.holder, fence = lane.fence + 1, expires_ms = excluded.expires_ms`,
  ],
  indexes: [{ name: 'document_by_language', table: 'document', columns: 'language, sequence' }],
}
