import { join } from 'node:path'
import { rescueLines } from '../operations/admin/rescue.ts'
import { nameDamage } from '../store/engine/find-damage.ts'
import { checkInThread, isDamage } from '../store/engine/watch-damage.ts'
import { filePathOf, isPostgresUrl } from '../store/open-store.ts'
import { StoreDamagedError, StoreError } from '../store/store-errors.ts'
import type { Config } from './config/config.ts'

const LOOK_MS = 20_000

/** Where the database of these settings is, if it is a file. */
export function databaseFileOf(config: Config): string | undefined {
  const place = config.TWOSOURCE_DATABASE ?? join(config.TWOSOURCE_DATA, 'twosource.db')
  return isPostgresUrl(place) ? undefined : filePathOf(place)
}

/** Where copies of the database of these settings lie. */
export function backupFolderOf(config: Config): string {
  return config.TWOSOURCE_BACKUP_FOLDER ?? join(config.TWOSOURCE_DATA, 'backups')
}

/**
 * What to say where a program ended because of damage in its database file: what is damaged, and how to put the newest sound copy back, a
 * line each. Undefined where the file is sound: then the error was our mistake. As long as looking takes, twenty seconds and the copies.
 */
export async function damageLines(error: unknown, config: Config): Promise<readonly string[] | undefined> {
  const file = databaseFileOf(config)
  if (file === undefined) return undefined
  if (error instanceof StoreError)
    return isDamage(error.cause) ? [error.message, ...(await rescueLines(backupFolderOf(config)))] : undefined
  const found = await checkInThread(file, LOOK_MS).catch(() => undefined)
  const isDamaged = found !== undefined && found.parts.length > 0
  if (!isDamaged && !(error instanceof StoreDamagedError)) return undefined
  const named = isDamaged ? ` Damaged: ${nameDamage(found)}.` : ''
  const said = error instanceof StoreDamagedError ? error.message : new StoreDamagedError(file, error).message
  return [`${said}${named}`, ...(await rescueLines(backupFolderOf(config)))]
}
