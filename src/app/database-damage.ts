import { join } from 'node:path'
import { rescueLines } from '../operations/admin/rescue.ts'
import { nameDamage } from '../store/engine/find-damage.ts'
import { checkInThread, isDamage } from '../store/engine/watch-damage.ts'
import { filePathOf, isPostgresUrl } from '../store/open-store.ts'
import { StoreDamagedError, StoreError } from '../store/store-errors.ts'
import type { Config } from './config/config.ts'

const LOOK_MS = 20_000

/** The database file of these settings, if it is a file. */
function databaseFileOf(config: Config): string | undefined {
  const place = config.TWOSOURCE_DATABASE ?? join(config.TWOSOURCE_DATA, 'twosource.db')
  return isPostgresUrl(place) ? undefined : filePathOf(place)
}

/** The folder of backups of these settings. */
export function backupFolderOf(config: Config): string {
  return config.TWOSOURCE_BACKUP_FOLDER ?? join(config.TWOSOURCE_DATA, 'backups')
}

/**
 * What to print when a program ended because its database file is damaged: what is damaged, and how to restore the newest intact backup, as
 * lines. Undefined when the file is intact: then the error was our mistake. The check takes up to twenty seconds, plus the backups.
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
