import type { Migration } from './migrate.ts'

/** The texts of a day are found by the time they were kept at, with whose revisions they are. */
export const editedTexts: Migration = {
  version: 33,
  name: 'edited texts',
  isExpand: true,
  statements: () => [],
  indexes: [{ name: 'document_by_time', table: 'document', columns: 'at, article_id, id' }],
}
