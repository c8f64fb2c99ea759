import type { Migration } from './migrate.ts'

/** The order a reader chose for the list of a feed or a folder, `newest` or `oldest` first; null and absent: that of the lists around it. */
export const listOrder: Migration = {
  version: 51,
  name: 'order of lists',
  isExpand: true,
  statements: ({ keyOnly }) => [
    'alter table subscription add column list_order text',
    `create table folder_order (
      reader_id text not null, name text not null, list_order text not null, primary key (reader_id, name))${keyOnly}`,
  ],
}
