import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Recording } from '../core/feed/recording.ts'
import type { SoundForm } from './sound-encoders.ts'

/** Recordings by key, limited in bytes; the oldest are deleted first. */
type RecordingFolder = {
  find(key: string): Promise<Recording | undefined>
  keep(key: string, file: Uint8Array, heard: Pick<Recording, 'seconds' | 'cues'>): Promise<Recording>
}

/** Opens the folder, which is created with the first recording. Any other file in it counts as a recording. */
export function openRecordingFolder(folder: string, form: SoundForm, mostBytes: number): RecordingFolder {
  const { extension, contentType } = form
  const soundOf = (key: string) => join(folder, `${key}.${extension}`)
  const cuesOf = (key: string) => join(folder, `${key}.json`)

  async function find(key: string): Promise<Recording | undefined> {
    const path = soundOf(key)
    const found = await stat(path).catch(() => undefined)
    const heard = found && (await readFile(cuesOf(key), 'utf8').catch(() => undefined))
    if (!found || heard === undefined) return undefined
    const { seconds, cues } = JSON.parse(heard) as Pick<Recording, 'seconds' | 'cues'>
    const { size: bytes, mtimeMs } = found
    const tag = [key.slice(0, 16), bytes.toString(36), Math.floor(mtimeMs).toString(36)].join('-')
    return { contentType, bytes, seconds, cues, tag, read: (from, last) => readPart(path, from, last) }
  }

  return {
    find,
    async keep(key, file, { seconds, cues }) {
      await mkdir(folder, { recursive: true })
      // The sound is written last and renamed when complete, so that a visible recording always has all its sound and cues.
      await writeAtomically(cuesOf(key), JSON.stringify({ seconds, cues }))
      await writeAtomically(soundOf(key), file)
      await deleteOldest(folder, mostBytes, key)
      return (await find(key))!
    },
  }
}

async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  // Flushed to disk before the rename, so that a power failure leaves no partial file under the final name.
  await writeFile(`${path}.part`, content, { mode: 0o600, flush: true })
  await rename(`${path}.part`, path)
}

async function readPart(path: string, from?: number, last?: number): Promise<Buffer> {
  if (from === undefined || last === undefined) return readFile(path)
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(last - from + 1), 0, last - from + 1, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function deleteOldest(folder: string, mostBytes: number, newest: string): Promise<void> {
  const recordings = new Map<string, { paths: string[]; size: number; at: number }>()
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const { size, mtimeMs } = await stat(path)
    const key = name.replace(/\..*$/, '')
    const known = recordings.get(key) ?? { paths: [], size: 0, at: 0 }
    known.paths.push(path)
    known.size += size
    known.at = Math.max(known.at, mtimeMs)
    recordings.set(key, known)
  }
  let total = [...recordings.values()].reduce((sum, { size }) => sum + size, 0)
  for (const [key, { paths, size }] of [...recordings].sort(([, a], [, b]) => a.at - b.at)) {
    if (total <= mostBytes || key === newest) continue
    for (const path of paths) await rm(path, { force: true })
    total -= size
  }
}
