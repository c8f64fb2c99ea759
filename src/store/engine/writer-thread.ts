import { Worker } from 'node:worker_threads'

let begun: Worker | undefined

/** Starts the thread that will write to an SQLite file, before it is known which: it gets ready while other code is loaded. */
export function beginWriterThread(): void {
  begun ??= hire()
}

/** The thread that was begun, else one begun now. It waits to be told the path of its file, and then for what `sqlite-writer.ts` sends. */
export function takeWriterThread(): Worker {
  const worker = begun ?? hire()
  begun = undefined
  return worker
}

function hire(): Worker {
  const worker = new Worker(new URL('./sqlite-writer-thread.ts', import.meta.url), {
    // What crosses to it is short-lived, and bounded by a batch of polls.
    resourceLimits: { maxYoungGenerationSizeMb: 3 },
  })
  worker.unref()
  return worker
}
