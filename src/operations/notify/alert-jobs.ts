import { randomUUID } from 'node:crypto'
import type { Mailer } from '../../delivery/mail.ts'
import type { Http } from '../../http/client.ts'
import type { AlertJobs } from '../../pipeline/pipeline-context.ts'
import type { AlertChannel, AlertDelivery, AlertRow, BatchOutcome } from '../../store/notify/alerts.ts'
import type { Store } from '../../store/store.ts'
import { deliveryDelayMs, mostAttempts, planChannel, quietEnd } from '../../story/alerts/alert-times.ts'
import { isSuspended } from './alert-links.ts'
import { raiseForStory, storeForAll, timeZoneOf } from './raise-alerts.ts'
import { raiseForFeeds } from './raise-for-feeds.ts'
import { raiseForSearches } from './raise-for-searches.ts'
import { raiseForWatches } from './raise-for-watches.ts'
import { raiseForRules } from './rule-jobs.ts'
import { type SendOutcome, sendAlerts } from './send-alerts.ts'

const HOUR_MS = 3_600_000

/**
 * Sends a reader's waiting alerts in all channels at once, and schedules itself again if some still wait. A message gets its id before
 * it is sent: after a crash between sending and recording it, the same message is sent again under the same id, so the receiver can
 * recognize it. A failing channel doesn't delay the others.
 */
async function deliverAlerts(context: AlertContext, readerId: string): Promise<void> {
  const { store } = context
  const [channels, waiting] = await Promise.all([store.alerts.channels(readerId), store.alerts.waiting(readerId)])
  const byChannel = Map.groupBy(waiting, ({ channelId }) => channelId)
  const open = channels.filter(({ id, isOn }) => isOn && byChannel.has(id))
  if (open.length === 0 || (await isSuspended(context, readerId))) return
  const next = await Promise.all(open.map((channel) => serve(context, channel, byChannel.get(channel.id) ?? [])))
  const [runAt] = next.filter((time) => time !== undefined).sort()
  if (runAt !== undefined) await store.jobs.enqueue([{ kind: 'deliver', key: readerId, runAt }])
}

/** Sends what is due in one channel; returns the time of the next check. */
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

/** A message in a reader's language: one alert, several at once, or a test of the channel. */
export type AlertText = {
  readonly title: string
  readonly body: string
  /** For each alert: what happened and why it was sent, the title and words it is about, and its path. */
  readonly lines: readonly {
    readonly text: string
    readonly title: string
    readonly words?: string
    readonly path: string
  }[]
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Text below a mail: how to switch it off. */
  readonly footer: string
}

export type AlertContext = {
  readonly store: Store
  readonly http: Http
  readonly mailer: Mailer
  readonly now: () => Date
  /** Public URL of the server without a trailing slash; absent: links are paths only. */
  readonly baseUrl?: string
  /** Contact for push services: an https or mailto URL. */
  readonly contact: string
  /** Words alerts in a language; an empty list gives a test message. `auto`: no language was chosen. */
  readonly say: (alerts: readonly AlertRow[], language: string) => AlertText
}

export function createAlertJobs(context: AlertContext): AlertJobs {
  return {
    async raise(key) {
      if (key.startsWith('rules:')) return raiseForRules(context, key.slice('rules:'.length))
      // Each reader's own feeds, private ones too.
      if (key === 'feeds') return void (await raiseForFeeds(context))
      const publicContext = { ...context, store: await storeForAll(context.store) }
      if (key === 'searches') await raiseForSearches(publicContext)
      else if (key.startsWith('story:')) {
        await raiseForWatches(context, key.slice('story:'.length))
        await raiseForStory(publicContext, key.slice('story:'.length))
      }
    },
    deliver: (readerId) => deliverAlerts(context, readerId),
  }
}
