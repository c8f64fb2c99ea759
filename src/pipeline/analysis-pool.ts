import { Worker } from 'node:worker_threads'
import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import { holdBody } from '../http/long-bodies.ts'
import type { ReadMs, Work, WorkerReply, WorkerRequest, WorkResult } from './analysis-worker.ts'
import type { Digest, DigestInput } from './digest.ts'
import { type PoolPlugins, pluginLayers } from './plugin-layers.ts'
import { createPluginThread } from './plugin-thread.ts'
import type { PageQuestion, PageReading } from './read-page.ts'

/** Why a text was not read: one that takes too long is a value, so that it stops nobody else. */
type NotRead =
  | { readonly kind: 'too-slow'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly error: string }
type Result = { readonly kind: 'done'; readonly result: WorkResult; readonly tookMs?: ReadMs } | NotRead

/** What came of reading one article. */
export type Digested = { readonly kind: 'done'; readonly digest: Digest; readonly tookMs?: ReadMs } | NotRead
/** What came of reading a text again. */
export type Annotated = { readonly kind: 'done'; readonly annotations: Annotations } | NotRead

/** What came of looking for something in a page. */
export type PageRead = { readonly kind: 'done'; readonly reading: PageReading } | NotRead

export type AnalysisPool = {
  digest(input: DigestInput): Promise<Digested>
  /** The layers of a document that is kept already, as they are made now. */
  annotate(document: Document): Promise<Annotated>
  /** What a page has that rules of a person look for. */
  page(question: PageQuestion): Promise<PageRead>
  /** The layers that plugins make now, each with its version. */
  pluginVersions(): Readonly<Record<string, number>>
  close(): Promise<void>
}

type Task = { readonly work: Work; readonly settle: (result: Result) => void }
type Seat = {
  worker?: Worker
  idle?: NodeJS.Timeout
  task?: Task & { readonly id: number; readonly timer: NodeJS.Timeout }
}

/** A thread with nothing to read is ended after this long, with its lexicons: another starts in less than a second. */
const IDLE_MS = 60_000

/**
 * Threads that extract and analyze articles. A thread that is still busy after `deadlineMs` is ended with its page
 * and another takes its place; threads start when first needed.
 */
export function createAnalysisPool(options: {
  readonly threads: number
  readonly deadlineMs: number
  readonly plugins?: PoolPlugins
}): AnalysisPool {
  const seats: Seat[] = Array.from({ length: options.threads }, () => ({}))
  const waiting: Task[] = []
  let lastId = 0
  let isClosed = false

  const next = () => {
    for (const seat of seats) {
      if (seat.task) continue
      const task = waiting.shift()
      if (!task) return
      start(seat, task)
    }
  }

  const start = (seat: Seat, task: Task) => {
    clearTimeout(seat.idle)
    const worker = seat.worker ?? hire(seat)
    seat.worker = worker
    lastId += 1
    const timer = setTimeout(() => dismiss(seat, { kind: 'too-slow', afterMs: options.deadlineMs }), options.deadlineMs)
    seat.task = { ...task, id: lastId, timer }
    worker.ref()
    worker.postMessage({ id: lastId, work: task.work } satisfies WorkerRequest)
  }

  const hire = (seat: Seat): Worker => {
    const worker = new Worker(new URL('./analysis-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24, stackSizeMb: 8 },
    })
    worker.on('message', (reply: WorkerReply) => {
      if (seat.task?.id !== reply.id) return
      finish(
        seat,
        reply.kind === 'done'
          ? { kind: 'done', result: reply.result, ...(reply.tookMs && { tookMs: reply.tookMs }) }
          : { kind: 'failed', error: reply.error },
      )
    })
    worker.on('error', (error) => {
      if (seat.worker === worker) dismiss(seat, { kind: 'failed', error: String(error) })
    })
    worker.unref()
    return worker
  }

  const finish = (seat: Seat, result: Result) => {
    const task = seat.task
    delete seat.task
    if (task) clearTimeout(task.timer)
    seat.worker?.unref()
    task?.settle(result)
    if (isClosed) return
    next()
    if (!seat.task && seat.worker) seat.idle = setTimeout(() => rest(seat), IDLE_MS).unref()
  }

  const rest = (seat: Seat) => {
    if (seat.task) return
    void seat.worker?.terminate()
    delete seat.worker
  }

  const dismiss = (seat: Seat, result: Result) => {
    const worker = seat.worker
    delete seat.worker
    void worker?.terminate()
    finish(seat, result)
  }

  const ask = (work: Work): Promise<Result> => {
    if (isClosed) throw new Error('The analysis pool is closed: stop the pipeline before closing it')
    const letGo = holdBody(bodyOf(work))
    return new Promise<Result>((settle) => {
      waiting.push({ work, settle })
      next()
    }).finally(letGo)
  }

  const given = options.plugins ?? { files: [], versions: {}, log: () => {} }
  const pluginThread = createPluginThread(options)
  const plugins = pluginLayers(given, (document, annotations) =>
    pluginThread.ask({ kind: 'analyze', files: given.files, document, annotations }),
  )

  const digested = async (read: Result): Promise<Digested> => {
    if (read.kind !== 'done') return read
    const digest = read.result as Digest
    const annotations = await plugins.beside(digest.document, digest.annotations)
    return { kind: 'done', digest: { ...digest, annotations }, ...(read.tookMs && { tookMs: read.tookMs }) }
  }
  const annotated = async (document: Document, read: Result): Promise<Annotated> =>
    read.kind === 'done'
      ? { kind: 'done', annotations: await plugins.beside(document, read.result as Annotations) }
      : read

  return {
    digest: (input) => ask({ kind: 'digest', input }).then(digested),
    annotate: (document) => ask({ kind: 'annotate', document }).then((read) => annotated(document, read)),
    page: (question) =>
      ask({ kind: 'page', question }).then((read) =>
        read.kind === 'done' ? { kind: 'done', reading: read.result as PageReading } : read,
      ),
    pluginVersions: plugins.versions,
    async close() {
      isClosed = true
      for (const task of waiting.splice(0)) task.settle({ kind: 'failed', error: 'Stopped before it was read' })
      for (const seat of seats) clearTimeout(seat.idle)
      await pluginThread.close()
      await Promise.all(seats.map((seat) => seat.worker?.terminate()))
      for (const seat of seats) if (seat.task) finish(seat, { kind: 'failed', error: 'Stopped while it was read' })
    },
  }
}

/** The page that a thread is given to read, if it is given one. */
function bodyOf(work: Work): Uint8Array | undefined {
  if (work.kind === 'page') return work.question.page.body
  return work.kind === 'digest' && work.input.source.kind === 'page' ? work.input.source.body : undefined
}
