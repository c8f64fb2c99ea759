import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Which of a database file, the files SQLite keeps beside it and their folder this user can't write to, and what to do about it.
 * Returns undefined when that isn't the problem.
 */
export function lackingRights(path: string): string | undefined {
  const folder = dirname(path)
  if (!existsSync(folder)) return lackingToMake(folder)
  const files = [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file))
  for (const place of [folder, ...files]) {
    const code = refusal(place, place === folder)
    if (code === 'EROFS') return `${place} is on a disk that is read-only. Nothing in it was changed`
    if (code !== undefined)
      return isOwn(place)
        ? `${place} may not be written to by its owner (${thisUser()}): allow it with chmod u+rwX. Nothing in it was changed`
        : `${place} belongs to another user than this one (${thisUser()}): run it as that user, or give it to this one with chown. Nothing in it was changed`
  }
  return undefined
}

/** Why a missing folder couldn't be created. */
function lackingToMake(folder: string): string | undefined {
  let above = dirname(folder)
  while (!existsSync(above)) above = dirname(above)
  const code = refusal(above, true)
  if (code === undefined) return undefined
  const why =
    code === 'EROFS'
      ? 'is on a disk that is read-only'
      : isOwn(above)
        ? 'may not be written to'
        : `belongs to another user than this one (${thisUser()})`
  return `the folder ${folder} is not there, and ${above} ${why}: make the folder for this user, or set TWOSOURCE_DATA to one of its own. Nothing in it was changed`
}

/** The error code when this user can't read and write a path; undefined when they can, or when it fails for another reason. */
function refusal(place: string, isFolder: boolean): 'EROFS' | 'EACCES' | 'EPERM' | undefined {
  try {
    accessSync(place, constants.R_OK | constants.W_OK | (isFolder ? constants.X_OK : 0))
    return undefined
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'EROFS' || code === 'EACCES' || code === 'EPERM' ? code : undefined
  }
}

function isOwn(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.uid === process.getuid?.()
}

function thisUser(): number | string {
  return process.getuid?.() ?? 'who runs it'
}
