import type { Migration } from './migrate.ts'

/**
 * Pages of articles that are rechecked for a while: request validators (`validators`, JSON), the number of rechecks (`look_count`),
 * the result of the last, and the time of the next (`due_at`; null: none). An article's `revision_count` counts the texts that its
 * outlet published.
 */
export const revisions: Migration = {
  version: 28,
  name: 'revisions',
  statements: ({ integer, ordered }) => [
    `create table article_look (
      article_id text primary key references article(id) on delete cascade, entry_sequence ${integer} not null,
      url text not null, validators text not null, look_count ${integer} not null, looked_at ${ordered}, outcome text,
      due_at ${ordered})`,
    'create index article_look_by_due on article_look (due_at)',
  ],
}
