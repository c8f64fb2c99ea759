import { sql } from 'kysely'
import type { DocumentId } from '../../core/ids.ts'
import { laneOf } from '../../core/text/primary-language.ts'
import type { Engine, Reader } from '../engine/engine.ts'

/** How a language is written in the documents, and the latest of these. */
export type Spelling = { readonly language: string; readonly lane: string; readonly latest: number }

/**
 * All the ways in which languages are written in the documents, with the latest document of each: by one step through the index for
 * each, since there are some dozens among millions of documents.
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

/** Up to which document each lane was looked over as a whole; of a lane that never was, what `''` says. */
export async function repairMarks({ reader }: Engine): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.selectFrom('repair_mark').select(['lane', 'sequence']).execute()
  return new Map(rows.map(({ lane, sequence }) => [lane, sequence]))
}

/** Notes that a lane was looked over. */
export async function markRepaired(engine: Engine, lane: string, sequence: number): Promise<void> {
  await engine.write((tx) =>
    engine.insertMany(tx, 'repair_mark', [{ lane, sequence }], {
      ifExists: 'on conflict (lane) do update set sequence = excluded.sequence',
    }),
  )
}

/** The documents in these spellings after one and up to another, not older than `since`. */
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

/** The lanes of the articles that stand in these stories. */
export async function lanesOfStories(
  engine: Engine,
  reader: Reader,
  ids: readonly string[],
): Promise<readonly string[]> {
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
