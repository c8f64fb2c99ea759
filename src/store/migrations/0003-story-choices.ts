import type { Migration } from './migrate.ts'

/** Readers' choices about stories, the history of stories, and clustering's proposals that need a person. */
export const storyChoices: Migration = {
  version: 3,
  name: 'story-choices',
  statements: ({ id, integer, ordered }) => [
    `create table story_choice (
      id text primary key, kind text not null, from_story text not null, to_story text not null,
      from_title text not null, to_title text not null, moved text not null, aliases text,
      at ${ordered} not null, undone_at ${ordered})`,
    `create index story_choice_by_time on story_choice (at, id)`,
    `create index story_choice_by_from on story_choice (from_story)`,
    `create index story_choice_by_to on story_choice (to_story)`,
    `create table story_event (
      sequence ${id}, at ${ordered} not null, kind text not null, made_by text not null, from_story text not null,
      to_story text not null, from_title text not null, to_title text not null, articles text not null, choice_id text)`,
    `create index story_event_by_from on story_event (from_story)`,
    `create index story_event_by_to on story_event (to_story)`,
    `create table story_proposal (
      id text primary key, kind text not null, story_id text not null, other_id text, articles text not null,
      at ${ordered} not null, is_dismissed ${integer} not null)`,
    `create index story_proposal_by_story on story_proposal (story_id)`,
    `create index story_proposal_by_other on story_proposal (other_id) where other_id is not null`,
  ],
}
