import { createThreadPool } from '../thread-pool.ts'
import type { RecordingFile, RecordingRead } from './read-recording-file.ts'

export type RecordingReader = {
  /** Returns nothing of a file that takes too long or too much memory. */
  read(file: RecordingFile): Promise<RecordingRead>
  close(): Promise<void>
}

/** Shorter files are read on the thread that fetched them: that takes a few milliseconds, less than starting a thread. */
const SHORT_BYTES = 100_000
const MAX_MEMORY_MB = 256
const IDLE_MS = 20_000

/**
 * Reads long files in its own thread, one after another, so that none blocks a page, and nobody waits behind the feeds that another thread
 * reads.
 */
export function createRecordingReader({ deadlineMs }: { readonly deadlineMs: number }): RecordingReader {
  const pool = createThreadPool<RecordingFile, RecordingRead>({
    program: new URL('./recording-worker.ts', import.meta.url),
    deadlineMs,
    idleMs: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB, maxYoungGenerationSizeMb: 8 },
  })
  return {
    async read(file) {
      if (file.body.length <= SHORT_BYTES) {
        const { readRecordingFile } = await import('./read-recording-file.ts')
        return readRecordingFile(file)
      }
      const body = Uint8Array.from(file.body)
      const read = await pool.ask({ ...file, body }, [body.buffer])
      return read.kind === 'done' ? read.result : {}
    },
    close: () => pool.close(),
  }
}
