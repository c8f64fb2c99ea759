import { defined } from '../../core/defined.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import type { AlertDelivery, BatchOutcome } from './alerts.ts'

/** Waiting messages to readers, and their results. */
export function alertDeliveries(engine: Engine) {
  const { reader } = engine
  return {
    async waiting(readerId: string): Promise<readonly AlertDelivery[]> {
      const rows = await reader
        .selectFrom('alert_delivery')
        .innerJoin('alert', 'alert.id', 'alert_delivery.alert_id')
        .select(['alert_id', 'channel_id', 'tries', 'is_held', 'next_at', 'batch'])
        .where('alert_delivery.reader_id', '=', readerId)
        .where('state', '=', 'waiting')
        .orderBy('alert.at')
        .orderBy('alert_id')
        .execute()
      return rows.map((row) => ({
        alertId: row.alert_id,
        channelId: row.channel_id,
        tries: row.tries,
        isHeld: row.is_held === 1,
        nextAt: row.next_at,
        ...defined({ batch: row.batch ?? undefined }),
      }))
    },

    /** When messages were sent in a channel after a time, each once. */
    async sentSince(channelId: string, since: string): Promise<readonly string[]> {
      const rows = await reader
        .selectFrom('alert_delivery')
        .select(['batch', 'sent_at'])
        .distinct()
        .where('channel_id', '=', channelId)
        .where('sent_at', '>', since)
        .execute()
      return rows.flatMap(({ sent_at }) => sent_at ?? [])
    },

    /** Names the messages about to be sent, so that a retry is the same message. */
    async startBatch(channelId: string, batch: string, alertIds: readonly string[]): Promise<void> {
      await engine.write((tx) =>
        tx
          .updateTable('alert_delivery')
          .set((row) => ({ batch, tries: row('tries', '+', 1) }))
          .where('channel_id', '=', channelId)
          .where('state', '=', 'waiting')
          .where(engine.isIn('alert_id', alertIds))
          .execute(),
      )
    },

    async settle(outcome: BatchOutcome): Promise<void> {
      const { channelId, batch, at } = outcome
      await engine.write(async (tx) => {
        const rows = tx
          .updateTable('alert_delivery')
          .where('channel_id', '=', channelId)
          .where('batch', '=', batch)
          .where('state', '=', 'waiting')
        const channel = tx.updateTable('alert_channel').where('id', '=', channelId)
        switch (outcome.kind) {
          case 'sent':
            await rows.set({ state: 'sent', sent_at: at, last_error: null }).execute()
            await channel.set({ failures: 0, last_error: null }).execute()
            return
          case 'again':
            await rows.set({ next_at: outcome.nextAt, last_error: outcome.error }).execute()
            await channel.set((row) => ({ failures: row('failures', '+', 1), last_error: outcome.error })).execute()
            return
          case 'off':
            await channel
              .set((row) => ({ is_on: 0, failures: row('failures', '+', 1), last_error: outcome.error }))
              .execute()
            await giveUp(tx, channelId)
            return
          case 'gone':
            await tx.deleteFrom('alert_channel').where('id', '=', channelId).execute()
            await tx.deleteFrom('alert_delivery').where('channel_id', '=', channelId).execute()
        }
      })
    },
  }
}

/** Messages waiting in a disabled channel aren't sent later; their alerts stay in the reader's list. */
export async function giveUp(tx: Tx, channelId: string): Promise<void> {
  await tx
    .updateTable('alert_delivery')
    .set({ state: 'failed' })
    .where('channel_id', '=', channelId)
    .where('state', '=', 'waiting')
    .execute()
}
