import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

/** Creates a folder and its parents for this user only, so that they survive a power cut. An existing folder is left as it is. */
export function makeDurableFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  // The name of each created folder is stored in its parent.
  for (let made = path; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made))
}

/**
 * Creates an empty file that only this user can read, whatever the folder's rights. An existing file and its rights are left as they
 * are.
 */
export function makeOwnFile(path: string): void {
  try {
    closeSync(openSync(path, 'a', 0o600))
  } catch {
    // The next one to open it reports why it can't be opened.
  }
}

/** Syncs a folder's names to disk: files created, renamed or removed in it stay so after a power cut. */
export function syncFolder(folder: string): void {
  let opened: number | undefined
  try {
    opened = openSync(folder, 'r')
    fsyncSync(opened)
  } catch {
    // Some file systems can't sync a folder; there, names are as durable as the system makes them.
  } finally {
    if (opened !== undefined) closeSync(opened)
  }
}

/** Syncs a file's contents to disk, so that they survive a power cut. Throws when that fails. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
