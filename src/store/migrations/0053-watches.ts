import type { Migration } from './migrate.ts'

/**
 * Watches: what is watched, at which occasions, whether everybody here sees it, and who took it. `watch_article`: which articles a watch
 * knows, each with the thread it belongs to, so that a story that is split or joined tells nothing twice. `watch_event`: what was told
 * (`sent`), what was known before (`known`), and who took it or gave it back; the log.
 */
export const watches: Migration = {
  version: 53,
  name: 'watches',
  isExpand: true,
  statements: ({ integer, ordered }) => [
    `create table watch (
      id text primary key, reader_id text not null, kind text not null, target text not null, label text not null,
      occasions text not null, is_shared ${integer} not null, since ${ordered} not null, at ${ordered} not null,
      owner_name text not null, taken_by text, taken_name text, taken_at ${ordered})`,
    'create unique index watch_once on watch (reader_id, kind, target)',
    'create index watch_by_target on watch (kind, target)',
    `create table watch_article (
      watch_id text not null, article_id text not null, thread text not null, at ${ordered} not null,
      primary key (watch_id, article_id))`,
    'create index watch_article_by_time on watch_article (at)',
    `create table watch_event (
      id text primary key, watch_id text not null, thread text not null, token text not null, what text not null,
      is_open ${integer} not null, occasion text not null, actor_id text, actor_name text, title text not null,
      language text not null, path text not null, source_name text not null, at ${ordered} not null)`,
    'create unique index watch_event_once on watch_event (watch_id, thread, token)',
    'create index watch_event_by_time on watch_event (watch_id, at)',
  ],
}
