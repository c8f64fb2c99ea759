import { join } from 'node:path'
import { defined } from '../../core/defined.ts'
import { examineInThread } from '../../store/copy/sqlite-copy.ts'
import { type Damage, nameDamage } from '../../store/engine/find-damage.ts'
import { listBackups } from './backup-folder.ts'

/** How to recover from a damaged database file. */
export type Rescue = {
  /** What is damaged, in English. */
  readonly damaged: string
  /** If only indexes are damaged: the commands that copy all data into a new file with new indexes and replace the old file. */
  readonly remake?: readonly string[]
  /** The newest backup that was read completely and is sound; absent if there is none. */
  readonly backup?: SoundBackup
}

type SoundBackup = { readonly path: string; readonly at: string; readonly entries: number }

/** Finds out how to recover from `damage`. Reads the newest backups in `folder` until one is sound. */
export async function rescueFrom(damage: Damage, file: string, folder: string): Promise<Rescue> {
  const backup = await newestSoundBackup(folder)
  const isRemade = damage.isWhole && damage.parts.every(({ kind }) => kind === 'index' || kind === 'search')
  const remade = inShell(`${file}.remade`)
  const remake = [`npm start copy-store -- --from ${inShell(file)} --to ${remade}`, `npm start restore ${remade}`]
  return { damaged: nameDamage(damage), ...defined({ remake: isRemade ? remake : undefined, backup }) }
}

/** The newest sound backup in a folder, each read completely in a thread; undefined if there is none. */
async function newestSoundBackup(folder: string): Promise<SoundBackup | undefined> {
  for (const { name, at } of await listBackups(folder)) {
    const path = join(folder, name)
    const found = await examineInThread(path).catch(() => undefined)
    if (found?.kind === 'sound' && found.foreign === undefined) return { path, at, entries: found.entries }
  }
  return undefined
}

export function restoreCommand({ path }: SoundBackup): string {
  return `npm start restore ${inShell(path)}`
}

function inShell(path: string): string {
  return /^[\w./:-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}

/** Advice for an unusable database, in English, one line each. `folder` contains the backups. */
export async function rescueLines(folder: string): Promise<readonly string[]> {
  const backup = await newestSoundBackup(folder)
  return backup
    ? [
        `The newest intact backup is from ${backup.at.slice(0, 16).replace('T', ' ')} UTC, with ${backup.entries} entries. To restore it, stop Twosource and run:`,
        `  ${restoreCommand(backup)}`,
        'The current file is kept beside it.',
      ]
    : [
        `There is no sound copy in ${folder}. Keep the file as it is; if you have a copy elsewhere, put it back with: npm start restore FILE`,
      ]
}
