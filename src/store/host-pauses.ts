import type { HostPause } from '../core/feed-pace.ts'
import type { Engine, Tx } from './engine.ts'

/** The pauses that hosts asked for, those that are over included: they say how many came before. */
export async function findHostPauses(engine: Engine): Promise<readonly HostPause[]> {
  const rows = await engine.reader.selectFrom('host_pause').selectAll().execute()
  return rows.map(({ host, until, unsaid_count }) => ({ host, until, unsaidCount: unsaid_count }))
}

/** Keeps pauses, each in place of what was known of its host. */
export async function saveHostPauses(engine: Engine, tx: Tx, pauses: readonly HostPause[]): Promise<void> {
  await engine.insertMany(
    tx,
    'host_pause',
    pauses.map(({ host, until, unsaidCount }) => ({ host, until, unsaid_count: unsaidCount })),
    { ifExists: 'on conflict (host) do update set until = excluded.until, unsaid_count = excluded.unsaid_count' },
  )
}
