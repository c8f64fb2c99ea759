import { defined } from '../../core/defined.ts'
import type { Pipeline } from '../../pipeline/pipeline.ts'
import type { WorkRole } from '../../pipeline/work-roles.ts'
import { runRequest } from '../../store/engine/request-context.ts'
import type { Ping } from '../../store/jobs/nodes.ts'
import type { Store } from '../../store/store.ts'

/** Longest duration of a probe. */
const PROBE_MS = 2_000
/** A probe's result is reused for this long, so frequent requests cost nothing. */
const HOLDS_MS = 1_000
/** Work that completed no round for this long counts as stopped. */
const SILENT_MS = 60_000
/** A loop that has thrown for this long, at least twice, counts as failing; restarting a database takes less. */
const FAILING_MS = 20_000
/** Work that has failed for this long although the database answers won't recover: a new process may. */
const STUCK_MS = 5 * 60_000

/** The state of a process, each part in a word. */
type Health = {
  readonly isReady: boolean
  readonly parts: {
    /** Whether the database answers within two seconds, its file is still in place, and no damage was found. */
    readonly store: 'ok' | 'no-answer' | 'file-gone' | 'damaged'
    /** Whether it accepts writes: according to this process's last heartbeat, and to the database. */
    readonly writing: 'ok' | 'refused' | 'read-only' | 'unknown'
    /** Whether this version can work with the data. */
    readonly schema: 'ok' | 'too-new' | 'unknown'
    /** Whether this process's background work makes progress. */
    readonly work: 'ok' | 'failing' | 'stands-still' | 'none-here'
    /** Its loops that keep failing; absent if there are none. */
    readonly failing?: readonly string[]
    readonly stopping: boolean
  }
  /** The database's response time in seconds; absent if it didn't answer. */
  readonly storeSeconds?: number
}

export type HealthMonitor = {
  /** The current state; quick, and the same for all callers within a second. Never rejects. */
  look(): Promise<Health>
  /**
   * False when this process should be replaced: its work has failed for minutes although the database answers. Queries nothing while
   * nothing fails. Never rejects.
   */
  lives(): Promise<boolean>
  failingLoops(): readonly string[]
  /** Writes this process's heartbeat. Rejects when that fails, and remembers it. */
  beat(serves: boolean): Promise<void>
  /** From now on the process reports that it isn't ready. */
  stop(): void
}

/** Monitors one process. `silentMs` is the time since its work last made progress; undefined if it has none. */
export function openHealthMonitor(options: {
  readonly store: Pick<Store, 'nodes' | 'instance'>
  readonly version: string
  readonly roles: readonly WorkRole[]
  readonly silentMs: () => number | undefined
  /** The number of its work loops, and those that keep throwing, with the duration. */
  readonly failing: Pipeline['failing']
  readonly now: () => Date
}): HealthMonitor {
  const { store, version, roles } = options
  const since = options.now().toISOString()
  let isStopping = false
  let beat: 'none' | 'ok' | 'failed' = 'none'
  let held: { readonly health: Health; readonly atMs: number } | undefined
  let looking: Promise<Health> | undefined
  let pinging: Promise<Pinged> | undefined

  /** One at a time: a hanging database isn't queried again and again. */
  const ping = (): Promise<Pinged> =>
    (pinging ??= pingStore().finally(() => {
      pinging = undefined
    }))

  async function pingStore(): Promise<Pinged> {
    const startedMs = performance.now()
    const trouble = store.instance.trouble()
    if (trouble === 'file-gone' || trouble === 'damaged') return { kind: trouble }
    try {
      // On the connections of pages that write, never from a replica.
      const found = await runRequest(false, () => store.nodes.ping())
      return { kind: 'ok', ping: found, seconds: (performance.now() - startedMs) / 1000 }
    } catch {
      return { kind: 'no-answer' }
    }
  }

  const failingFor = (ms: number) => options.failing().failing.filter(({ forMs }) => forMs >= ms)
  const failingLoops = () => failingFor(FAILING_MS).map(({ loop }) => loop)

  /** Work counts as stopped when most of its loops fail, even if those without the database make progress. */
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
