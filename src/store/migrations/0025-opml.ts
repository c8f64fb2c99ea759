import type { Migration } from './migrate.ts'

/**
 * Imports of subscription lists, and what is stored of them for a lossless export. `opml_import` is one list, `opml_batch` its
 * outlines still to be imported (JSON). `kept_outline` is one outline: its place says where and what it is, `path` is set for a
 * folder. `kept_list` is the header of a reader's list.
 */
export const opml: Migration = {
  version: 25,
  name: 'opml',
  statements: ({ integer, ordered }) => [
    `create table opml_import (
      id text primary key, reader_id text not null, name text not null, state text not null,
      feed_count ${integer} not null, done_count ${integer} not null, added ${integer} not null,
      existing ${integer} not null, skipped text not null, start_position ${integer} not null,
      at ${ordered} not null, ended_at ${ordered})`,
    'create index opml_import_by_reader on opml_import (reader_id, at)',
    `create table opml_batch (
      import_id text not null, number ${integer} not null, reader_id text not null, body text not null,
      primary key (import_id, number))`,
    `create table kept_outline (
      reader_id text not null, place text not null, around text not null, position ${integer} not null,
      feed_id ${integer} references feed(id) on delete cascade, path text, body text not null,
      primary key (reader_id, place))`,
    'create index kept_outline_by_feed on kept_outline (feed_id)',
    'create table kept_list (reader_id text primary key, attributes text not null, head text not null)',
  ],
}
