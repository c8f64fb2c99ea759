import type { Migration } from './migrate.ts'

/**
 * Read, starred, named and filed entries belong to one reader: `subscription` says which feeds they read and how far; `reading_mark`
 * and `read_undo` get a reader. Existing data become the owner's. The number of read entries is stored rather than of unread ones,
 * so that a poll writes nothing for a feed's readers.
 */
export const readingPerReader: Migration = {
  version: 9,
  name: 'reading-per-reader',
  statements: ({ integer, ordered, keyOnly }) => [
    `create table subscription (
      reader_id text not null, feed_id ${integer} not null references feed(id) on delete cascade, folder text not null,
      title text, read_up_to ${integer} not null, read_count ${integer} not null, at ${ordered} not null,
      primary key (reader_id, feed_id))${keyOnly}`,
    `create index subscription_by_feed on subscription (feed_id)`,
    `insert into subscription (reader_id, feed_id, folder, title, read_up_to, read_count, at)
      select 'owner', id, folder, case when is_titled = 1 then title end, read_up_to, entry_count - unread_count, created_at
      from feed`,
    // A feed has its own name again once it is read, and until then its outlet's: never its URL, which may contain a secret.
    `update feed set etag = null, last_modified = null, body_hash = null where is_titled = 1`,
    `update feed set title = (select name from source where source.id = feed.source_id) where title = url`,
    ...['folder', 'is_titled', 'read_up_to', 'unread_count'].map((column) => `alter table feed drop column ${column}`),

    `create table mark_of_reader (
      sequence ${integer} not null references entry(sequence) on delete cascade, reader_id text not null,
      feed_id ${integer} not null, is_read ${integer}, is_starred ${integer} not null, at ${ordered} not null,
      primary key (sequence, reader_id))${keyOnly}`,
    `insert into mark_of_reader (sequence, reader_id, feed_id, is_read, is_starred, at)
      select sequence, 'owner', feed_id, is_read, is_starred, at from reading_mark
      where is_read is not null or is_starred = 1`,
    `drop table reading_mark`,
    `alter table mark_of_reader rename to reading_mark`,
    `create index reading_mark_by_feed on reading_mark (reader_id, feed_id, sequence)`,
    `create index reading_mark_unread on reading_mark (reader_id, sequence) where is_read = 0`,
    `create index reading_mark_starred on reading_mark (reader_id, at) where is_starred = 1`,
    `create index entry_by_feed on entry (feed_id, sequence, published_at)`,

    `create table undo_of_reader (
      reader_id text not null, id text not null, at ${ordered} not null, body text not null, primary key (reader_id, id))`,
    `insert into undo_of_reader (reader_id, id, at, body) select 'owner', id, at, body from read_undo`,
    `drop table read_undo`,
    `alter table undo_of_reader rename to read_undo`,
    `create index read_undo_by_time on read_undo (at)`,
  ],
}
