import { randomUUID } from 'node:crypto'
import type { Alert } from '../../core/alert.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'

/** New alerts for one reader: when they may be sent, and whether quiet hours hold them until then. */
export type AlertsToRaise = {
  readonly readerId: string
  readonly alerts: readonly Alert[]
  readonly nextAt: string
  readonly isHeld: boolean
}

/** Stores alerts, their deliveries by channel and the jobs that send these. Returns how many were new. */
export async function raiseIn(engine: Engine, tx: Tx, raised: readonly AlertsToRaise[], at: string): Promise<number> {
  const rows = raised.flatMap(({ readerId, alerts }) => alerts.map((alert) => toRow(readerId, alert, at)))
  if (rows.length === 0) return 0
  const made = await engine.insertMany(tx, 'alert', rows, {
    ifExists: 'on conflict (reader_id, key) do nothing',
    returning: ['id', 'reader_id'],
  })
  const readerIds = [...new Set(made.map(({ reader_id }) => reader_id))]
  if (readerIds.length === 0) return 0
  const channels = await tx
    .selectFrom('alert_channel')
    .select(['id', 'reader_id'])
    .where(engine.isIn('reader_id', readerIds))
    .where('kind', '!=', 'feed')
    .where('is_on', '=', 1)
    .execute()
  const byReader = Map.groupBy(channels, ({ reader_id }) => reader_id)
  const timing = new Map(raised.map((each) => [each.readerId, each]))
  const deliveries = made.flatMap(({ id, reader_id }) => {
    const { nextAt = at, isHeld = false } = timing.get(reader_id) ?? {}
    return (byReader.get(reader_id) ?? []).map((channel) => ({
      alert_id: id,
      channel_id: channel.id,
      reader_id,
      state: 'waiting',
      tries: 0,
      is_held: isHeld ? 1 : 0,
      next_at: nextAt,
    }))
  })
  if (deliveries.length > 0) await engine.insertMany(tx, 'alert_delivery', deliveries)
  const jobs = [...byReader.keys()].map((key) => ({ kind: 'deliver', key, runAt: timing.get(key)?.nextAt ?? at }))
  await enqueue(engine, tx, jobs)
  return made.length
}

function toRow(readerId: string, alert: Alert, at: string) {
  return {
    id: randomUUID(),
    reader_id: readerId,
    key: alert.key,
    kind: alert.kind,
    cause_kind: alert.cause.kind,
    target: alert.cause.target,
    label: alert.cause.label,
    is_new_story: alert.isNewStory ? 1 : 0,
    title: alert.title,
    language: alert.language,
    source_name: alert.sourceName,
    path: alert.path,
    words: alert.words ?? null,
    citation_path: alert.citationPath ?? null,
    at,
    seen_at: null,
  }
}
