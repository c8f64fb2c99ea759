import { DatabaseSync } from 'node:sqlite'
import { defined } from '../../core/defined.ts'

/** The result of examining a file that should be a copy of a store. */
export type ExaminedCopy =
  | {
      readonly kind: 'sound'
      readonly schemaVersion: number
      readonly entries: number
      /** When the newest entry was published, ISO 8601. */
      readonly newestAt?: string
      /** A trigger or view in it; Twosource creates none. */
      readonly foreign?: string
    }
  | { readonly kind: 'unsound'; readonly why: string }
  /** It may be sound, but it wasn't closed properly and its folder isn't writable. */
  | { readonly kind: 'not-here'; readonly why: string }

/**
 * Opens a copy and reads every page: checks `pragma integrity_check`, foreign keys, and that it is a store of ours. Writes nothing.
 * Takes as long as reading the file.
 */
export function examineCopy(path: string): ExaminedCopy {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(path, { readOnly: true })
    // Code in the file's schema doesn't run with extra rights.
    db.exec('pragma trusted_schema = 0')
    const damage = db.prepare('pragma integrity_check(5)').all() as { integrity_check: string }[]
    if (damage.some(({ integrity_check }) => integrity_check !== 'ok'))
      return { kind: 'unsound', why: damage.map(({ integrity_check }) => integrity_check).join('; ') }
    if (db.prepare('pragma foreign_key_check').get() !== undefined)
      return { kind: 'unsound', why: 'A row refers to one that is missing.' }
    const tables = db
      .prepare("select count(*) as count from sqlite_master where name in ('schema_version', 'entry')")
      .get()
    if ((tables as { count: number }).count !== 2) return { kind: 'unsound', why: 'it isn’t a Twosource database.' }
    const { version } = db.prepare('select max(version) as version from schema_version').get() as { version: number }
    const { entries, newest } = db
      .prepare('select count(*) as entries, max(published_at) as newest from entry')
      .get() as {
      entries: number
      newest: string | null
    }
    const own = db
      .prepare("select type || ' ' || name as called from sqlite_master where type in ('trigger', 'view')")
      .get()
    return {
      kind: 'sound',
      schemaVersion: version,
      entries,
      ...defined({ newestAt: newest ?? undefined, foreign: own && String(own.called).slice(0, 100) }),
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { kind: isOfPlace(error) ? 'not-here' : 'unsound', why }
  } finally {
    db?.close()
  }
}

const SQLITE_READONLY = 8
const SQLITE_CANTOPEN = 14

function isOfPlace(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined
  return code === SQLITE_READONLY || code === SQLITE_CANTOPEN
}
