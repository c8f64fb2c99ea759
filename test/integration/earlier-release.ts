import { migrations } from '../../src/store/migrations/all.ts'
import type { TestDatabase } from './databases.ts'

/** What takes each migration back, by its number. */
const back: Readonly<Record<number, readonly string[]>> = {
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
  13: ['share', 'tag', 'tag_undo', 'highlight'].map((table) => `drop table ${table}`),
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
