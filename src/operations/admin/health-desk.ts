import { defined } from '../../core/defined.ts'
import type { Pipeline } from '../../pipeline/pipeline.ts'
import type { WorkRole } from '../../pipeline/work-roles.ts'
import { runRequest } from '../../store/engine/request-context.ts'
import type { Ping } from '../../store/jobs/nodes.ts'
import type { Store } from '../../store/store.ts'

/** A probe never takes longer than this. */
const PROBE_MS = 2_000
/** What a probe found holds for so long: who asks often costs nothing. */
const HOLDS_MS = 1_000
/** Work that has not come round for so long stands still. */
const SILENT_MS = 60_000
/** A loop that has thrown for so long, twice and more, fails: one restart of a database is over by then. */
const FAILING_MS = 20_000
/** Work that has failed for so long although the database answers will not come back: another process may do better. */
const STUCK_MS = 5 * 60_000

/** How a process is, each part in a word. */
export type Health = {
  readonly isReady: boolean
  readonly parts: {
    /** Whether the database answers within two seconds, from the file of its name, and no damage was met in it. */
    readonly store: 'ok' | 'no-answer' | 'file-gone' | 'damaged'
    /** Whether it takes writes: by the last sign of life this process wrote, and by what the database says. */
    readonly writing: 'ok' | 'refused' | 'read-only' | 'unknown'
    /** Whether this program may go on with the data as they are. */
    readonly schema: 'ok' | 'too-new' | 'unknown'
    /** Whether the background work of this process comes round. */
    readonly work: 'ok' | 'failing' | 'stands-still' | 'none-here'
    /** The loops of it that fail again and again; absent where none does. */
    readonly failing?: readonly string[]
    readonly stopping: boolean
  }
  /** How long the database took, in seconds; absent when it did not answer. */
  readonly storeSeconds?: number
}

export type HealthDesk = {
  /** Looks how this process is; quick, and the same for all who ask within a second. Never rejects. */
  look(): Promise<Health>
  /**
   * False when this process should be ended and another started: its work has failed for minutes, although the database answers. Asks
   * nobody as long as nothing fails. Never rejects.
   */
  lives(): Promise<boolean>
  /** The loops of its work that fail again and again. */
  failingLoops(): readonly string[]
  /** Writes that this process lives. Rejects where that fails, and remembers it. */
  beat(serves: boolean): Promise<void>
  /** From now on it is not ready. */
  stop(): void
}

/** Keeps an eye on one process. `silentMs`: how long ago its work last came round, undefined where it has none. */
export function openHealthDesk(options: {
  readonly store: Pick<Store, 'nodes' | 'instance'>
  readonly version: string
  readonly roles: readonly WorkRole[]
  readonly silentMs: () => number | undefined
  /** How many loops its work has, and which of them throw each time, and for how long. */
  readonly failing: Pipeline['failing']
  readonly now: () => Date
}): HealthDesk {
  const { store, version, roles } = options
  const since = options.now().toISOString()
  let isStopping = false
  let beat: 'none' | 'ok' | 'failed' = 'none'
  let held: { readonly health: Health; readonly atMs: number } | undefined
  let looking: Promise<Health> | undefined
  let pinging: Promise<Pinged> | undefined

  /** One at a time: a database that hangs is not asked again and again. */
  const ping = (): Promise<Pinged> =>
    (pinging ??= pingStore().finally(() => {
      pinging = undefined
    }))

  async function pingStore(): Promise<Pinged> {
    const startedMs = performance.now()
    const trouble = store.instance.trouble()
    if (trouble === 'file-gone' || trouble === 'damaged') return { kind: trouble }
    try {
      // As a page that writes: on the connections of pages, and never from a copy.
      const found = await runRequest(false, () => store.nodes.ping())
      return { kind: 'ok', ping: found, seconds: (performance.now() - startedMs) / 1000 }
    } catch {
      return { kind: 'no-answer' }
    }
  }

  const failingFor = (ms: number) => options.failing().failing.filter(({ forMs }) => forMs >= ms)
  const failingLoops = () => failingFor(FAILING_MS).map(({ loop }) => loop)

  /** Work of which most loops fail stands still, though those that need no database come round. */
  function workOf(silentMs: number, ms: number): 'ok' | 'failing' | 'stands-still' {
    const { length } = failingFor(ms)
    if (silentMs > Math.max(ms, SILENT_MS) || length > options.failing().loops / 2) return 'stands-still'
    return length > 0 ? 'failing' : 'ok'
  }

  async function lookNow(): Promise<Health> {
    const { promise: tooLate, resolve } = Promise.withResolvers<Pinged>()
    const timer = setTimeout(() => resolve({ kind: 'no-answer' }), PROBE_MS)
    const found = await Promise.race([ping(), tooLate])
    clearTimeout(timer)
    const silentMs = options.silentMs()
    const failing = failingLoops()
    const parts: Health['parts'] = {
      store: found.kind,
      writing: writingOf(found, beat),
      schema: found.kind !== 'ok' ? 'unknown' : found.ping.isTooNew ? 'too-new' : 'ok',
      work: roles.length === 0 || silentMs === undefined ? 'none-here' : workOf(silentMs, FAILING_MS),
      ...defined({ failing: failing.length > 0 ? failing : undefined }),
      stopping: isStopping,
    }
    const isWorking = parts.work !== 'stands-still'
    const isReady = parts.store === 'ok' && parts.writing === 'ok' && parts.schema === 'ok' && isWorking && !isStopping
    return { isReady, parts, ...defined({ storeSeconds: found.kind === 'ok' ? found.seconds : undefined }) }
  }

  return {
    look() {
      if (held && performance.now() - held.atMs < HOLDS_MS && held.health.parts.stopping === isStopping)
        return Promise.resolve(held.health)
      return (looking ??= lookNow()
        .then((health) => {
          held = { health, atMs: performance.now() }
          return health
        })
        .finally(() => {
          looking = undefined
        }))
    },
    async lives() {
      const silentMs = options.silentMs()
      if (silentMs === undefined || workOf(silentMs, STUCK_MS) !== 'stands-still') return true
      return (await this.look()).parts.store !== 'ok'
    },
    failingLoops,
    async beat(serves) {
      try {
        await store.nodes.beat({ roles, serves, version, since })
        beat = 'ok'
      } catch (error) {
        beat = 'failed'
        throw error
      }
    },
    stop() {
      isStopping = true
    },
  }
}

type Pinged =
  | { readonly kind: 'ok'; readonly ping: Ping; readonly seconds: number }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'file-gone' | 'damaged' }

function writingOf(found: Pinged, beat: 'none' | 'ok' | 'failed'): Health['parts']['writing'] {
  if (found.kind !== 'ok') return 'unknown'
  if (found.ping.isReadOnly) return 'read-only'
  return beat === 'failed' ? 'refused' : 'ok'
}
