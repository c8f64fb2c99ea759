import { randomUUID } from 'node:crypto'
import type { AlertChannel, AlertDelivery, BatchOutcome } from '../store/alert-store.ts'
import { deliveryDelayMs, mostAttempts, planChannel, quietEnd } from '../story/alert-times.ts'
import type { AlertContext } from './alert-desk.ts'
import { isShutOut } from './alert-doors.ts'
import { timeZoneOf } from './reader-clock.ts'
import { type SendOutcome, sendAlerts } from './send-alerts.ts'

const HOUR_MS = 3_600_000

/**
 * Sends what waits for a reader, in all channels at once, and asks for itself again when something still waits. A message
 * has its name before it goes out and keeps it: should all end between sending and noting it, the same message is sent again
 * under the same name, and the receiver can tell. Each channel goes its own way: one that fails keeps no other waiting.
 */
export async function deliverAlerts(context: AlertContext, readerId: string): Promise<void> {
  const { store } = context
  const [channels, waiting] = await Promise.all([store.alerts.channels(readerId), store.alerts.waiting(readerId)])
  const byChannel = Map.groupBy(waiting, ({ channelId }) => channelId)
  const open = channels.filter(({ id, isOn }) => isOn && byChannel.has(id))
  if (open.length === 0 || (await isShutOut(context, readerId))) return
  const next = await Promise.all(open.map((channel) => serve(context, channel, byChannel.get(channel.id) ?? [])))
  const [runAt] = next.filter((time) => time !== undefined).sort()
  if (runAt !== undefined) await store.jobs.enqueue([{ kind: 'deliver', key: readerId, runAt }])
}

/** Sends what is due in one channel; answers when to look again. */
async function serve(
  context: AlertContext,
  channel: AlertChannel,
  waiting: readonly AlertDelivery[],
): Promise<string | undefined> {
  const { store, now } = context
  const { readerId } = channel
  const at = now().toISOString()
  const settings = await store.alerts.settings(readerId)
  const timeZone = await timeZoneOf(store, readerId)
  const sentAt = await store.alerts.sentSince(channel.id, new Date(Date.parse(at) - HOUR_MS).toISOString())
  const plan = planChannel(waiting, sentAt, settings, timeZone, at)
  const times = plan.nextAt === undefined ? [] : [plan.nextAt]
  for (const { alertIds, batch = randomUUID() } of plan.messages) {
    await store.alerts.startBatch(channel.id, batch, alertIds)
    const alerts = await store.alerts.findMany(readerId, alertIds)
    const sent = await sendAlerts(context, channel, { batch, alerts, event: alerts.length > 1 ? 'digest' : 'alert' })
    const tries = 1 + Math.max(...waiting.filter(({ alertId }) => alertIds.includes(alertId)).map((row) => row.tries))
    const later = new Date(now().getTime() + deliveryDelayMs(tries)).toISOString()
    const outcome = outcomeOf(sent, tries, quietEnd(later, settings, timeZone))
    await store.alerts.settle({ channelId: channel.id, batch, at: now().toISOString(), ...outcome })
    if (outcome.kind === 'again') times.push(outcome.nextAt)
    if (outcome.kind === 'off' || outcome.kind === 'gone') return undefined
  }
  return times.sort()[0]
}

type Outcome = BatchOutcome extends infer Each
  ? Each extends BatchOutcome
    ? Omit<Each, 'channelId' | 'batch' | 'at'>
    : never
  : never

function outcomeOf(sent: SendOutcome, tries: number, nextAt: string): Outcome {
  switch (sent.kind) {
    case 'sent':
    case 'gone':
      return { kind: sent.kind }
    case 'refused':
      return { kind: 'off', error: sent.reason }
    case 'failed':
      return tries >= mostAttempts ? { kind: 'off', error: sent.reason } : { kind: 'again', nextAt, error: sent.reason }
  }
}
