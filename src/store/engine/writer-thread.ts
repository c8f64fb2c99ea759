import { Worker } from 'node:worker_threads'

let begun: Worker | undefined

/** Starts the thread that will write to an SQLite file before the file is known, so that it gets ready while other code loads. */
export function beginWriterThread(): void {
  begun ??= hire()
}

/** The thread already started, or a new one. It waits for the path of its file, then for messages from `sqlite-writer.ts`. */
export function takeWriterThread(): Worker {
  const worker = begun ?? hire()
  begun = undefined
  return worker
}

function hire(): Worker {
  const worker = new Worker(new URL('./sqlite-writer-thread.ts', import.meta.url), {
    // Its objects are short-lived, and bounded by a batch of polls.
    resourceLimits: { maxYoungGenerationSizeMb: 3 },
  })
  worker.unref()
  return worker
}
