import type { Migration } from './migrate.ts'

/**
 * `feed_notice`: what a reader was notified of about a feed, so that it's said once. `unsubscribe_undo`: what ending subscriptions
 * took, for a day.
 */
export const feedNotices: Migration = {
  version: 48,
  name: 'feed notices',
  isExpand: true,
  statements: ({ integer, ordered }) => [
    `create table feed_notice (
      reader_id text not null, feed_id ${integer} not null, kind text not null, since ${ordered} not null,
      at ${ordered} not null, primary key (reader_id, feed_id))`,
    `create table unsubscribe_undo (
      reader_id text not null, id text not null, at ${ordered} not null, body text not null, primary key (reader_id, id))`,
    'create index unsubscribe_undo_by_time on unsubscribe_undo (at)',
  ],
}
