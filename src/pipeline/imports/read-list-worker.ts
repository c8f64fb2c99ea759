import { parentPort, workerData } from 'node:worker_threads'
import { readList } from './read-list.ts'

const { text, folders } = workerData as { readonly text: string; readonly folders?: readonly string[] }

parentPort?.postMessage(readList(text, folders))
