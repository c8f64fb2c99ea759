import type { Migration } from './migrate.ts'

/** The shared desk: its stories, the notes on them, and the log of who did what. Names are those of the accounts. */
export const desk: Migration = {
  version: 55,
  name: 'desk',
  isExpand: true,
  statements: ({ ordered }) => [
    `create table desk_story (
      story_id text primary key, state text not null, assignee_id text, due text, put_by text,
      put_at ${ordered} not null, changed_at ${ordered} not null)`,
    `create table desk_note (
      id text primary key, story_id text not null, reader_id text not null, body text not null, at ${ordered} not null)`,
    'create index desk_note_by_story on desk_note (story_id, at)',
    `create table desk_event (
      id text primary key, story_id text not null, act text not null, actor_id text not null, assignee_id text,
      value text, at ${ordered} not null)`,
    'create index desk_event_by_time on desk_event (at, id)',
  ],
}
