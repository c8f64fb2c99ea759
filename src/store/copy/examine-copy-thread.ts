import { parentPort, workerData } from 'node:worker_threads'
import { examineCopy } from './examine-copy.ts'

// Runs once and ends; its only message is the result.
parentPort?.postMessage(examineCopy((workerData as { path: string }).path))
