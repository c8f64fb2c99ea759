import type { Migration } from './migrate.ts'

/**
 * Folder numbers for API clients that don't follow from the name: a renamed folder keeps its number, and a deleted one in case it
 * comes back. `is_hidden`: 1 when clients leave it out of lists of everything.
 */
export const folderNumbers: Migration = {
  version: 42,
  name: 'folder numbers',
  isExpand: true,
  statements: ({ integer }) => [
    `create table folder_number (
      reader_id text not null, name text not null, number ${integer} not null, is_hidden ${integer} not null default 0,
      primary key (reader_id, name))`,
  ],
}
