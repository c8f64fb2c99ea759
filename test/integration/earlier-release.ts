import { migrations } from '../../src/store/migrations/all.ts'
import type { TestDatabase } from './databases.ts'

/** What takes each migration back, by its number. */
const back: Readonly<Record<number, readonly string[]>> = {
  57: ['drop table embargo'],
  56: ['drop table served_page', 'drop index saved_by_target'],
  55: ['drop table desk_story', 'drop table desk_note', 'drop table desk_event'],
  54: ['alter table document drop column cues'],
  53: ['drop table watch_event', 'drop table watch_article', 'drop table watch'],
  52: ['drop table program_access', 'drop table program_grant'],
  46: ['drop table rule_effect', 'drop table rule_list'],
  47: [
    'drop table subscription_folder',
    'drop index subscription_parked',
    'alter table feed drop column uses_own_text',
    'alter table subscription drop column is_parked',
    'alter table subscription drop column opens_original',
  ],
  42: ['drop table folder_number'],
  41: ['private_event', 'private_telling', 'private_story', 'private_article', 'private_feed'].map(
    (table) => `drop table ${table}`,
  ),
  40: [
    'drop index reading_mark_by_star',
    'alter table reading_mark drop column starred_at',
    'create index reading_mark_starred on reading_mark (reader_id, at) where is_starred = 1',
  ],
  39: ['drop table awaited_reading'],
  2: ['drop table correction'],
  3: ['drop table story_choice', 'drop table story_event', 'drop table story_proposal'],
  4: ['follow', 'mute', 'saved', 'note', 'saved_search', 'visit', 'preference'].map((table) => `drop table ${table}`),
  5: [
    ...['entity', 'entity_alias', 'story_entity', 'story_source'].map((table) => `drop table ${table}`),
    'drop index article_by_source_time',
    'create index article_by_source on article (source_id)',
    'drop index article_edited',
    'drop index quote_by_article_speaker',
    'create index quote_by_article on quote (article_id)',
    'alter table feed drop column recent_polls',
  ],
  6: ['drop table read_undo'],
  7: [
    ...['account', 'password', 'session', 'invitation', 'api_token', 'app_password', 'sign_in_try', 'house_setting'],
    'security_event',
  ].map((table) => `drop table ${table}`),
  8: ['passkey', 'code_device', 'recovery_code', 'outside_identity', 'sign_in_step'].map(
    (table) => `drop table ${table}`,
  ),
  9: [
    "alter table feed add column folder text not null default ''",
    'alter table feed add column is_titled integer not null default 0',
    'alter table feed add column read_up_to integer not null default 0',
    'alter table feed add column unread_count integer not null default 0',
    `update feed set folder = mine.folder, read_up_to = mine.read_up_to, unread_count = entry_count - mine.read_count,
      is_titled = case when mine.title is null then 0 else 1 end, title = coalesce(mine.title, feed.title)
      from subscription as mine where mine.feed_id = feed.id and mine.reader_id = 'owner'`,
    'drop table subscription',
    `create table mark_of_house (
      sequence integer primary key references entry(sequence) on delete cascade, feed_id integer not null,
      is_read integer, is_starred integer not null, at text not null)`,
    `insert into mark_of_house select sequence, feed_id, is_read, is_starred, at from reading_mark
      where reader_id = 'owner'`,
    'drop table reading_mark',
    'alter table mark_of_house rename to reading_mark',
    'create index reading_mark_by_feed on reading_mark (feed_id, is_read)',
    'create index reading_mark_starred on reading_mark (sequence) where is_starred = 1',
    'drop index entry_by_feed',
    'create table undo_of_house (id text primary key, at text not null, body text not null)',
    `insert into undo_of_house select id, at, body from read_undo where reader_id = 'owner'`,
    'drop table read_undo',
    'alter table undo_of_house rename to read_undo',
    'create index read_undo_by_time on read_undo (at)',
  ],
  10: [
    ...['comment', 'discussion', 'discussion_lock', 'comment_mention', 'comment_report', 'comment_block'],
    'moderation_entry',
  ].map((table) => `drop table ${table}`),
  11: [
    ...['alert_setting', 'alert', 'alert_channel', 'alert_delivery', 'house_secret'].map(
      (table) => `drop table ${table}`,
    ),
    'drop index follow_by_target',
    ...['follow', 'saved_search'].flatMap((table) => [
      `alter table ${table} drop column alerts`,
      `alter table ${table} drop column alerts_at`,
    ]),
  ],
  12: ['brief_choice', 'brief_sent', 'brief_token', 'ranking', 'ranking_lift'].map((table) => `drop table ${table}`),
  16: ['drop table translation'],
  43: ['alter table entry drop column picture'],
  44: [],
  50: ['drop table own_headers'],
  51: ['drop table folder_order', 'alter table subscription drop column list_order'],
  49: ['drop table letter_sender', 'drop table mailbox'],
  48: ['feed_notice', 'unsubscribe_undo'].map((table) => `drop table ${table}`),
  45: ['drop index entry_by_fold', 'alter table entry drop column fold'],
  13: ['share', 'tag', 'tag_undo', 'highlight'].map((table) => `drop table ${table}`),
  15: ['drop table written_text'],
  14: ['model_use', 'model_drop'].map((table) => `drop table ${table}`),
  17: ['drop table embedding'],
  20: ['drop table destination', 'drop table sending'],
  22: ['alter table feed drop column pace', 'alter table feed drop column next_why', 'drop table host_pause'],
  21: ['alter table feed drop column intake', 'alter table feed drop column intake_rule'],
  23: ['drop table hub_push', 'drop table hub_subscription'],
  29: ['drop table page_write', 'drop table answer_writing', 'alter table schema_version drop column readable_from'],
  31: [
    'drop table repair_mark',
    'drop index document_by_language',
    'alter table lane drop column wanted_ms',
    `delete from lane where name = 'cluster'`,
  ],
  30: [
    'drop index story_dossier_unpacked',
    'drop index syndication_by_other',
    ...['annotation', 'story_dossier'].map((table) => `alter table ${table} drop column packed`),
    'alter table brief_sent drop column stories',
    'drop table gone_entry',
    'drop table keeping',
  ],
  33: ['drop index document_by_time'],
  36: ['drop table node'],
  37: ['drop table fingerprint_set', 'create index annotation_by_version on annotation (layer, version)'],
  38: ['feed_narrow', 'odd_feed_narrow'].map((index) => `drop index if exists ${index}`),
  28: ['drop table article_look'],
  27: ['alter table document drop column posts'],
  25: ['opml_import', 'opml_batch', 'kept_outline', 'kept_list'].map((table) => `drop table ${table}`),
  26: ['text_account', 'site_block', 'told_page', 'kept_page', 'site_rule'].map((table) => `drop table ${table}`),
  24: ['drop table letterbox'],
  19: ['drop table fever_key', 'drop table kept_folder', 'drop table media_place'],
  18: [
    `insert into brief_token (token_hash, reader_id, purpose, at)
      select token_hash, reader_id, 'feed', at from feed_address where kind = 'brief'`,
    'drop table feed_address',
  ],
}

/** Leaves a database as the release with this schema left it. */
export async function backTo(database: TestDatabase, version: number): Promise<void> {
  for (const migration of migrations.toReversed()) {
    if (migration.version <= version) continue
    const statements = back[migration.version]
    if (!statements) throw new Error(`Say in ${import.meta.filename} how migration ${migration.version} is taken back.`)
    for (const statement of statements) await database.execute(statement)
  }
  await database.execute(`delete from schema_version where version > ${version}`)
}
