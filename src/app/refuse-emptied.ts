import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { listBackups } from '../operations/admin/backup-folder.ts'
import { rescueLines } from '../operations/admin/rescue.ts'
import { StoreError } from '../store/store-errors.ts'

/**
 * Refuses to start with a new database where one was in use: an empty file, or none, beside traces only a used database leaves. A new one
 * would fill from the feeds, and its backups would replace those of the old one, day by day. Throws StoreError with what to do; an unused
 * folder, with an empty file or none, is fine. Backups, and a non-empty write-ahead log, are a trace either way. Pictures and recordings
 * are one beside an empty file: to start again, the owner deletes the file and does not empty it.
 */
export async function refuseEmptied(file: string, folder: string, backupFolder: string): Promise<void> {
  const size = sizeOf(file)
  // Opening it reports that it isn't a file, or can't be read.
  if (size === 'unknown' || (size !== undefined && size > 0)) return
  const isThere = size === 0
  const trace = await traceOfUse(file, isThere ? [join(folder, 'images'), join(folder, 'speech')] : [], backupFolder)
  if (trace === undefined) return
  const why = `it’s ${isThere ? 'empty' : 'missing'}, although ${trace} shows that it was in use.`
  throw new StoreError(
    file,
    [why, ...(await rescueLines(backupFolder)), `To start with an empty database instead, move ${trace} away`].join(
      '\n',
    ),
  )
}

/** The first file or folder that a used database leaves beside it. */
async function traceOfUse(file: string, folders: readonly string[], backupFolder: string): Promise<string | undefined> {
  const logSize = sizeOf(`${file}-wal`)
  if (typeof logSize === 'number' && logSize > 0) return `${file}-wal`
  if ((await listBackups(backupFolder)).length > 0) return backupFolder
  return folders.find((each) => namesIn(each) > 0)
}

/** In bytes; undefined when there is nothing. */
function sizeOf(path: string): number | undefined | 'unknown' {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    return found && !found.isFile() ? 'unknown' : found?.size
  } catch {
    return 'unknown'
  }
}

function namesIn(folder: string): number {
  try {
    return readdirSync(folder).length
  } catch {
    return 0
  }
}
