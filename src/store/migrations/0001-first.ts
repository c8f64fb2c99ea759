import type { Migration, Types } from './migrate.ts'

/** All tables of the first release. */
export const first: Migration = {
  version: 1,
  name: 'first',
  statements: (types) => [
    ...feedTables(types),
    ...entryTables(types),
    ...articleTables(types),
    ...storyTables(types),
    ...workTables(types),
    ...types.searchTables,
  ],
}

function feedTables({ id, integer, ordered }: Types): string[] {
  return [
    `create table source (
      id ${id}, name text not null, is_named ${integer} not null, home_url text not null, family text)`,
    `create table feed (
      id ${id}, source_id ${integer} not null references source(id), url text not null unique, title text not null,
      is_titled ${integer} not null, site_url text, icon_url text, language text, folder text not null, created_at text not null,
      next_poll_at ${ordered} not null, leased_until ${ordered}, interval_minutes ${integer} not null,
      etag text, last_modified text, body_hash text, moved_to text, moved_sightings ${integer} not null,
      error_count ${integer} not null, error_reason text, error_message text, is_stopped ${integer} not null,
      last_polled_at ${ordered}, last_ok_at ${ordered},
      read_up_to ${integer} not null, unread_count ${integer} not null, entry_count ${integer} not null,
      last_sequence ${integer} not null, last_fetched_at ${ordered})`,
    `create index feed_by_next_poll on feed (next_poll_at) where is_stopped = 0`,
    `create index feed_by_source on feed (source_id)`,
  ]
}

function entryTables({ id, integer, ordered, blob }: Types): string[] {
  return [
    `create table entry (
      sequence ${id}, feed_id ${integer} not null references feed(id), key text not null, url text, title text not null,
      excerpt text not null, published_at ${ordered} not null, fetched_at ${ordered} not null, content_hash text not null,
      article_id text)`,
    `create unique index entry_by_key on entry (feed_id, key)`,
    `create index entry_by_time on entry (published_at, sequence)`,
    `create index entry_by_feed_time on entry (feed_id, published_at, sequence)`,
    `create index entry_by_article on entry (article_id) where article_id is not null`,
    `create table entry_content (
      sequence ${integer} primary key references entry(sequence) on delete cascade,
      content_html text, summary_html text, packed ${blob}, rest text not null)`,
    `create table entry_revision (
      sequence ${integer} not null references entry(sequence) on delete cascade, content_hash text not null,
      replaced_at ${ordered} not null, body text not null, primary key (sequence, replaced_at, content_hash))`,
    `create table search_backlog (
      sequence ${integer} primary key references entry(sequence) on delete cascade)`,
    `create table reading_mark (
      sequence ${integer} primary key references entry(sequence) on delete cascade, feed_id ${integer} not null,
      is_read ${integer}, is_starred ${integer} not null, at ${ordered} not null)`,
    `create index reading_mark_by_feed on reading_mark (feed_id, is_read)`,
    `create index reading_mark_starred on reading_mark (sequence) where is_starred = 1`,
  ]
}

function articleTables({ id, integer, ordered, blob, keyOnly }: Types): string[] {
  return [
    `create table article (
      id text primary key, source_id ${integer} not null references source(id), entry_sequence ${integer}, url text not null,
      title text not null, published_at ${ordered} not null, document_id text not null, revision_count ${integer} not null)`,
    `create index article_by_source on article (source_id)`,
    `create table document (
      sequence ${id}, id text not null unique, article_id text not null, language text not null, title text not null,
      text text not null, blocks text not null, published_at ${ordered} not null, article text not null, at ${ordered} not null)`,
    `create index document_by_article on document (article_id, sequence)`,
    `create table annotation (
      document_id text not null, layer text not null, version ${integer} not null, items text not null,
      primary key (document_id, layer))`,
    `create index annotation_by_version on annotation (layer, version)`,
    `create table fingerprint (
      hash ${integer} not null, document_sequence ${integer} not null, primary key (hash, document_sequence))${keyOnly}`,
    `create table vector (sequence ${integer} primary key, features ${blob} not null, weights ${blob} not null)`,
    `create table syndication (
      document_id text not null, other_id text not null, body text not null, primary key (document_id, other_id))`,
    `create table quote (
      sequence ${id}, document_id text not null, article_id text not null, span_start ${integer} not null,
      span_end ${integer} not null, speaker_id text, speaker_name text)`,
    `create index quote_by_article on quote (article_id)`,
  ]
}

function storyTables({ integer, real, ordered }: Types): string[] {
  return [
    `create table story (
      id text primary key, title text not null, language text not null, section text, first_at ${ordered} not null,
      last_at ${ordered} not null, changed_at ${ordered} not null, article_count ${integer} not null, report_count ${integer} not null,
      outlet_count ${integer} not null, first_source_id ${integer}, has_dossier ${integer} not null)`,
    `create index story_by_last on story (last_at, first_at) where has_dossier = 1`,
    `create index story_by_first_source on story (first_source_id)`,
    `create table story_dossier (story_id text primary key, revision ${integer} not null, body text not null)`,
    `create table story_alias (id text primary key, story_id text not null)`,
    `create index story_alias_by_story on story_alias (story_id)`,
    `create table membership (
      article_id text primary key, story_id text not null, document_id text not null, source_id ${integer} not null,
      reason text, own ${real}, added_at ${ordered} not null)`,
    `create index membership_by_story on membership (story_id)`,
    `create index membership_by_source on membership (source_id, story_id)`,
  ]
}

function workTables({ id, integer, ordered }: Types): string[] {
  return [
    `create table job (
      id ${id}, kind text not null, key text not null, state text not null, run_at ${ordered} not null, attempts ${integer} not null,
      locked_until ${ordered}, locked_by text, again_at ${ordered}, last_error text)`,
    `create unique index job_by_key on job (kind, key)`,
    `create index job_waiting on job (kind, run_at, id) where state = 'waiting'`,
    `create index job_running on job (kind, locked_until) where state = 'running'`,
    `create table lane (name text primary key, holder text not null, fence ${integer} not null, expires_ms ${integer} not null)`,
  ]
}
