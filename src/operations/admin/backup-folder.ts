import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const backupName = /^twosource-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(?:-by-itself)?\.db$/
/** A backup being written, and its journal. */
const halfName = /^twosource-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(?:-by-itself)?\.db\.part(?:-journal)?$/
/** A partial backup older than this is abandoned. */
const halfKeptMs = 86_400_000

/** A backup of the database. Automatic ones are deleted when enough later ones exist; requested ones stay. */
export type Backup = {
  readonly name: string
  readonly sizeBytes: number
  readonly at: string
  readonly isByItself: boolean
}

export function backupNameAt(at: Date, isByItself: boolean): string {
  return `twosource-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z${isByItself ? '-by-itself' : ''}.db`
}

/** The backups in a folder, newest first; empty for a missing folder. */
export async function listBackups(folder: string): Promise<readonly Backup[]> {
  const names = await readdir(folder).catch(() => [])
  const found = await Promise.all(names.map((name) => findBackupIn(folder, name)))
  return found
    .filter((backup) => backup !== undefined)
    .map(({ path: _, ...backup }) => backup)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Undefined for anything but a backup of ours: another name, a folder, a path. */
export async function findBackupIn(
  folder: string,
  name: string,
): Promise<(Backup & { readonly path: string }) | undefined> {
  if (!backupName.test(name)) return undefined
  const path = join(folder, name)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return { name, path, sizeBytes: found.size, at: atOf(name), isByItself: name.endsWith('-by-itself.db') }
}

/** True for a time in the future: the clock was ahead then, and the backup's real age is unknown. */
export function isAhead(at: string, now: Date): boolean {
  return Date.parse(at) > now.getTime() + 3_600_000
}

/** Deletes automatic backups except the newest `kept`; those of unknown age go first. */
export async function removeOldBackups(folder: string, kept: number, now: Date): Promise<void> {
  const automatic = (await listBackups(folder)).filter(({ isByItself }) => isByItself)
  const ahead = automatic.filter(({ at }) => isAhead(at, now))
  const known = automatic.filter(({ at }) => !isAhead(at, now))
  for (const { name } of [...known, ...ahead].slice(kept)) await rm(join(folder, name), { force: true })
}

/** Deletes partial backups of processes that ended while writing. */
export async function removeHalfBackups(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!halfName.test(name)) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile() && found.mtimeMs < now.getTime() - halfKeptMs) await rm(path, { force: true })
  }
}

function atOf(name: string): string {
  return name.replace(/^twosource-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)Z.*$/, '$1:$2:$3Z')
}
