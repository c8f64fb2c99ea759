import type { Migration } from './migrate.ts'

/** Pages of saved articles as their servers sent them: each different one by its SHA-256, with its bytes compressed (gzip). */
export const servedPages: Migration = {
  version: 56,
  name: 'served-pages',
  isExpand: true,
  statements: ({ integer, blob, ordered }) => [
    `create table served_page (
      article_id text not null, digest text not null, url text not null, status ${integer} not null, headers text not null,
      body ${blob} not null, byte_count ${integer} not null, size ${integer} not null, at ${ordered} not null,
      primary key (article_id, digest))`,
    'create index served_page_by_time on served_page (at, size)',
    'create index saved_by_target on saved (target)',
  ],
}
