import type { Migration } from './migrate.ts'

/**
 * Sign-in methods besides passwords: passkeys, one-time codes with recovery codes, and identities at other servers; and unfinished
 * sign-in steps, each bound to one browser. Only hashes of what a browser or reader sends are stored.
 */
export const waysToSignIn: Migration = {
  version: 8,
  name: 'ways-to-sign-in',
  statements: ({ integer, ordered }) => [
    `create table passkey (
      id text primary key, reader_id text not null, public_key text not null, algorithm text not null,
      counter ${integer} not null, name text not null, created_at ${ordered} not null, seen_at ${ordered})`,
    `create index passkey_by_reader on passkey (reader_id, created_at)`,
    `create table code_device (
      reader_id text primary key, secret text not null, last_step ${integer} not null, created_at ${ordered} not null)`,
    `create table recovery_code (reader_id text not null, hash text not null, primary key (reader_id, hash))`,
    `create table outside_identity (
      issuer text not null, subject text not null, reader_id text not null, name text not null,
      created_at ${ordered} not null, seen_at ${ordered}, primary key (issuer, subject))`,
    `create index outside_identity_by_reader on outside_identity (reader_id, created_at)`,
    `create table sign_in_step (
      token_hash text primary key, kind text not null, reader_id text, secret text not null, expires_at ${ordered} not null)`,
    `create index sign_in_step_by_time on sign_in_step (expires_at)`,
  ],
}
