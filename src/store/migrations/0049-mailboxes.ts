import type { Migration } from './migrate.ts'

/**
 * Mailboxes that letters are fetched from, and the feed of each sender. `last_uid` is the last letter that was dealt with under this
 * `uid_validity`; letters up to `old_uid` were there before the mailbox was added. `trouble` and `left_out` are JSON. A sender without a
 * feed is one whose feed the reader removed.
 */
export const mailboxes: Migration = {
  version: 49,
  name: 'mailboxes',
  isExpand: true,
  statements: ({ integer, ordered }) => [
    `create table mailbox (
      id text primary key, reader_id text not null, host text not null, port ${integer} not null, security text not null,
      user_name text not null, password text not null, folder text not null, senders text not null, feed_folder text not null,
      uid_validity ${integer}, last_uid ${integer} not null, old_uid ${integer} not null, next_at ${ordered} not null,
      leased_until ${ordered}, last_ok_at ${ordered}, failures ${integer} not null, trouble text, left_out text,
      at ${ordered} not null)`,
    'create index mailbox_by_reader on mailbox (reader_id, at)',
    `create table letter_sender (
      reader_id text not null, sender text not null, feed_id ${integer} references feed(id) on delete set null,
      at ${ordered} not null, primary key (reader_id, sender))`,
    'create index letter_sender_by_feed on letter_sender (feed_id)',
  ],
}
