import type { Migration } from './migrate.ts'

/**
 * What was removed for its age: `keeping` is how far each kind of work has got and how much it removed; `gone_entry` has a number
 * for the key of each removed entry, so that it doesn't return while its feed still lists it. `packed` contains compressed layers
 * and dossiers of inactive stories, unless the database compresses them itself; `brief_sent.stories` the stories in a brief.
 */
export const keeping: Migration = {
  version: 30,
  name: 'keeping',
  statements: ({ integer, ordered, blob, keyOnly }) => [
    `create table keeping (
      name text primary key, position ${integer} not null, entries ${integer} not null, articles ${integer} not null,
      stories ${integer} not null, first_at ${ordered} not null, at ${ordered} not null)`,
    `create table gone_entry (
      feed_id ${integer} not null references feed(id) on delete cascade, key_number ${integer} not null,
      primary key (feed_id, key_number))${keyOnly}`,
    `alter table annotation add column packed ${blob}`,
    `alter table story_dossier add column packed ${blob}`,
    'alter table brief_sent add column stories text',
  ],
  indexes: [
    { name: 'story_dossier_unpacked', table: 'story_dossier', columns: 'story_id', where: 'packed is null' },
    { name: 'syndication_by_other', table: 'syndication', columns: 'other_id' },
  ],
}
