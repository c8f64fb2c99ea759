import type { Migration } from './migrate.ts'

/** Comments with stored counts, so that a page counts nothing; reports; and the public log of decisions. */
export const discussion: Migration = {
  version: 10,
  name: 'discussion',
  statements: ({ integer, ordered }) => [
    `create table comment (
      id text primary key, reader_id text not null, kind text not null, target text not null, document_id text,
      span_start ${integer}, span_end ${integer}, exact text, prefix text, suffix text, parent_id text,
      root_id text not null, depth ${integer} not null, path ${ordered} not null, body text not null,
      quotes text not null, at ${ordered} not null, edited_at ${ordered}, state text not null, hold_reasons text not null,
      reply_count ${integer} not null, child_count ${integer} not null, report_count ${integer} not null,
      is_reviewed ${integer} not null, queued_at ${ordered}, appeal text, appealed_at ${ordered})`,
    `create index comment_by_place on comment (kind, target, depth, path)`,
    `create index comment_by_thread on comment (root_id, path)`,
    `create index comment_by_reader on comment (reader_id, at)`,
    `create index comment_by_time on comment (state, at, id)`,
    `create index comment_by_queue on comment (queued_at, id) where queued_at is not null`,
    `create table discussion (
      kind text not null, target text not null, comment_count ${integer} not null, primary key (kind, target))`,
    `create table discussion_lock (
      kind text not null, target text not null, reader_id text not null, reason text not null, at ${ordered} not null,
      primary key (kind, target))`,
    `create table comment_mention (
      comment_id text not null, reader_id text not null, at ${ordered} not null, primary key (comment_id, reader_id))`,
    `create index mention_by_reader on comment_mention (reader_id, at)`,
    `create table comment_report (
      comment_id text not null, reader_id text not null, reason text not null, words text not null, at ${ordered} not null,
      primary key (comment_id, reader_id))`,
    `create table comment_block (
      reader_id text primary key, by_id text not null, reason text not null, at ${ordered} not null)`,
    `create table moderation_entry (
      id text primary key, kind text not null, made_by text not null, reader_id text not null, comment_id text,
      on_kind text, on_target text, reason text not null, at ${ordered} not null)`,
    `create index moderation_by_time on moderation_entry (at, id)`,
    `create index moderation_by_comment on moderation_entry (comment_id)`,
  ],
}
