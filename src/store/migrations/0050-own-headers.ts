import type { Migration } from './migrate.ts'

/**
 * What a reader sends with the requests of their own copy of a feed. `secret` is JSON, a list of `OwnHeader`; it is sent to `origin`
 * alone. An older program beside this one sends nothing.
 */
export const ownHeaders: Migration = {
  version: 50,
  name: 'own headers',
  isExpand: true,
  statements: ({ integer, ordered }) => [
    `create table own_headers (
      feed_id ${integer} primary key references feed(id) on delete cascade, reader_id text not null, origin text not null,
      secret text not null, at ${ordered} not null)`,
    'create index own_headers_by_reader on own_headers (reader_id)',
  ],
}
