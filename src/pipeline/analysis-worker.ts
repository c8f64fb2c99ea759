import { parentPort } from 'node:worker_threads'
import { annotate } from '../analyze/annotate.ts'
import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import { type Digest, type DigestInput, digest } from './digest.ts'
import { type PageQuestion, type PageReading, readPage } from './read-page.ts'

/** What a thread is asked: to read an article, to read a text again that is kept already, or to look for something in a page. */
export type Work =
  | { readonly kind: 'digest'; readonly input: DigestInput }
  | { readonly kind: 'annotate'; readonly document: Document }
  | { readonly kind: 'page'; readonly question: PageQuestion }
export type WorkerRequest = { readonly id: number; readonly work: Work }
/** How long a thread took for an article, in milliseconds: for its text, and for what is in it. */
export type ReadMs = { readonly extract: number; readonly analyze: number }
export type WorkResult = Digest | Annotations | PageReading
export type WorkerReply =
  | { readonly id: number; readonly kind: 'done'; readonly result: WorkResult; readonly tookMs?: ReadMs }
  | { readonly id: number; readonly kind: 'failed'; readonly error: string }

parentPort?.on('message', ({ id, work }: WorkerRequest) => {
  parentPort?.postMessage(reply(id, work))
})

function reply(id: number, work: Work): WorkerReply {
  try {
    if (work.kind === 'digest') return { id, kind: 'done', ...timedDigest(work.input) }
    return { id, kind: 'done', result: done(work) }
  } catch (error) {
    return { id, kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function timedDigest(input: DigestInput): { readonly result: Digest; readonly tookMs: ReadMs } {
  const startedAt = performance.now()
  let extractedAt = startedAt
  const result = digest(input, () => {
    extractedAt = performance.now()
  })
  return { result, tookMs: { extract: extractedAt - startedAt, analyze: performance.now() - extractedAt } }
}

function done(work: Exclude<Work, { kind: 'digest' }>): WorkResult {
  switch (work.kind) {
    case 'annotate':
      return annotate(work.document)
    case 'page':
      return readPage(work.question)
  }
}
