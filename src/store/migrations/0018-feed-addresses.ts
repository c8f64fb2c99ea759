import type { Migration } from './migrate.ts'

/**
 * Secret URLs that let other programs read feeds; only hashes are stored. Those of briefs, the first ones, move here and continue to
 * work.
 */
export const feedAddresses: Migration = {
  version: 18,
  name: 'feed-addresses',
  statements: ({ integer, ordered }) => [
    `create table feed_address (
      id text primary key, token_hash text not null unique, reader_id text not null, kind text not null,
      target text not null, label text not null, is_announced ${integer} not null, announced text, at ${ordered} not null,
      unique (reader_id, kind, target))`,
    `create index feed_address_announced on feed_address (id) where is_announced = 1`,
    `insert into feed_address (id, token_hash, reader_id, kind, target, label, is_announced, announced, at)
      select 'brief-' || substr(token_hash, 1, 12), token_hash, reader_id, 'brief', '', '', 0, null, at
      from brief_token as made where purpose = 'feed' and not exists (
        select 1 from brief_token as later where later.purpose = 'feed' and later.reader_id = made.reader_id
          and (later.at > made.at or (later.at = made.at and later.token_hash > made.token_hash)))`,
    `delete from brief_token where purpose = 'feed'`,
  ],
}
