import { parentPort } from 'node:worker_threads'
import { annotate } from '../analyze/annotate.ts'
import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import { type Digest, type DigestInput, digest } from './digest.ts'

/** What a thread is asked: to read an article, or to read a text again that is kept already. */
export type Work =
  | { readonly kind: 'digest'; readonly input: DigestInput }
  | { readonly kind: 'annotate'; readonly document: Document }
export type WorkerRequest = { readonly id: number; readonly work: Work }
export type WorkerReply =
  | { readonly id: number; readonly kind: 'done'; readonly result: Digest | Annotations }
  | { readonly id: number; readonly kind: 'failed'; readonly error: string }

parentPort?.on('message', ({ id, work }: WorkerRequest) => {
  parentPort?.postMessage(reply(id, work))
})

function reply(id: number, work: Work): WorkerReply {
  try {
    return { id, kind: 'done', result: work.kind === 'digest' ? digest(work.input) : annotate(work.document) }
  } catch (error) {
    return { id, kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
