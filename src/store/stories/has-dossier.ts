import { type SqlBool, sql } from 'kysely'

/**
 * Matches stories with a dossier. A literal rather than a parameter: only then does SQLite use the partial index of such stories,
 * and read one day's instead of all.
 */
export const hasDossier = sql<SqlBool>`story.has_dossier = 1`

/** Matches stories of which the time of an article is known. The others are news of no day. */
export const hasTime = sql<SqlBool>`story.last_at not like '%-00:00'`
