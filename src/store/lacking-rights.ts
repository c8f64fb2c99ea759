import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Of a database file and its folder what this user may not write to, and what to do; undefined where it is something else. */
export function lackingRights(path: string): string | undefined {
  const folder = dirname(path)
  for (const place of existsSync(path) ? [folder, path] : [folder])
    try {
      accessSync(place, constants.R_OK | constants.W_OK | (place === folder ? constants.X_OK : 0))
    } catch (error) {
      switch ((error as NodeJS.ErrnoException).code) {
        case 'EROFS':
          return `${place} is on a disk that is read-only`
        case 'EACCES':
        case 'EPERM':
          return `${place} belongs to another user than this one (${process.getuid?.() ?? 'who runs it'}): run it as that user, or give it to this one with chown`
      }
    }
  return undefined
}
