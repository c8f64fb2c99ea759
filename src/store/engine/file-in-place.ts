import { readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs'

const ownFiles = '/proc/self/fd'

/**
 * Returns a function that checks whether the open database file and its write-ahead log are still the ones at their path. False once
 * one was moved, removed or replaced, since writes then go to a file nobody will find; true again when the same file is back. Takes
 * a few microseconds, so it can run with every write. On systems that don't list open files, a replacement isn't noticed.
 */
export function watchFile(path: string): () => boolean {
  const looks = [path, `${path}-wal`].map(watchOne)
  return () => looks.every((isInPlace) => isInPlace())
}

/** A file that doesn't exist yet counts as in place until it does. */
function watchOne(path: string): () => boolean {
  let first = numberOf(path)
  return () => {
    const number = numberOf(path)
    first ??= number
    if (number === first) return true
    if (number === undefined || !isOpenHere(path)) return false
    // Inode numbers can change on some file systems, so the open files decide whether it is another one.
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
