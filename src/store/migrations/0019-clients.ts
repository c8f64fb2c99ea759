import type { Migration } from './migrate.ts'

/**
 * What programs of others need. A key of Fever is MD5 of a name and a password, of which a hash is kept like of any other secret;
 * it goes with the password it was made for. A folder that a program made is kept before there is a feed in it, and of files that
 * come with entries how far they were heard.
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
