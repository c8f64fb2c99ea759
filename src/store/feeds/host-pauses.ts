import type { HostPause } from '../../core/feed/feed-pace.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { addMs } from '../engine/times.ts'

/** The pauses that hosts asked for, including past ones, since they count the earlier pauses. */
export async function findHostPauses(engine: Engine): Promise<readonly HostPause[]> {
  const rows = await engine.reader.selectFrom('host_pause').selectAll().execute()
  return rows.map(({ host, until, unsaid_count }) => ({ host, until, unsaidCount: unsaid_count }))
}

/** How long after its end a pause is stored, along with the number before it. */
const keptMs = 30 * 24 * 3_600_000

/** Stores pauses, replacing earlier ones of the same host; those that ended long before are deleted. */
export async function saveHostPauses(engine: Engine, tx: Tx, pauses: readonly HostPause[]): Promise<void> {
  const first = pauses.map(({ until }) => until).sort()[0]
  if (first === undefined) return
  await tx.deleteFrom('host_pause').where('until', '<', addMs(first, -keptMs)).execute()
  await engine.insertMany(
    tx,
    'host_pause',
    pauses.map(({ host, until, unsaidCount }) => ({ host, until, unsaid_count: unsaidCount })),
    { ifExists: 'on conflict (host) do update set until = excluded.until, unsaid_count = excluded.unsaid_count' },
  )
}
