import type { Migration } from '../migrate.ts'

/**
 * A lane for each language. `wanted_ms`: since when somebody waits for a lane that is held. `repair_mark` says up to which document
 * the stories of a lane were looked over as a whole; its row '' stands for those that never were: what was there before is not looked over anew.
 */
export const lanes: Migration = {
  version: 31,
  name: 'lanes',
  statements: ({ integer }) => [
    `alter table lane add column wanted_ms ${integer}`,
    'create index document_by_language on document (language, sequence)',
    `create table repair_mark (lane text primary key, sequence ${integer} not null)`,
    `insert into repair_mark (lane, sequence) select '', coalesce(max(sequence), 0) from document`,
  ],
}
