import { Worker } from 'node:worker_threads'
import type { ExaminedCopy } from './examine-copy.ts'

/**
 * Writes a consistent copy of a database file and reads it again: `vacuum into` on another thread and connection, so that neither
 * readers nor the writer wait. Rejects when the target exists, can't be written, or doesn't open as a sound store.
 */
export async function copyDatabase(path: string, target: string): Promise<void> {
  const worker = new Worker(new URL('./sqlite-copy-thread.ts', import.meta.url), { workerData: { path, target } })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  worker.once('error', reject)
  worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The copy ended early (${code}).`))))
  await promise
}

/** Examines a copy (`examineCopy`) in another thread. Rejects only when the thread fails. */
export function examineInThread(path: string): Promise<ExaminedCopy> {
  const worker = new Worker(new URL('./examine-copy-thread.ts', import.meta.url), { workerData: { path } })
  const { promise, resolve, reject } = Promise.withResolvers<ExaminedCopy>()
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`The look at ${path} ended early (${code}).`)))
  return promise
}
