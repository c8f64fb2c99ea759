import type { Migration } from './migrate.ts'

/** Translated articles: one row per revision and language, made on request. */
export const translations: Migration = {
  version: 16,
  name: 'translations',
  statements: ({ ordered }) => [
    `create table translation (
      document_id text not null, language text not null, state text not null, made_by text, at ${ordered} not null,
      body text not null, primary key (document_id, language))`,
    `create index translation_by_time on translation (at)`,
  ],
}
