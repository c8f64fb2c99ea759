import { Worker } from 'node:worker_threads'
import type { SavedLink } from '../../feeds/links/saved-link.ts'
import { byteBudget } from '../../http/long-bodies.ts'
import { yieldingBatches } from '../yielding-batches.ts'
import { type ImportFile, type ImportLimits, readImport } from './read-import.ts'
import type { ImportReply } from './read-import-worker.ts'

/** A shorter, unpacked file is read at once: that takes a few milliseconds, less than starting a thread. */
const SHORT_BYTES = 200_000
/** A reader's file takes a second or two, the owner's archive of pages more. */
const DEADLINE_MS = 120_000
/** Memory limit of the thread, in megabytes; the owner chooses the size of their own archive. */
const MAX_MEMORY_MB = 768
const MAX_MEMORY_OF_OWNER_MB = 4096

/** A budget of zero allows one file at a time, which bounds the memory for reading them. */
const line = byteBudget(0)

/**
 * Reads an import file as `readImport` does. A long or packed one is read in its own thread, so that no page waits for it; the thread ends
 * with the file and frees its memory.
 */
export async function readImportApart(file: Uint8Array, name: string, limits: ImportLimits = {}): Promise<ImportFile> {
  const isPacked = (file[0] === 0x1f && file[1] === 0x8b) || (file[0] === 0x50 && file[1] === 0x4b)
  if (file.length <= SHORT_BYTES && !isPacked) return readImport(file, name, limits)
  const leave = await line.enter(file.length)
  const reply = await readInThread(file, name, limits).finally(leave)
  if (reply.kind !== 'links') return reply
  const links: SavedLink[] = []
  await yieldingBatches(reply.lists, ([list]) => links.push(...(JSON.parse(list!) as readonly SavedLink[])), 1)
  return { kind: 'links', file: { ...reply.file, links } }
}

function readInThread(file: Uint8Array, name: string, limits: ImportLimits): Promise<ImportReply> {
  const isOfOwner = limits.takesArticles !== false
  const worker = new Worker(new URL('./read-import-worker.ts', import.meta.url), {
    workerData: { file, name, limits },
    resourceLimits: { maxOldGenerationSizeMb: isOfOwner ? MAX_MEMORY_OF_OWNER_MB : MAX_MEMORY_MB },
  })
  const { promise, resolve } = Promise.withResolvers<ImportReply>()
  const fail = (why: string) => resolve({ kind: 'unreadable', message: `${name} cannot be read: ${why}.` })
  const timer = setTimeout(() => fail(`that takes more than ${DEADLINE_MS / 1000} s`), DEADLINE_MS)
  worker.on('message', resolve)
  worker.on('error', () => fail('that takes more memory than one file may'))
  worker.on('exit', () => fail('that was broken off'))
  return promise.finally(async () => {
    clearTimeout(timer)
    await worker.terminate()
  })
}
