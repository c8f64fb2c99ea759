import { parentPort, workerData } from 'node:worker_threads'
import { examineCopy } from './examine-copy.ts'

// Runs once and ends: what it found is its only message.
parentPort?.postMessage(examineCopy((workerData as { path: string }).path))
