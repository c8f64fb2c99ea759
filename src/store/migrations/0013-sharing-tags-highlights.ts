import type { Migration } from './migrate.ts'

/**
 * Public links to the state of a story or brief at one moment, tags, and highlights. A note is identified by reader and id, so that
 * two readers can import the same file.
 */
export const sharingTagsHighlights: Migration = {
  version: 13,
  name: 'sharing-tags-highlights',
  statements: ({ integer, ordered }) => [
    // Only a hash of the URL is stored: reading the database doesn't let anybody open the links.
    `create table share (
      id text primary key, token_hash text not null unique, reader_id text not null, kind text not null,
      target text not null, title text not null, moment ${ordered} not null, body text not null,
      is_embeddable ${integer} not null, made_at ${ordered} not null, expires_at ${ordered}, revoked_at ${ordered})`,
    `create index share_by_reader on share (reader_id, made_at)`,
    `create table tag (
      reader_id text not null, kind text not null, target text not null, folded text not null, name text not null,
      at ${ordered} not null, primary key (reader_id, kind, target, folded))`,
    `create index tag_by_name on tag (reader_id, folded)`,
    `create table tag_undo (
      id text not null, reader_id text not null, at ${ordered} not null, body text not null, primary key (reader_id, id))`,
    `create table highlight (
      id text not null, reader_id text not null, article_id text not null, document_id text not null,
      span_start ${integer} not null, span_end ${integer} not null, exact text not null, prefix text not null,
      suffix text not null, color text not null, at ${ordered} not null, primary key (reader_id, id))`,
    `create index highlight_by_article on highlight (reader_id, article_id)`,
    `create index highlight_by_time on highlight (reader_id, at)`,
    `alter table note rename to note_before`,
    `drop index note_by_article`,
    `drop index note_by_time`,
    `create table note (
      id text not null, reader_id text not null, article_id text not null, document_id text not null,
      span_start ${integer} not null, span_end ${integer} not null, exact text not null, prefix text not null,
      suffix text not null, body text not null, at ${ordered} not null, changed_at ${ordered} not null,
      primary key (reader_id, id))`,
    `insert into note (id, reader_id, article_id, document_id, span_start, span_end, exact, prefix, suffix, body, at, changed_at)
      select id, reader_id, article_id, document_id, span_start, span_end, exact, prefix, suffix, body, at, changed_at
      from note_before`,
    `drop table note_before`,
    `create index note_by_article on note (article_id)`,
    `create index note_by_time on note (reader_id, at)`,
  ],
}
