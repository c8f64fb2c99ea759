import type { Migration } from './migrate.ts'

/** Finds the texts of a day by storing time, with the article of each. */
export const editedTexts: Migration = {
  version: 33,
  name: 'edited texts',
  isExpand: true,
  statements: () => [],
  indexes: [{ name: 'document_by_time', table: 'document', columns: 'at, article_id, id' }],
}
