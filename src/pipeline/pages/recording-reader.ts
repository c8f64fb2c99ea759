import { createThreadPool } from '../thread-pool.ts'
import { type RecordingFile, type RecordingRead, readRecordingFile } from './read-recording-file.ts'

/** Reads files that stand beside recordings. */
export type RecordingReader = {
  /** Nothing of a file that takes too long, or more memory than it may. */
  read(file: RecordingFile): Promise<RecordingRead>
  close(): Promise<void>
}

/** Up to this many bytes a file is read on the thread that fetched it: that takes some milliseconds, fewer than a thread takes to start. */
const SHORT_BYTES = 100_000
/** Memory the thread may hold, in megabytes. */
const MOST_MEMORY_MB = 256
/** A thread with nothing to read is ended after this long. */
const IDLE_MS = 20_000

/**
 * Reads long files in a thread of its own, one after another, so that none of them holds up a page; whoever opened theirs does not wait
 * for the feeds that another thread reads.
 */
export function createRecordingReader({ deadlineMs }: { readonly deadlineMs: number }): RecordingReader {
  const pool = createThreadPool<RecordingFile, RecordingRead>({
    program: new URL('./recording-worker.ts', import.meta.url),
    deadlineMs,
    idleMs: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: 8 },
  })
  return {
    async read(file) {
      if (file.body.length <= SHORT_BYTES) return readRecordingFile(file)
      const body = Uint8Array.from(file.body)
      const read = await pool.ask({ ...file, body }, [body.buffer])
      return read.kind === 'done' ? read.result : {}
    },
    close: () => pool.close(),
  }
}
