import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder, and those above it, for this user alone, such that a power cut does not take them away again. One that is there
 * stays as it is.
 */
export function makeLastingFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  // Of each folder that was made, the name stands in the one above.
  for (let made = path; made.length >= first.length; made = dirname(made)) keepNames(dirname(made))
}

/**
 * Makes a file for this user alone, empty, for who writes into it next, whatever folder it is in. One that is there stays as it is,
 * with its rights.
 */
export function makeOwnFile(path: string): void {
  try {
    closeSync(openSync(path, 'a', 0o600))
  } catch {
    // Who opens it next says why it cannot be.
  }
}

/** Writes down which names a folder has: what was made, renamed or removed in it stays so through a power cut. */
export function keepNames(folder: string): void {
  let opened: number | undefined
  try {
    opened = openSync(folder, 'r')
    fsyncSync(opened)
  } catch {
    // Some file systems have no such thing; then names are as lasting as they make them.
  } finally {
    if (opened !== undefined) closeSync(opened)
  }
}

/** Writes down what is in a file, so that it stays through a power cut. Throws where it cannot be. */
export function keepBytes(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
