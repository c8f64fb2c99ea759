import type { Migration } from './migrate.ts'

/**
 * The numbers that programs call folders by, where they do not follow from the name: a folder that was renamed keeps its own, and one
 * that is gone keeps it for when it comes back. `is_hidden`: 1 where programs are to leave it out of lists of everything.
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
