import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PictureType } from '../../core/article.ts'
import { listPictureFiles, pictureEndings, pictureTypeOf, writePictureFile } from '../articles/picture-files.ts'

/** The icons of outlets beside the database, and the outlets that have none; it can be deleted at any time without losing anything. */
export type IconFolder = {
  /** When an outlet's icon was last looked for, in milliseconds, and the version of what was found; without touching the disk. */
  known(sourceId: string): { readonly atMs: number; readonly version?: string } | undefined
  /** How often something was saved: what was derived from `known` may differ when this does. */
  changes(): number
  find(sourceId: string): Promise<OutletIcon | undefined>
  /** Keeps an icon in the place of the one before; `undefined`: that the outlet has none. */
  save(sourceId: string, icon: OutletIcon | undefined, atMs: number): Promise<void>
}

export type OutletIcon = { readonly type: PictureType; readonly bytes: Uint8Array }

type Kept = { readonly file: string; readonly atMs: number; readonly version?: string; readonly type?: PictureType }

/** The outlet, when it was looked for, the version, the type; the last two only where there is an icon. */
const NAME = /^(\d{1,15})\.(\d{1,15})(?:\.([\w-]{8})\.([a-z]{3,4}))?$/

/** Opens the folder, which is created with the first icon. A file's name says all that is known of it. */
export async function openIconFolder(path: string): Promise<IconFolder> {
  const kept = new Map<string, Kept>()
  let changes = 0
  for (const file of await listPictureFiles(path)) {
    const [, id, at, version, ending = ''] = NAME.exec(file) ?? []
    const type = pictureTypeOf(ending)
    if (id === undefined || (version !== undefined && !type)) continue
    const one = { file, atMs: Number(at), ...(version !== undefined && type && { version, type }) }
    const [older, newer] = (kept.get(id)?.atMs ?? -1) < one.atMs ? [kept.get(id), one] : [one, kept.get(id)]
    if (newer) kept.set(id, newer)
    if (older) await rm(join(path, older.file), { force: true }).catch(() => {})
  }

  return {
    known: (id) => kept.get(id),
    changes: () => changes,

    async find(id) {
      const { file, type } = kept.get(id) ?? {}
      const bytes = file && type && (await readFile(join(path, file)).catch(() => undefined))
      return bytes && type ? { type, bytes } : undefined
    },

    async save(id, icon, atMs) {
      const before = kept.get(id)
      const version = icon && createHash('sha256').update(icon.bytes).digest('base64url').slice(0, 8)
      const file = [id, atMs, ...(icon && version ? [version, pictureEndings[icon.type]] : [])].join('.')
      const isWritten = await writePictureFile(path, file, icon?.bytes ?? new Uint8Array())
      // On a full disk an icon is none until the next try.
      kept.set(id, { file, atMs, ...(isWritten && icon && version && { version, type: icon.type }) })
      changes++
      if (before && before.file !== file) await rm(join(path, before.file), { force: true }).catch(() => {})
    },
  }
}
