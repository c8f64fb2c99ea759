import { parentPort, workerData } from 'node:worker_threads'
import { findDamage } from './find-damage.ts'

// Runs once and ends; its only message is the damage it found.
const { path, mostMs } = workerData as { path: string; mostMs: number }
parentPort?.postMessage(findDamage(path, performance.now() + mostMs))
