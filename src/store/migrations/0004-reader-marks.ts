import type { Migration } from './migrate.ts'

/**
 * What belongs to one reader over shared articles: follows, mutes, saved items, notes, saved searches, visits and settings.
 * `reader_id` is `owner` as long as there are no accounts.
 */
export const readerMarks: Migration = {
  version: 4,
  name: 'reader-marks',
  statements: ({ integer, ordered }) => [
    `create table follow (
      reader_id text not null, kind text not null, target text not null, label text not null, at ${ordered} not null,
      primary key (reader_id, kind, target))`,
    `create table mute (
      id text primary key, reader_id text not null, kind text not null, target text not null, label text not null,
      at ${ordered} not null, until ${ordered})`,
    `create unique index mute_by_target on mute (reader_id, kind, target)`,
    `create table saved (
      reader_id text not null, kind text not null, target text not null, title text not null, at ${ordered} not null,
      primary key (reader_id, kind, target))`,
    `create index saved_by_time on saved (reader_id, at)`,
    `create table note (
      id text primary key, reader_id text not null, article_id text not null, document_id text not null,
      span_start ${integer} not null, span_end ${integer} not null, exact text not null, prefix text not null,
      suffix text not null, body text not null, at ${ordered} not null, changed_at ${ordered} not null)`,
    `create index note_by_article on note (article_id)`,
    `create index note_by_time on note (reader_id, at)`,
    `create table saved_search (
      id text primary key, reader_id text not null, name text not null, search text not null, at ${ordered} not null,
      seen_at ${ordered})`,
    `create index saved_search_by_reader on saved_search (reader_id, at)`,
    `create table visit (
      reader_id text not null, kind text not null, target text not null, at ${ordered} not null,
      previous_at ${ordered}, primary key (reader_id, kind, target))`,
    `create index visit_by_time on visit (reader_id, at)`,
    `create table preference (
      reader_id text not null, name text not null, value text not null, at ${ordered} not null,
      primary key (reader_id, name))`,
  ],
}
