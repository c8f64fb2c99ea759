import type { HostPause } from '../core/feed-pace.ts'
import type { Engine, Tx } from './engine.ts'
import { addMs } from './times.ts'

/** The pauses that hosts asked for, those that are over included: they say how many came before. */
export async function findHostPauses(engine: Engine): Promise<readonly HostPause[]> {
  const rows = await engine.reader.selectFrom('host_pause').selectAll().execute()
  return rows.map(({ host, until, unsaid_count }) => ({ host, until, unsaidCount: unsaid_count }))
}

/** So long after its end a pause is forgotten, with how many came before it. */
const keptMs = 30 * 24 * 3_600_000

/** Keeps pauses, each in place of what was known of its host; those that were over long before these end are forgotten. */
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
