import type { Migration } from './migrate.ts'

/**
 * Alerts: those raised for a reader, their channels, and each delivery. `alerts` of a follow is `on`, `off`, or null to follow the
 * reader's main switch. `alerts_at` is since when; for a search, the time up to which it was checked.
 */
export const alerts: Migration = {
  version: 11,
  name: 'alerts',
  statements: ({ integer, ordered }) => [
    `alter table follow add column alerts text`,
    `alter table follow add column alerts_at ${ordered}`,
    `create index follow_by_target on follow (kind, target)`,
    `alter table saved_search add column alerts text`,
    `alter table saved_search add column alerts_at ${ordered}`,
    `create table alert_setting (
      reader_id text primary key, all_on ${integer} not null, all_at ${ordered} not null, quiet_from ${integer},
      quiet_until ${integer}, per_hour ${integer} not null)`,
    `create table alert (
      id text primary key, reader_id text not null, key text not null, kind text not null, cause_kind text not null,
      target text not null, label text not null, is_new_story ${integer} not null, title text not null,
      language text not null, source_name text not null, path text not null, words text, citation_path text,
      at ${ordered} not null, seen_at ${ordered})`,
    `create unique index alert_once on alert (reader_id, key)`,
    `create index alert_by_time on alert (reader_id, at)`,
    `create table alert_channel (
      id text primary key, reader_id text not null, kind text not null, address text not null, secret text not null,
      is_on ${integer} not null, failures ${integer} not null, last_error text, at ${ordered} not null)`,
    `create unique index alert_channel_once on alert_channel (reader_id, kind, address)`,
    `create index alert_channel_by_secret on alert_channel (secret)`,
    `create table alert_delivery (
      alert_id text not null, channel_id text not null, reader_id text not null, state text not null,
      tries ${integer} not null, is_held ${integer} not null, next_at ${ordered} not null, batch text,
      sent_at ${ordered}, last_error text, primary key (alert_id, channel_id))`,
    `create index alert_delivery_waiting on alert_delivery (reader_id, state)`,
    `create index alert_delivery_sent on alert_delivery (channel_id, sent_at)`,
    `create table house_secret (name text primary key, value text not null)`,
  ],
}
