import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations, PluginLayer } from '../../core/layers.ts'
import { countBody } from '../../http/long-bodies.ts'
import type { Digest, DigestInput } from '../digest.ts'
import type { PageQuestion, PageReading } from '../pages/read-page.ts'
import type { Log } from '../pipeline-context.ts'
import { heaps } from '../small-heaps.ts'
import { createThreadPool } from '../thread-pool.ts'
import type { AnalysisReply, AnalysisRequest, ReadMs } from './analysis-worker.ts'
import { createPluginThread } from './plugin-thread.ts'
import type { PluginFindings } from './run-plugins.ts'

/** The analyzer plugins: their files, and the version of each one's layer. */
type PoolPlugins = {
  readonly files: readonly string[]
  readonly versions: Readonly<Record<PluginLayer, number>>
  readonly log: Log
}

type Run = { readonly kind: 'done'; readonly result: unknown } | { readonly kind: 'too-slow' | 'failed' }

/** After this many timeouts or crashes, plugins are no longer run until the next start. */
const maxStrikes = 3

/**
 * Adds the layers of plugins to those of a text. Whatever a plugin does, the text keeps its own layers; `ask` runs the plugins in a thread
 * with a deadline.
 */
export function pluginLayers(
  { files, versions, log }: PoolPlugins,
  ask: (document: Document, annotations: Annotations) => Promise<Run>,
) {
  let strikes = 0
  const isGivenUp = () => files.length === 0 || strikes >= maxStrikes
  return {
    /** The current versions of the layers; none once plugins were disabled. */
    versions: (): Readonly<Record<string, number>> => (isGivenUp() ? {} : versions),
    async beside(document: Document, annotations: Annotations): Promise<Annotations> {
      if (isGivenUp()) return annotations
      const run = await ask(document, annotations)
      if (run.kind === 'done') {
        const { layers, faults } = run.result as PluginFindings
        for (const { plugin, fault } of faults) log('plugin-failed', { plugin, document: document.id, fault })
        return { ...annotations, ...layers }
      }
      strikes += 1
      log('plugins-not-run', { document: document.id, why: run.kind, isGivenUp: isGivenUp(), files: files.join(' ') })
      return annotations
    },
  }
}

/** Why a text was not read. A timeout is a value, so that it stops nothing else. */
type NotRead =
  | { readonly kind: 'too-slow'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly error: string }
type Result = ({ readonly kind: 'done' } & AnalysisReply) | NotRead

export type DigestResult = { readonly kind: 'done'; readonly digest: Digest; readonly tookMs?: ReadMs } | NotRead
type AnnotateResult = { readonly kind: 'done'; readonly annotations: Annotations } | NotRead

type PageReadResult = { readonly kind: 'done'; readonly reading: PageReading } | NotRead

export type AnalysisPool = {
  digest(input: DigestInput): Promise<DigestResult>
  annotate(document: Document): Promise<AnnotateResult>
  /** Finds in a page what a person's rules select. */
  page(question: PageQuestion): Promise<PageReadResult>
  pluginVersions(): Readonly<Record<string, number>>
  close(): Promise<void>
}

/** An idle thread is ended after this long, with its lexicons: a new one starts in less than a second. */
const IDLE_MS = 60_000

/**
 * Threads that extract and analyze articles. A thread that is still busy after `deadlineMs` is ended with its page and replaced. Threads
 * start when first needed.
 */
export function createAnalysisPool(options: {
  readonly threads: number
  readonly deadlineMs: number
  readonly plugins?: PoolPlugins
}): AnalysisPool {
  const pool = createThreadPool<AnalysisRequest, AnalysisReply>({
    program: new URL('./analysis-worker.ts', import.meta.url),
    threads: options.threads,
    deadlineMs: options.deadlineMs,
    idleMs: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24, stackSizeMb: 8 },
    onThread: heaps.countArticleThread,
  })
  let isClosed = false

  const ask = async (work: AnalysisRequest): Promise<Result> => {
    if (isClosed) throw new Error('The analysis pool is closed: stop the pipeline before closing it')
    const letGo = countBody(bodyOf(work))
    const run = await pool.ask(work).finally(letGo)
    switch (run.kind) {
      case 'done':
        return { kind: 'done', ...run.result }
      case 'too-slow':
        return run
      case 'failed':
        return { kind: 'failed', error: run.stack ?? run.error }
      case 'fell':
        return { kind: 'failed', error: run.error }
      case 'stopped':
        return { kind: 'failed', error: 'Stopped before it was read' }
    }
  }

  const given = options.plugins ?? { files: [], versions: {}, log: () => {} }
  const pluginThread = createPluginThread(options)
  const plugins = pluginLayers(given, (document, annotations) =>
    pluginThread.ask({ kind: 'analyze', files: given.files, document, annotations }),
  )

  const tell = ({ id }: Document, { faults }: AnalysisReply) => {
    for (const fault of faults) given.log('analyzer-failed', { document: id, ...fault })
  }
  const digested = async (read: Result): Promise<DigestResult> => {
    if (read.kind !== 'done') return read
    const digest = read.result as Digest
    tell(digest.document, read)
    const annotations = await plugins.beside(digest.document, digest.annotations)
    return { kind: 'done', digest: { ...digest, annotations }, ...defined({ tookMs: read.tookMs }) }
  }
  const annotated = async (document: Document, read: Result): Promise<AnnotateResult> => {
    if (read.kind !== 'done') return read
    tell(document, read)
    return { kind: 'done', annotations: await plugins.beside(document, read.result) }
  }

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
      await pluginThread.close()
      await pool.close()
    },
  }
}

function bodyOf(work: AnalysisRequest): Uint8Array | undefined {
  if (work.kind === 'page') return work.question.page.body
  return work.kind === 'digest' && work.input.source.kind === 'page' ? work.input.source.body : undefined
}
