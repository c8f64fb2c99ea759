import { readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs'

const ownFiles = '/proc/self/fd'

/**
 * A look whether a database file that this process has open is still the one of its name, with its log of writes. False once one of them
 * was moved, removed, or another was put in its place: what is written then goes where nobody will look for it. True again when the same
 * file is put back. A few microseconds, so that it can be asked with every write. Where the system does not tell which files are open,
 * another in its place is not noticed.
 */
export function watchFile(path: string): () => boolean {
  const looks = [path, `${path}-wal`].map(watchOne)
  return () => looks.every((isInPlace) => isInPlace())
}

/** Of a file that is not there yet nothing is said until it is. */
function watchOne(path: string): () => boolean {
  let first = numberOf(path)
  return () => {
    const number = numberOf(path)
    first ??= number
    if (number === first) return true
    if (number === undefined || !isOpenHere(path)) return false
    // Numbers of files need not last on every file system: the open ones say whether it is another.
    first = number
    return true
  }
}

function numberOf(path: string): string | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    return found && `${found.dev}:${found.ino}`
  } catch {
    return undefined
  }
}

function isOpenHere(path: string): boolean {
  try {
    const name = realpathSync(path)
    return readdirSync(ownFiles).some((number) => linkOf(`${ownFiles}/${number}`) === name)
  } catch {
    return true
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
