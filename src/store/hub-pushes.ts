import type { Engine, Tx } from './engine.ts'
import type { HubStore, PushKept } from './hub-store.ts'
import { enqueue } from './jobs.ts'
import { addMs } from './times.ts'

/** A hub may send so much for one feed in a minute; more is to be sent later. */
const mostInMinute = 30
/** So many wait to be taken in at most. */
const mostWaiting = 30

/** Keeps what a hub sent, with the job that takes it in. The same bytes again, which hubs send when an answer was lost, cost one row. */
export async function keepPush(
  engine: Engine,
  tx: Tx,
  id: string,
  { at, contentType, body, hash }: Parameters<HubStore['keepPush']>[1],
): Promise<PushKept> {
  const row = await tx
    .selectFrom('hub_subscription')
    .select(['push_hash', 'minute_at', 'minute_count'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return 'known'
  const isSameMinute = row.minute_at !== null && row.minute_at > addMs(at, -60_000) && row.minute_at <= at
  const count = isSameMinute ? row.minute_count + 1 : 1
  const counted = { minute_at: isSameMinute ? row.minute_at : at, minute_count: count }
  const waiting = await tx
    .selectFrom('hub_push')
    .select('id')
    .where('subscription_id', '=', id)
    .limit(mostWaiting)
    .execute()
  const isKnown = row.push_hash === hash
  if (!isKnown && (count > mostInMinute || waiting.length >= mostWaiting)) return 'later'
  await tx
    .updateTable('hub_subscription')
    .set({ ...counted, pushed_at: at, push_hash: hash })
    .where('id', '=', id)
    .execute()
  if (isKnown) return 'known'
  await engine.insertMany(tx, 'hub_push', [{ subscription_id: id, at, content_type: contentType, body }])
  await enqueue(engine, tx, [{ kind: 'take-push', key: id, runAt: at }])
  return 'kept'
}
