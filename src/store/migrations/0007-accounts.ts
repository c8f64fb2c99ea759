import type { Migration } from './migrate.ts'

/**
 * Accounts, passwords, sessions, invitations, API tokens and sign-in attempts. Only hashes of secrets are stored. The owner's
 * account is created without a password, with the id that everything so far is stored under.
 */
export const accounts: Migration = {
  version: 7,
  name: 'accounts',
  statements: ({ integer, ordered }) => [
    `create table account (
      id text primary key, name text not null, folded text not null unique, role text not null, email text,
      created_at ${ordered} not null, disabled_at ${ordered})`,
    `insert into account (id, name, folded, role, created_at)
      select 'owner', 'owner', 'owner', 'owner', min(at) from schema_version`,
    `create table password (reader_id text primary key, hash text not null, at ${ordered} not null)`,
    `create table session (
      id text primary key, reader_id text not null, token_hash text not null unique, means text not null,
      browser text not null, created_at ${ordered} not null, seen_at ${ordered} not null, expires_at ${ordered} not null)`,
    `create index session_by_reader on session (reader_id, seen_at)`,
    `create table invitation (
      id text primary key, reader_id text not null, token_hash text not null unique, role text not null, note text not null,
      created_at ${ordered} not null, expires_at ${ordered} not null)`,
    `create table api_token (
      id text primary key, reader_id text not null, token_hash text not null unique, name text not null,
      scopes text not null, created_at ${ordered} not null, seen_at ${ordered}, expires_at ${ordered})`,
    `create index api_token_by_reader on api_token (reader_id, created_at)`,
    `create table app_password (
      id text primary key, reader_id text not null, hash text not null, name text not null,
      created_at ${ordered} not null, seen_at ${ordered})`,
    `create index app_password_by_reader on app_password (reader_id, created_at)`,
    `create table sign_in_try (key text primary key, count ${integer} not null, started_at ${ordered} not null)`,
    `create index sign_in_try_by_time on sign_in_try (started_at)`,
    `create table house_setting (name text primary key, value text not null, at ${ordered} not null)`,
    `create table security_event (
      id text primary key, reader_id text, kind text not null, at ${ordered} not null)`,
    `create index security_event_by_time on security_event (at)`,
  ],
}
