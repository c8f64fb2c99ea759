import { type SqlBool, sql } from 'kysely'

/**
 * Holds for stories that have been told. Written out and not as a parameter: only then does SQLite see that the index of told
 * stories has them all, and reads those of a day instead of every story there is.
 */
export const isTold = sql<SqlBool>`story.has_dossier = 1`
