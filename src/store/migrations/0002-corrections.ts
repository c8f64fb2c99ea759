import type { Migration } from './migrate.ts'

/** People's corrections. The article isn't a foreign key: a correction may precede it, and outlives its revisions. */
export const corrections: Migration = {
  version: 2,
  name: 'corrections',
  statements: ({ integer, ordered }) => [
    `create table correction (
      id text primary key, article_id text not null, document_id text not null, span_start ${integer} not null,
      span_end ${integer} not null, exact text not null, prefix text not null, suffix text not null,
      verdict text not null, at ${ordered} not null, note text)`,
    `create index correction_by_article on correction (article_id)`,
    `create index correction_by_time on correction (at, id)`,
  ],
}
