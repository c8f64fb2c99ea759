import type { Migration } from './migrate.ts'

/**
 * What other programs need. A Fever key is the MD5 of a name and a password; a hash of it is stored, as for any secret, and deleted
 * with its password. Also folders that a program created before they have feeds, and how far files of entries were played.
 */
export const clients: Migration = {
  version: 19,
  name: 'clients',
  statements: ({ ordered, integer }) => [
    `create table fever_key (
      hash text primary key, app_password_id text not null, reader_id text not null)`,
    `create index fever_key_by_password on fever_key (app_password_id)`,
    `create table kept_folder (
      reader_id text not null, name text not null, at ${ordered} not null, primary key (reader_id, name))`,
    `create table media_place (
      reader_id text not null, sequence ${integer} not null references entry(sequence) on delete cascade,
      number ${integer} not null, seconds ${integer} not null, at ${ordered} not null,
      primary key (reader_id, sequence, number))`,
    `create index media_place_by_entry on media_place (sequence)`,
  ],
}
