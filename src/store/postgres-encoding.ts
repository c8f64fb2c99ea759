import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Refuses to begin in a database that keeps text otherwise than in UTF-8: it would refuse what it has no letters for, or keep mere
 * bytes. One that is in use already is left as it is.
 */
export async function refuseEncoding(reader: Kysely<Schema>, schema: string): Promise<void> {
  const found = await sql<{ encoding: string }>`
    select current_setting('server_encoding') as encoding
    where to_regclass(${`${schema}.schema_version`}) is null`.execute(reader)
  const encoding = found.rows[0]?.encoding ?? 'UTF8'
  if (encoding !== 'UTF8')
    throw new Error(
      `The database keeps text in ${encoding}, which cannot hold all letters: make one with encoding 'UTF8'.`,
    )
}
