import type { Migration } from './migrate.ts'

/**
 * Pages of articles that are looked at again for a while: what to ask for (`validators`, JSON), how often it was (`look_count`),
 * what came of the last look, and when the next is (`due_at`; null: no more). `revision_count` of an article counts the texts that its outlet made.
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
