import type { Migration } from './migrate.ts'

/** When the words of a transcript are heard, as JSON, beside the text they are spans of. Other texts have none. */
export const cues: Migration = {
  version: 54,
  name: 'cues',
  isExpand: true,
  statements: () => ['alter table document add column cues text'],
}
