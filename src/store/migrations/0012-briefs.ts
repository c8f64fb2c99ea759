import type { Migration } from './migrate.ts'

/**
 * Each reader's brief: its settings, which were sent, the secret URLs to read it (hashes only), and the reader's ranking of the
 * news.
 */
export const briefs: Migration = {
  version: 12,
  name: 'briefs',
  statements: ({ integer, ordered }) => [
    `create table brief_choice (
      reader_id text primary key, body text not null, is_mailed ${integer} not null, at ${ordered} not null)`,
    `create index brief_choice_by_mail on brief_choice (is_mailed)`,
    `create table brief_sent (
      reader_id text not null, kind text not null, day text not null, state text not null, at ${ordered} not null,
      primary key (reader_id, kind, day))`,
    `create table brief_token (
      token_hash text primary key, reader_id text not null, purpose text not null, at ${ordered} not null)`,
    `create index brief_token_by_reader on brief_token (reader_id, purpose, at)`,
    `create table ranking (reader_id text primary key, body text not null, at ${ordered} not null)`,
    `create table ranking_lift (
      reader_id text not null, kind text not null, target text not null, label text not null,
      weight ${integer} not null, why text not null, at ${ordered} not null, primary key (reader_id, kind, target))`,
  ],
}
