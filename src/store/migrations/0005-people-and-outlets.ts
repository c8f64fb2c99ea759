import type { Migration } from './migrate.ts'

/**
 * Facts about people and outlets from dossiers, as rows, so that a page about one needn't read every dossier. Written with each
 * dossier; older dossiers are filled in while the program runs.
 */
export const peopleAndOutlets: Migration = {
  version: 5,
  name: 'people-and-outlets',
  statements: ({ integer, ordered, keyOnly }) => [
    `create table entity (id ${ordered} primary key, name text not null, folded text not null, wikidata_id text)`,
    `create table entity_alias (id ${ordered} not null, entity_id ${ordered} not null, primary key (id, entity_id))${keyOnly}`,
    `create table story_entity (
      entity_id ${ordered} not null, story_id text not null, last_at ${ordered} not null, article_count ${integer} not null,
      quote_count ${integer} not null, said_at ${ordered}, promise_count ${integer} not null,
      change_count ${integer} not null, names text, primary key (entity_id, story_id))${keyOnly}`,
    `create index story_entity_by_story on story_entity (story_id)`,
    `create index story_entity_by_time on story_entity (last_at, entity_id, quote_count, said_at)`,
    `create table story_source (
      source_id ${integer} not null, story_id text not null, first_at ${ordered} not null, is_first ${integer} not null,
      behind_minutes ${integer}, origin text, origin_id ${integer}, primary key (source_id, story_id))${keyOnly}`,
    `create index story_source_by_story on story_source (story_id)`,
    `create index story_source_by_origin on story_source (origin_id, source_id) where origin_id is not null`,
    `create index article_by_source_time on article (source_id, published_at)`,
    `drop index article_by_source`,
    `create index article_edited on article (source_id, published_at) where revision_count > 1`,
    `create index quote_by_article_speaker on quote (article_id, speaker_id)`,
    `drop index quote_by_article`,
    `alter table feed add column recent_polls text`,
  ],
}
