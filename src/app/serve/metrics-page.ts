import { createHash, timingSafeEqual } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { workRoles } from '../../pipeline/work-roles.ts'
import type { MeterName, OurMeters } from '../../watch/meter-list.ts'
import type { Reading } from '../../watch/meters.ts'
import { type Networks, parseNetworks } from '../../web/accounts/trusted-header.ts'
import { arrivalOf, bearerIn } from '../../web/arrival.ts'
import type { Context } from '../context.ts'
import { version } from '../version.ts'

/** Figures of the instance are cached this long: however many ask, the database is queried once. */
const CACHED_MS = 10_000
const RESOLUTION_MS = 20
const nanoseconds = 1e9

type Readings = readonly Reading<MeterName>[]

/** The metrics of a process and its instance as text. What the database does not answer is left out; it never rejects. */
export function openMetricsPage(context: Context, meters: OurMeters): () => Promise<string> {
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  lag.enable()
  let held: { readonly readings: Readings; readonly atMs: number } | undefined
  let looking: Promise<Readings> | undefined

  const ofInstance = (): Promise<Readings> => {
    if (held && performance.now() - held.atMs < CACHED_MS) return Promise.resolve(held.readings)
    return (looking ??= instanceFigures(context)
      .then((readings) => {
        held = { readings, atMs: performance.now() }
        return readings
      })
      .catch(() => [])
      .finally(() => {
        looking = undefined
      }))
  }

  return async () => {
    const health = await context.health.look()
    const instance = health.parts.store === 'ok' ? await ofInstance() : []
    const delays = [lag.mean, lag.percentile(99), lag.max].map((ns) =>
      Math.max(0, ns / nanoseconds - RESOLUTION_MS / 1000),
    )
    lag.reset()
    const [mean = 0, p99 = 0, most = 0] = delays
    return meters.write([
      ['twosource_build_info', [version, process.versions.node, context.operations.store.dialect], 1],
      ['twosource_ready', [], health.isReady ? 1 : 0],
      ['twosource_event_loop_lag_mean_seconds', [], mean],
      ['twosource_event_loop_lag_p99_seconds', [], p99],
      ['twosource_event_loop_lag_max_seconds', [], most],
      ['twosource_database_answer_seconds', [], health.storeSeconds ?? Number.NaN],
      ['twosource_failing_loops', [], health.parts.failing?.length ?? 0],
      ...ofProcess(),
      ...instance,
    ])
  }
}

function ofProcess(): Readings {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  return [
    ['process_cpu_seconds_total', [], (user + system) / 1e6],
    ['process_resident_memory_bytes', [], rss],
    ['process_start_time_seconds', [], Date.now() / 1000 - process.uptime()],
    ['process_open_fds', [], openFiles()],
    ['nodejs_heap_size_used_bytes', [], heapUsed],
  ]
}

/** Unknown where there is no /proc. */
function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return Number.NaN
  }
}

async function instanceFigures({ operations: { store, maintenance, now } }: Context): Promise<Readings> {
  const at = now()
  const [check, jobs, waits, nodes, pauses, uses, backups, free] = await Promise.all([
    store.check(),
    store.jobs.counts(),
    store.jobs.waits(at.toISOString()),
    store.nodes.list(),
    store.feeds.hostPauses(),
    store.modelUse.days('0000-00-00'),
    maintenance.backups(),
    maintenance.freeBytes(),
  ])
  const living = nodes.filter(({ isGone }) => !isGone)
  const sum = (use: string, field: 'calls' | 'failures' | 'tokensIn' | 'tokensOut') =>
    uses.reduce((total, day) => total + (day.use === use ? day[field] : 0), 0)
  const usesOfModel = [...new Set(uses.map(({ use }) => use))]
  const { feeds, entries, articles, stories } = check.counts
  return [
    ...Object.entries(jobs).flatMap(([kind, states]) =>
      Object.entries(states).map(([state, count]) => ['twosource_jobs', [kind, state], count] as const),
    ),
    ...Object.entries(waits).map(([kind, seconds]) => ['twosource_job_wait_seconds', [kind], seconds] as const),
    ...[...workRoles, 'serve'].map(
      (role) =>
        [
          'twosource_nodes',
          [role],
          living.filter(({ roles, serves }) => roles.includes(role) || (role === 'serve' && serves)).length,
        ] as const,
    ),
    ['twosource_host_pauses', [], pauses.filter(({ until }) => until > at.toISOString()).length],
    ['twosource_feeds', [], feeds],
    ['twosource_entries', [], entries],
    ['twosource_articles', [], articles],
    ['twosource_stories', [], stories],
    ...usesOfModel.flatMap((use) => [
      ['twosource_model_calls_total', [use, 'answered'], sum(use, 'calls') - sum(use, 'failures')] as const,
      ['twosource_model_calls_total', [use, 'failed'], sum(use, 'failures')] as const,
      ['twosource_model_tokens_total', [use, 'in'], sum(use, 'tokensIn')] as const,
      ['twosource_model_tokens_total', [use, 'out'], sum(use, 'tokensOut')] as const,
    ]),
    ['twosource_database_size_bytes', [], check.sizeBytes],
    ['twosource_backup_age_seconds', [], backups[0] ? (at.getTime() - Date.parse(backups[0].at)) / 1000 : Number.NaN],
    ['twosource_disk_free_bytes', [], free ?? Number.NaN],
  ]
}

/** Who may read the metrics of a process. */
type MetricsAccess =
  | { readonly kind: 'networks'; readonly networks: Networks }
  | { readonly kind: 'token'; readonly hash: Buffer }

/** Networks, or a token of at least 16 characters; undefined for anything else. */
export function readMetricsAccess(text: string): MetricsAccess | undefined {
  const networks = parseNetworks(text)
  if (networks) return { kind: 'networks', networks }
  return /^[\w.~+/-]{16,200}=*$/.test(text) ? { kind: 'token', hash: hashOf(text) } : undefined
}

/**
 * True when the client may read them. A network means that of the connection itself: headers about the origin of a request give no right,
 * and a request forwarded by a proxy has none, since all of them come from the proxy's address.
 */
export function mayReadMetrics(access: MetricsAccess, request: Request, env: unknown): boolean {
  switch (access.kind) {
    case 'networks': {
      const { peer, isForwarded } = arrivalOf(request, env)
      return peer !== undefined && !isForwarded && access.networks.has(peer)
    }
    case 'token': {
      const given = bearerIn(request.headers.get('authorization') ?? undefined)
      return given !== undefined && timingSafeEqual(hashOf(given), access.hash)
    }
  }
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
