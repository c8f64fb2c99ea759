import type { Migration } from './migrate.ts'

/** What this server's language model wrote, as far as it passed the checks: the newest of each kind, length and language. */
export const writtenText: Migration = {
  version: 15,
  name: 'written-text',
  statements: ({ integer, ordered }) => [
    `create table written_text (
      id text primary key, kind text not null, subject text not null, length text not null, language text not null,
      made_from text not null, model text not null, at ${ordered} not null, kept ${integer} not null,
      dropped ${integer} not null, body text not null)`,
    `create unique index written_text_of on written_text (subject, kind, length, language)`,
    `create index written_text_by_time on written_text (at)`,
  ],
}
