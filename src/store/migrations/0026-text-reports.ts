import type { Migration } from './migrate.ts'

/**
 * How texts were extracted, and readers' reports of problems with them. `text_account` says what became of each block of a page
 * (compressed JSON); `site_block` which blocks several pages of a site share; `told_page` is a reader's report, and `kept_page` its
 * fetched page, deleted with the last report on it; `site_rule` is a rule the owner made from one.
 */
export const textReports: Migration = {
  version: 26,
  name: 'text-reports',
  statements: ({ integer, blob, ordered }) => [
    `create table text_account (document_id text primary key, body ${blob} not null, at ${ordered} not null)`,
    'create index text_account_by_time on text_account (at)',
    `create table site_block (
      host text not null, fingerprint ${integer} not null, page_count ${integer} not null, pages text not null,
      at ${ordered} not null, primary key (host, fingerprint))`,
    'create index site_block_by_time on site_block (host, at)',
    `create table told_page (
      id text primary key, reader_id text not null, article_id text not null, document_id text not null,
      host text not null, wrong text not null, words text not null, state text not null, at ${ordered} not null,
      settled_at ${ordered})`,
    'create index told_page_by_reader on told_page (reader_id, at)',
    'create index told_page_by_article on told_page (article_id)',
    'create index told_page_by_state on told_page (state, at)',
    `create table kept_page (
      article_id text primary key, host text not null, url text not null, content_type text not null,
      body ${blob} not null, size ${integer} not null, at ${ordered} not null)`,
    'create index kept_page_by_host on kept_page (host, at)',
    `create table site_rule (
      id text primary key, host text not null, path text not null, keeps text not null, removes text not null,
      article_id text not null, at ${ordered} not null, withdrawn_at ${ordered})`,
  ],
}
