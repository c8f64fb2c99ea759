import { DatabaseSync } from 'node:sqlite'
import { workerData } from 'node:worker_threads'

// Runs once and ends: an error that is thrown here is the answer.
const { path, target } = workerData as { path: string; target: string }
const db = new DatabaseSync(path)
try {
  db.exec('pragma busy_timeout = 60000')
  db.prepare('vacuum into ?').run(target)
} finally {
  db.close()
}
