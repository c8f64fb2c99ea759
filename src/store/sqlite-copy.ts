import { Worker } from 'node:worker_threads'

/**
 * Writes a consistent copy of a database file and reads it again: `vacuum into`, on a thread and a connection of its own, so that neither
 * readers nor the writer wait. Rejects when the target is there already, cannot be written, or does not open as a sound store.
 */
export async function copyDatabase(path: string, target: string): Promise<void> {
  const worker = new Worker(new URL('./sqlite-copy-thread.ts', import.meta.url), { workerData: { path, target } })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  worker.once('error', reject)
  worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The copy ended early (${code}).`))))
  await promise
}
