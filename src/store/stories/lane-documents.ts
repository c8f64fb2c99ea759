import { sql } from 'kysely'
import type { DocumentId } from '../../core/ids.ts'
import { laneOf } from '../../core/text/primary-language.ts'
import type { Db, Engine } from '../engine/engine.ts'

/** A language code as it appears in documents, and its latest document. */
export type Spelling = { readonly language: string; readonly lane: string; readonly latest: number }

/**
 * All language codes in documents, each with its latest document: one index step per code, since there are some dozens among
 * millions of documents.
 */
export async function spellings({ reader }: Engine): Promise<readonly Spelling[]> {
  const found = await sql<{ language: string; latest: number }>`
    with recursive way (language) as (
      select min(language) from document
      union all
      select (select min(language) from document where document.language > way.language) from way where way.language is not null)
    select language, (select max(sequence) from document where document.language = way.language) as latest
    from way where language is not null`.execute(reader)
  return found.rows.map(({ language, latest }) => ({ language, lane: laneOf(language), latest }))
}

/** Up to which document each lane was last repaired; `''` is the default for lanes that never were. */
export async function repairMarks({ reader }: Engine): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.selectFrom('repair_mark').select(['lane', 'sequence']).execute()
  return new Map(rows.map(({ lane, sequence }) => [lane, sequence]))
}

/** Records that a lane was repaired. */
export async function markRepaired(engine: Engine, lane: string, sequence: number): Promise<void> {
  await engine.write((tx) =>
    engine.insertMany(tx, 'repair_mark', [{ lane, sequence }], {
      ifExists: 'on conflict (lane) do update set sequence = excluded.sequence',
    }),
  )
}

/** The documents with these language codes after one and up to another, not older than `since`. */
export async function documentsBetween(
  engine: Engine,
  languages: readonly string[],
  [after, until]: readonly [number, number],
  since: string,
): Promise<readonly DocumentId[]> {
  const rows = await engine.reader
    .selectFrom('document')
    .select('id')
    .where(engine.isIn('language', languages))
    .where('sequence', '>', after)
    .where('sequence', '<=', until)
    .where('at', '>=', since)
    .execute()
  return rows.map(({ id }) => id as DocumentId)
}

/** The lanes of the articles in these stories. */
export async function lanesOfStories(engine: Engine, reader: Db, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('membership')
    .innerJoin('article', 'article.id', 'membership.article_id')
    .innerJoin('document', 'document.id', 'article.document_id')
    .select('document.language')
    .distinct()
    .where(engine.isIn('membership.story_id', ids))
    .execute()
  return [...new Set(rows.map(({ language }) => laneOf(language)))].toSorted()
}
