import type { Migration } from './migrate.ts'

/**
 * A lane for each language. `wanted_ms`: since when somebody waits for a lane that is held. `repair_mark` says up to which document
 * the stories of a lane were looked over as a whole; its row '' stands for those that never were: what was there before is not looked over anew.
 * The one lane that programs before decided in is never free again: one that still runs while this step is taken finds stories beside
 * these no more, and what it has in hand goes to others when its leases run out.
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
