import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const backupName = /^twosource-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(?:-by-itself)?\.db$/
/** What a copy is written into until it is whole, with the journal beside it. */
const halfName = /^twosource-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(?:-by-itself)?\.db\.part(?:-journal)?$/
/** No copy is written to for so long and still under way. */
const halfKeptMs = 86_400_000

/** A copy of the database. One made by itself goes when enough later ones are there; one that somebody asked for stays. */
export type Backup = {
  readonly name: string
  readonly sizeBytes: number
  readonly at: string
  readonly isByItself: boolean
}

/** The name of a copy that is begun at a moment. */
export function backupNameAt(at: Date, isByItself: boolean): string {
  return `twosource-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z${isByItself ? '-by-itself' : ''}.db`
}

/** The copies in a folder, newest first. A folder that is not there has none. */
export async function listBackups(folder: string): Promise<readonly Backup[]> {
  const names = await readdir(folder).catch(() => [])
  const found = await Promise.all(names.map((name) => findBackupIn(folder, name)))
  return found
    .filter((backup) => backup !== undefined)
    .map(({ path: _, ...backup }) => backup)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Undefined for what is no copy of ours: another name, a folder, a path. */
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

/** True for the time of a copy that was made while the clock was ahead: nobody knows how old it is. */
export function isAhead(at: string, now: Date): boolean {
  return Date.parse(at) > now.getTime() + 3_600_000
}

/** Deletes the copies made by themselves but for the newest `kept` of them; those whose age nobody knows go before others. */
export async function removeOldBackups(folder: string, kept: number, now: Date): Promise<void> {
  const byItself = (await listBackups(folder)).filter(({ isByItself }) => isByItself)
  const ahead = byItself.filter(({ at }) => isAhead(at, now))
  const known = byItself.filter(({ at }) => !isAhead(at, now))
  for (const { name } of [...known, ...ahead].slice(kept)) await rm(join(folder, name), { force: true })
}

/** Deletes what copies left behind whose process was ended over them. */
export async function removeHalfBackups(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!halfName.test(name)) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile() && found.mtimeMs < now.getTime() - halfKeptMs) await rm(path, { force: true })
  }
}

/** The moment in the name of a copy. */
function atOf(name: string): string {
  return name.replace(/^twosource-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)Z.*$/, '$1:$2:$3Z')
}
