import type { Migration } from './migrate.ts'

/**
 * Which feeds are private (a key in their URL, newsletters), which articles came from one, and which stories were written or changed
 * with such an article: only subscribers of the feed see them. A story has a version for these readers; `feeds` are the numbers of
 * its private feeds, separated by commas. What an older program adds meanwhile is marked when this one starts.
 */
export const privateFeeds: Migration = {
  version: 41,
  name: 'private feeds',
  isExpand: true,
  statements: ({ integer, ordered }) => [
    `create table private_feed (feed_id ${integer} primary key references feed(id) on delete cascade)`,
    `create table private_article (
      article_id text primary key references article(id) on delete cascade, feed_id ${integer} not null)`,
    'create index private_article_by_feed on private_article (feed_id)',
    `create table private_story (
      story_id text not null references story(id) on delete cascade, feed_id ${integer} not null,
      primary key (story_id, feed_id))`,
    `create table private_event (
      sequence ${integer} not null references story_event(sequence) on delete cascade, feed_id ${integer} not null,
      primary key (sequence, feed_id))`,
    `create table private_telling (
      story_id text not null references story(id) on delete cascade, feeds text not null, first_at ${ordered} not null,
      last_at ${ordered} not null, revision ${integer} not null, body text not null, primary key (story_id, feeds))`,
    'create index private_telling_by_time on private_telling (feeds, last_at)',
  ],
}
