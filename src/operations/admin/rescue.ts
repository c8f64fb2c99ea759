import { join } from 'node:path'
import { defined } from '../../core/defined.ts'
import { examineInThread } from '../../store/copy/sqlite-copy.ts'
import { type Damage, nameDamage } from '../../store/engine/find-damage.ts'
import { listBackups } from './backup-folder.ts'

/** What can be done about a damaged database file. */
export type Rescue = {
  /** What is damaged, in English. */
  readonly damaged: string
  /** Where only indexes are damaged: the commands that copy all that is kept into a new file, with new indexes, and put it in its place. */
  readonly remake?: readonly string[]
  /** The newest copy that was read to its last page and is sound; absent where there is none. */
  readonly backup?: SoundBackup
}

export type SoundBackup = { readonly path: string; readonly at: string; readonly entries: number }

/** What to do about `damage` of a file. Takes as long as reading the newest copies in `folder` until one is sound. */
export async function rescueFrom(damage: Damage, file: string, folder: string): Promise<Rescue> {
  const backup = await newestSoundBackup(folder)
  const isRemade = damage.isWhole && damage.parts.every(({ kind }) => kind === 'index' || kind === 'search')
  const remade = inShell(`${file}.remade`)
  const remake = [`npm start copy-store -- --from ${inShell(file)} --to ${remade}`, `npm start restore ${remade}`]
  return { damaged: nameDamage(damage), ...defined({ remake: isRemade ? remake : undefined, backup }) }
}

/** The newest copy in a folder that is sound, each read to its last page in a thread; undefined where none is. */
export async function newestSoundBackup(folder: string): Promise<SoundBackup | undefined> {
  for (const { name, at } of await listBackups(folder)) {
    const path = join(folder, name)
    const found = await examineInThread(path).catch(() => undefined)
    if (found?.kind === 'sound' && found.foreign === undefined) return { path, at, entries: found.entries }
  }
  return undefined
}

/** The command that puts a copy back. */
export function restoreCommand({ path }: SoundBackup): string {
  return `npm start restore ${inShell(path)}`
}

function inShell(path: string): string {
  return /^[\w./:-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}

/** What to do about a database that cannot be used, in English, a line each. `folder`: where copies lie. */
export async function rescueLines(folder: string): Promise<readonly string[]> {
  const backup = await newestSoundBackup(folder)
  return backup
    ? [
        `The newest sound copy is of ${backup.at.slice(0, 16).replace('T', ' ')} UTC, with ${backup.entries} entries. To put it back, stop Twosource and run:`,
        `  ${restoreCommand(backup)}`,
        'What is there now is kept beside it.',
      ]
    : [
        `There is no sound copy in ${folder}. Keep the file as it is; if you have a copy elsewhere, put it back with: npm start restore FILE`,
      ]
}
