import type { Migration } from '../migrate.ts'

/** The texts of a day are found by the time they were kept at, with whose revisions they are. */
export const editedTexts: Migration = {
  version: 33,
  name: 'edited texts',
  statements: () => ['create index document_by_time on document (at, article_id, id)'],
}
