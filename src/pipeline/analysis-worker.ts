import { parentPort } from 'node:worker_threads'
import { type DigestInput, digest } from './digest.ts'

export type WorkerRequest = { readonly id: number; readonly input: DigestInput }
export type WorkerReply =
  | { readonly id: number; readonly kind: 'done'; readonly digest: ReturnType<typeof digest> }
  | { readonly id: number; readonly kind: 'failed'; readonly error: string }

parentPort?.on('message', ({ id, input }: WorkerRequest) => {
  parentPort?.postMessage(reply(id, input))
})

function reply(id: number, input: DigestInput): WorkerReply {
  try {
    return { id, kind: 'done', digest: digest(input) }
  } catch (error) {
    return { id, kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
