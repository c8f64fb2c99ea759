import { chmodSync, copyFileSync, existsSync, linkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { defined } from '../../core/defined.ts'
import { whyNotOpened } from '../../core/text/regular-file.ts'
import { makeDurableFolder, syncFile, syncFolder } from '../engine/durable-files.ts'
import { lackingRights } from '../engine/lacking-rights.ts'
import { openConnection } from '../engine/sqlite-connection.ts'
import { migrations } from '../migrations/all.ts'
import { columnsOf, shapeOf } from '../store-shape.ts'
import { examineCopy } from './examine-copy.ts'

export type Restored =
  | { readonly kind: 'restored'; readonly entries: number; readonly newestAt?: string; readonly keptAs?: string }
  /** Nothing was changed. */
  | { readonly kind: 'refused'; readonly why: string }

/**
 * Replaces a database file with a copy. The copy is first read completely and written beside the target, which is then replaced in
 * one step: at any moment there is either the old file or the new one, complete. The old file is kept under another name. Refused
 * when somebody has the target open, or the copy is unsound or from a newer program.
 */
export function restoreFile(copy: string, place: string, now: Date): Restored {
  // A symbolic link may lead to another disk with more space, so replace its target.
  const target = existsSync(place) ? realpathSync(place) : place
  if (!existsSync(copy)) return refused(`There is no file ${copy}.`)
  const why = whyNotOpened(statSync(copy))
  if (why) return refused(`${copy} ${why}. Nothing was changed.`)
  const found = examineCopy(copy)
  if (found.kind === 'unsound')
    return refused(`${copy} can’t be restored: ${found.why.replace(/\.?$/, '.')} Nothing was changed.`)
  if (found.kind === 'not-here')
    return refused(
      `${copy} can’t be read where it is: ${found.why}. Nothing was changed; copy it to a folder of this user first.`,
    )
  const known = migrations.at(-1)?.version ?? 0
  if (found.schemaVersion > known)
    return refused(
      `${copy} was made by a newer program (version ${found.schemaVersion} of the data; this one knows up to ${known}). Update the program first.`,
    )
  // A trigger would run on all later writes, with the rights of the program.
  if (found.foreign !== undefined)
    return refused(
      `${copy} contains the ${found.foreign}, which Twosource didn’t make. Nothing was changed; if it’s yours, drop it from the backup first.`,
    )
  const missing = missingInCopy(copy, found.schemaVersion)
  if (missing !== undefined)
    return refused(`${copy} is missing the ${missing}, which Twosource needs. Nothing was changed; use another backup.`)
  const isThere = existsSync(target)
  if (isThere) {
    const why = whyNotAlone(target)
    if (why !== undefined) return refused(why)
  }
  // The existing file may be read-only: it is renamed, and another takes its place.
  const lacking = lackingRights(`${target}.restoring`)
  if (lacking !== undefined) return refused(`${target} cannot be used as the database: ${lacking}.`)
  makeDurableFolder(dirname(target))
  const beside = `${target}.restoring`
  for (const part of ['', '-wal', '-shm']) rmSync(`${beside}${part}`, { force: true })
  copyFileSync(copy, beside)
  // Whoever may read the copy needn't be able to read later data.
  chmodSync(beside, isThere ? statSync(target).mode & 0o777 : 0o600)
  // The last writes may be in a log beside the copy, if its server was killed or the file was renamed.
  if (existsSync(`${copy}-wal`)) {
    copyFileSync(`${copy}-wal`, `${beside}-wal`)
    takeInLog(beside)
  }
  syncFile(beside)
  const keptAs = `${target}.before-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  // Copying takes time: a server may have started meanwhile, and would write to a deleted file.
  const whyNotNow = isThere ? whyNotAlone(target) : undefined
  if (whyNotNow !== undefined) {
    rmSync(beside)
    return refused(whyNotNow)
  }
  if (isThere) keepCopyAs(target, keptAs)
  // These belong to the old file. Its log is empty unless the file couldn't be opened; then it is kept too.
  if (existsSync(`${target}-wal`)) renameSync(`${target}-wal`, `${keptAs}-wal`)
  rmSync(`${target}-shm`, { force: true })
  renameSync(beside, target)
  syncFolder(dirname(target))
  const { entries, newestAt } = found
  return { kind: 'restored', entries, ...defined({ newestAt, keptAs: isThere ? keptAs : undefined }) }
}

/** Why a database file can't be replaced now. Its log is written into it first. A file that is no longer a database may be replaced. */
function whyNotAlone(path: string): string | undefined {
  try {
    const { db, close } = openConnection(path, 'only-reader')
    try {
      db.prepare('select count(*) from sqlite_master').get()
      db.exec('pragma query_only = 0')
      db.exec('pragma wal_checkpoint(truncate)')
    } finally {
      close()
    }
    return undefined
  } catch (error) {
    return /locked|busy/.test(String(error))
      ? `${path} is in use. Stop Twosource first; nothing was changed.`
      : undefined
  }
}

/** Writes a database file's log into it. */
function takeInLog(path: string): void {
  const { db, close } = openConnection(path, 'writer')
  try {
    db.exec('pragma wal_checkpoint(truncate)')
  } finally {
    close()
  }
}

/** A hard link, so that the file never disappears; a copy where the disk doesn't support links. */
function keepCopyAs(path: string, name: string): void {
  try {
    linkSync(path, name)
  } catch {
    copyFileSync(path, name)
  }
}

function refused(why: string): Restored {
  return { kind: 'refused', why }
}

/**
 * The first table or column that a copy of a data version lacks; undefined when it has them all. A copy with parts removed is sound
 * to SQLite, but fails the server later.
 */
function missingInCopy(copy: string, version: number): string | undefined {
  const db = new DatabaseSync(copy, { readOnly: true })
  try {
    const there = columnsOf(db)
    for (const [table, columns] of shapeOf(version).columns) {
      const has = there.get(table)
      if (!has) return `table ${table}`
      for (const column of columns) if (!has.has(column)) return `column ${table}.${column}`
    }
    return undefined
  } finally {
    db.close()
  }
}
