import { parentPort, workerData } from 'node:worker_threads'
import { annotate } from '../analyze/annotate.ts'
import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import type { AnalyzerPlugin } from '../core/plugin.ts'
import { type Digest, type DigestInput, digest } from './digest.ts'
import { importPlugin } from './import-plugin.ts'
import { type PageQuestion, type PageReading, readPage } from './read-page.ts'
import { type PluginsRun, runPlugins } from './run-plugins.ts'

/** What a thread is asked: to read an article, to read a text again that is kept already, to run plugins over one that was read, or to look for something in a page. */
export type Work =
  | { readonly kind: 'digest'; readonly input: DigestInput }
  | { readonly kind: 'annotate'; readonly document: Document }
  | { readonly kind: 'plugins'; readonly document: Document; readonly annotations: Annotations }
  | { readonly kind: 'page'; readonly question: PageQuestion }
export type WorkerRequest = { readonly id: number; readonly work: Work }
export type WorkResult = Digest | Annotations | PluginsRun | PageReading
export type WorkerReply =
  | { readonly id: number; readonly kind: 'done'; readonly result: WorkResult }
  | { readonly id: number; readonly kind: 'failed'; readonly error: string }

/** Files of analyzers that are plugins, as the pool gives them. */
const { files = [] } = (workerData ?? {}) as { readonly files?: readonly string[] }
let plugins: Promise<readonly AnalyzerPlugin[]> | undefined

parentPort?.on('message', async ({ id, work }: WorkerRequest) => {
  parentPort?.postMessage(await reply(id, work))
})

async function reply(id: number, work: Work): Promise<WorkerReply> {
  try {
    return { id, kind: 'done', result: await done(work) }
  } catch (error) {
    return { id, kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

async function done(work: Work): Promise<WorkResult> {
  switch (work.kind) {
    case 'digest':
      return digest(work.input)
    case 'annotate':
      return annotate(work.document)
    case 'page':
      return readPage(work.question)
    case 'plugins':
      plugins ??= Promise.all(files.map(importPlugin)) as Promise<readonly AnalyzerPlugin[]>
      return runPlugins(work.document, work.annotations, await plugins)
  }
}
