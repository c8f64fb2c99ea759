import { readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { PictureHeader } from '../../core/article.ts'
import { listPictureFiles, pictureEndings, pictureTypeOf, writePictureFile } from './picture-files.ts'

/** A cache of fetched pictures beside the database; it can be deleted at any time without losing anything. */
export type PictureFolder = {
  /** Type and size of a cached picture, without touching the disk. */
  headerOf(key: string): PictureHeader | undefined
  /** Length of a cached picture, without touching the disk. */
  bytesOf(key: string): number | undefined
  /** Undefined when it isn't cached, or no longer. */
  find(key: string): Promise<{ readonly header: PictureHeader; readonly bytes: Uint8Array } | undefined>
  /**
   * Caches one, and deletes the least recently used until all fit. Returns false when it couldn't be stored, as on a full disk: the
   * caller can still show its bytes.
   */
  save(key: string, header: PictureHeader, bytes: Uint8Array): Promise<boolean>
  used(): { readonly count: number; readonly bytes: number }
}

type Kept = { readonly header: PictureHeader; readonly bytes: number; touchedMs: number }

const NAME = /^([\w-]{16,64})\.(\d{1,5})x(\d{1,5})\.([a-z]{3,4})$/
const TOUCH_MS = 3_600_000

/**
 * Opens the folder, which is created with the first picture. A file's name contains its type and size, so that no separate index can
 * disagree with it; its modification time is that of its last use.
 */
export async function openPictureFolder(path: string, maxBytes: number): Promise<PictureFolder> {
  // In order of last use, oldest first.
  const kept = new Map<string, Kept>()
  let total = 0
  for (const [key, one] of await readFolder(path)) {
    kept.set(key, one)
    total += one.bytes
  }
  const nameOf = (key: string, { type, width, height }: PictureHeader) =>
    `${key}.${width}x${height}.${pictureEndings[type]}`

  const forget = (key: string) => {
    const one = kept.get(key)
    if (!one) return
    kept.delete(key)
    total -= one.bytes
  }

  const makeRoom = async () => {
    for (const [key, { header }] of kept) {
      if (total <= maxBytes) return
      forget(key)
      await rm(join(path, nameOf(key, header)), { force: true }).catch(() => {})
    }
  }

  await makeRoom()
  return {
    headerOf: (key) => kept.get(key)?.header,
    bytesOf: (key) => kept.get(key)?.bytes,

    async find(key) {
      const one = kept.get(key)
      if (!one) return undefined
      const file = join(path, nameOf(key, one.header))
      const bytes = await readFile(file).catch(() => undefined)
      if (bytes?.length !== one.bytes) {
        forget(key)
        return undefined
      }
      kept.delete(key)
      kept.set(key, one)
      const now = Date.now()
      if (now - one.touchedMs > TOUCH_MS) {
        one.touchedMs = now
        await utimes(file, now / 1000, now / 1000).catch(() => {})
      }
      return { header: one.header, bytes }
    },

    async save(key, header, bytes) {
      if (bytes.length > maxBytes || !(await writePictureFile(path, nameOf(key, header), bytes))) return false
      forget(key)
      kept.set(key, { header, bytes: bytes.length, touchedMs: Date.now() })
      total += bytes.length
      await makeRoom()
      return true
    },

    used: () => ({ count: kept.size, bytes: total }),
  }
}

/** The cached files, least recently used first. Keeps files that aren't ours. */
async function readFolder(path: string): Promise<readonly (readonly [string, Kept])[]> {
  const names = await listPictureFiles(path)
  const found = await Promise.all(names.map((name) => readOne(path, name)))
  return found.flat().sort(([, a], [, b]) => a.touchedMs - b.touchedMs)
}

async function readOne(path: string, name: string): Promise<readonly (readonly [string, Kept])[]> {
  const file = join(path, name)
  const [, key = '', width, height, ending = ''] = NAME.exec(name) ?? []
  const type = pictureTypeOf(ending)
  const facts = type && (await stat(file).catch(() => undefined))
  if (!type || !facts?.isFile() || facts.size === 0) return []
  const header = { type, width: Number(width), height: Number(height) }
  return [[key, { header, bytes: facts.size, touchedMs: facts.mtimeMs }]]
}
