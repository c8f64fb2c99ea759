import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PictureType } from '../../core/article.ts'

/** How names of picture files end. */
export const pictureEndings: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'image/x-icon': 'ico',
}

const types = new Map(Object.entries(pictureEndings).map(([type, ending]) => [ending, type as PictureType]))

/** The type of a picture file whose name ends like this; undefined for other files. */
export function pictureTypeOf(ending: string): PictureType | undefined {
  return types.get(ending)
}

/** Names of the files in a folder of pictures, which needn't exist. Deletes those left incomplete by a crash. */
export async function listPictureFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  const parts = names.filter((name) => name.endsWith('.part'))
  await Promise.all(parts.map((name) => rm(join(folder, name), { force: true }).catch(() => {})))
  return names.filter((name) => !name.endsWith('.part'))
}

/** Creates the folder with its first file. Returns false when the file couldn't be stored, as on a full disk. */
export async function writePictureFile(folder: string, name: string, bytes: Uint8Array): Promise<boolean> {
  const part = join(folder, `${name}.${randomUUID()}.part`)
  const isWritten = await writeWhole(folder, part, bytes)
    .then(() => rename(part, join(folder, name)))
    .then(
      () => true,
      () => false,
    )
  if (!isWritten) await rm(part, { force: true }).catch(() => {})
  return isWritten
}

/** Synced to disk before it gets its name, so that a power cut leaves no partial picture under it. */
async function writeWhole(folder: string, part: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true })
  await using handle = await open(part, 'wx')
  await handle.writeFile(bytes)
  await handle.datasync()
}
