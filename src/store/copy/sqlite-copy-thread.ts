import { DatabaseSync } from 'node:sqlite'
import { workerData } from 'node:worker_threads'
import { syncFile } from '../engine/durable-files.ts'
import { examineCopy } from './examine-copy.ts'

// Runs once and ends; a thrown error is the answer.
const { path, target } = workerData as { path: string; target: string }
const db = new DatabaseSync(path)
try {
  db.exec('pragma busy_timeout = 60000')
  db.prepare('vacuum into ?').run(target)
} finally {
  db.close()
}
// The database leaves it to the system when a copy is synced to disk.
syncFile(target)
const found = examineCopy(target)
if (found.kind !== 'sound') throw new Error(`The backup was made, but it’s damaged: ${found.why}`)
