import type { Migration } from './migrate.ts'

/**
 * Saving and starring are one thing: entries of saved articles get a star, in the feeds their reader subscribes to. A mark keeps what it
 * says of reading, and a star its time.
 */
export const savesAndStars: Migration = {
  version: 44,
  name: 'saves and stars',
  isExpand: true,
  statements: () => [
    `insert into reading_mark (sequence, reader_id, feed_id, is_read, is_starred, at, starred_at)
      select entry.sequence, saved.reader_id, entry.feed_id, null, 1, saved.at, saved.at from saved
      join entry on entry.article_id = saved.target
      join subscription on subscription.feed_id = entry.feed_id and subscription.reader_id = saved.reader_id
      where saved.kind = 'article'
      on conflict (sequence, reader_id) do update set is_starred = 1, starred_at = excluded.starred_at
        where reading_mark.is_starred = 0`,
  ],
}
