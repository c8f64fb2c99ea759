import type { Migration } from './migrate.ts'

/**
 * Services that readers send articles and events to, and the messages, each with its body as sent, so that it can be sent again.
 * `settings` and `secret` are JSON by field; `occasions` is a JSON list. `failing_since` is the first of consecutive failed
 * attempts; nothing is sent before `retry_at`.
 */
export const destinations: Migration = {
  version: 20,
  name: 'destinations',
  statements: ({ integer, ordered }) => [
    `create table destination (
      id text primary key, reader_id text not null, kind text not null, name text not null, settings text not null,
      secret text not null, occasions text not null, is_on ${integer} not null, failures ${integer} not null,
      failing_since ${ordered}, retry_at ${ordered}, last_error text, at ${ordered} not null)`,
    'create index destination_by_reader on destination (reader_id, at)',
    `create table sending (
      id text primary key, reader_id text not null, destination_id text not null, event text not null, about text not null,
      title text not null, body text not null, state text not null, tries ${integer} not null, made_at ${ordered} not null,
      next_at ${ordered} not null, done_at ${ordered}, last_error text)`,
    'create index sending_waiting on sending (destination_id, state, next_at)',
    'create index sending_by_time on sending (destination_id, made_at, id)',
    'create index sending_about on sending (reader_id, about)',
  ],
}
