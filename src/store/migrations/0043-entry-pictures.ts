import type { Migration } from './migrate.ts'

/** The picture an entry has in lists, as JSON (`EntryPicture`). Null: none, and in entries of earlier releases. */
export const entryPictures: Migration = {
  version: 43,
  name: 'entry pictures',
  isExpand: true,
  statements: () => ['alter table entry add column picture text'],
}
