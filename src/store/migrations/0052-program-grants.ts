import type { Migration } from './migrate.ts'

/**
 * What readers allowed programs that asked by OAuth, and the access tokens of each. A grant without `refresh_hash` waits for its code.
 * `previous_hash` is the refresh token before the present one, replaced at `rotated_at`.
 */
export const programGrants: Migration = {
  version: 52,
  name: 'program grants',
  isExpand: true,
  statements: ({ ordered }) => [
    `create table program_grant (
      id text primary key, reader_id text not null, client_id text not null, name text not null, redirect_uri text not null,
      scopes text not null, resource text not null, challenge text not null, code_hash text not null, refresh_hash text,
      previous_hash text, rotated_at ${ordered}, created_at ${ordered} not null, seen_at ${ordered}, expires_at ${ordered} not null)`,
    'create index program_grant_by_reader on program_grant (reader_id)',
    `create table program_access (
      token_hash text primary key, grant_id text not null, reader_id text not null, expires_at ${ordered} not null)`,
    'create index program_access_by_grant on program_access (grant_id)',
    'create index program_access_by_reader on program_access (reader_id)',
  ],
}
